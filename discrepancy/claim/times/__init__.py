"""Times bound to the calendar inside one article: what each counts from, which day or hour it is, and which event it dates."""
