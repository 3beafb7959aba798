"""The events of one article: the words that name them, what stands around these, and which tell of one happening."""
