"""What one article says happened: events, times bound to the calendar, claims. No article knows another.

:func:`read_claims` is the stage's one entry.
"""

from discrepancy.claim.reading import read_claims

__all__ = ["read_claims"]
