"""``python -m discrepancy.cli`` is the same as ``discrepancy``."""

from discrepancy.cli import main

main()
