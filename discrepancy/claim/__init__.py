"""What one article says happened: events, times bound to the calendar, claims. No article knows another.

:func:`read_article` is the stage's one entry, :func:`read_claims` the same for an article that is annotated already.
"""

from discrepancy.claim.reading import read_article, read_claims

__all__ = ["read_article", "read_claims"]
