"""The event an article is chiefly about, as one incident with its toll."""
