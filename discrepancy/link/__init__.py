"""Across articles: entities behind spellings, events behind mentions, origins behind articles. Text is never read again here."""
