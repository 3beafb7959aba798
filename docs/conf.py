"""The documentation site: pages written by hand, and references made from the code each time it is built."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from pathlib import Path

from sphinx.application import Sphinx

from discrepancy import __version__
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.kinds import KINDS
from discrepancy.rulebook.kinds.grammar import Grammar
from discrepancy.rulebook.schema import Rule

project = "discrepancy"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_click"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
html_theme = "furo"
html_title = "discrepancy"
html_show_sphinx = False
exclude_patterns = ["_build"]
autodoc_typehints = "description"
autodoc_class_signature = "separated"
suppress_warnings = ["misc.highlighting_failure"]  # an ellipsis in a console block is no language's token

HERE = Path(__file__).parent
REFERENCE = HERE / "reference"

PYTHON = """\
# Python

What `from discrepancy import …` gives, and the values it speaks of. Everything else is the house's own and may move.

```{eval-rst}
.. autofunction:: discrepancy.ingest.read
.. autofunction:: discrepancy.ingest.inputs_from_records
.. autofunction:: discrepancy.rulebook.rulebook
.. autofunction:: discrepancy.pipeline.check
.. autoclass:: discrepancy.model.findings.Report
   :members:
.. autoclass:: discrepancy.model.findings.Finding
   :members:
.. autoclass:: discrepancy.model.findings.Question
.. autoclass:: discrepancy.model.findings.Camp
.. autoclass:: discrepancy.model.claims.Claim
.. automodule:: discrepancy.model.values
   :members: Quantity, When, Clock, Terms, Quote
```
"""

VERBS = """\
# Verbs and options

Made from the program. What they are for: [the command line](../cli.md).

```{eval-rst}
.. click:: discrepancy.cli:group
   :prog: discrepancy
   :nested: full
```
"""


def rule_kinds() -> str:
    """The kinds of rules with their keys, from the classes that read them."""
    lines = [
        "# Kinds of rules",
        "",
        "Made from the schema. Every rule also has `id`, `because`, `examples`, `counter_examples` and `known_failures`.",
        "",
    ]
    own = {field.name for field in dataclasses.fields(Rule)}
    for name, kind in sorted(KINDS.items()):
        lines += [f"## {name}", "", inspect.cleandoc(kind.__doc__ or "").replace("``", "`"), ""]
        hints = typing.get_type_hints(kind)
        fields = [field for field in dataclasses.fields(kind) if field.name not in own]
        if fields:
            lines += ["| key | form | needed |", "|---|---|---|"]
        for field in fields:
            needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            lines.append(f"| `{field.name}` | {form(hints[field.name])} | {'yes' if needed else ''} |")
        lines += ["", f"Examples are {'needed' if kind.needs_examples else 'not needed'}.", ""]
        if kind is Grammar:
            told = [(rule.part, rule.because) for rule in rulebook().of(Grammar) if rule.because]
            lines += ["| part | why |", "|---|---|", *(f"| `{part}` | {because} |" for part, because in told), ""]
    return "\n".join(lines)


def form(hint: object) -> str:
    """How a field is written in YAML."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return " or ".join(f"`{choice}`" if choice else "empty" for choice in inner)
    if origin is tuple:
        return f"list of {form(inner[0])}"
    if origin in (dict, typing.get_origin(typing.Mapping[str, str])):
        return f"keys with {form(inner[1])}"
    if inner:
        return " or ".join(form(one) for one in inner if one is not type(None))
    return {str: "text", bool: "`yes` or `no`", int: "whole number", float: "number"}.get(
        hint, getattr(hint, "__name__", str(hint)).lower()
    )  # type: ignore[call-overload]


def write_references(_: Sphinx) -> None:
    """Writes the generated pages; they are no part of the repository."""
    REFERENCE.mkdir(exist_ok=True)
    for name, text in (("rule-kinds", rule_kinds()), ("python", PYTHON), ("verbs", VERBS)):
        (REFERENCE / f"{name}.md").write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", write_references)
