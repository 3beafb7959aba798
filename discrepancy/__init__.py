"""Cross-source fact-discrepancy checker: several articles on the same events in, the places where they cannot all be right out.

>>> from discrepancy import check, read, rulebook
>>> report = check(read("seeds/case-03-weekday"), rulebook())
>>> for finding in report.findings:
...     print(finding.level, finding.verdict, finding.question.attribute)
error conflicts date

What costs time to load is loaded when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from discrepancy.rulebook import rulebook  # at once: the function must hide the package of the same name

if TYPE_CHECKING:
    from discrepancy.ingest.read import read
    from discrepancy.model.findings import Report
    from discrepancy.pipeline import check

__version__ = "0.1.0"
__all__ = ["Report", "__version__", "check", "read", "rulebook"]

_HOMES = {
    "check": "discrepancy.pipeline",
    "read": "discrepancy.ingest",
    "Report": "discrepancy.model.findings",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
