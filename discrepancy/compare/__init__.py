"""Compare: where the claims of several articles cannot all be right. Arithmetic in ``relations``, policy in ``rules/compare``."""
