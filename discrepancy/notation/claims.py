"""Claims as text and back: ``killed{children}=4 @pakistan-strike by=Iran stance=reported``.

The form stands in rules, golden files, tables and pages alike. It holds what a claim says (:class:`Statement`), not
where it was read: id, article, evidence, rule and anchors are no part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from discrepancy.model.claims import Attribute, Claim, Stance
from discrepancy.model.values import Clock, Quantity, Quote, Terms, Value, When
from discrepancy.notation.days import format_when, parse_when
from discrepancy.notation.fault import NotationError
from discrepancy.notation.quoting import QUOTED, bare, name, unquote
from discrepancy.notation.values import format, parse

KINDS: dict[str, type[Value]] = {
    **dict.fromkeys(("killed", "injured", "hit", "missing", "arrested", "displaced", "age"), Quantity),
    **dict.fromkeys(("money", "magnitude", "distance", "duration", "count", "sequence"), Quantity),
    **dict.fromkeys(
        ("place", "actor", "target", "weapon", "blamed", "detail", "fate", "responsibility", "victims", "role", "base", "aims"), Terms
    ),
    **dict.fromkeys(("stance", "name"), Terms),
    "date": When,
    "time": Clock,
    "wording": Quote,
}
"""The usual kind of value of each attribute."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim says. Fields as in :class:`~discrepancy.model.claims.Claim`."""

    attribute: Attribute
    value: Value
    event: str = ""
    entity: str = ""
    population: str = ""
    scope: str = ""
    as_of: When | None = None
    unit: str = ""
    attributed_to: str = ""
    stance: Stance = "asserted"
    additional: bool = False
    loose: bool = False


def statement(claim: Claim) -> Statement:
    """What ``claim`` says, without where it stands."""
    return Statement(
        claim.attribute, claim.value, claim.event, claim.entity, claim.population, claim.scope, claim.as_of, claim.unit,
        claim.attributed_to, claim.stance, claim.additional, claim.loose,
    )  # fmt: skip


_FIELDS = {"unit": "unit", "entity": "entity", "scope": "scope", "by": "attributed_to"}
_KEYS = (*_FIELDS, "as_of", "stance", "additional", "loose")
_HEAD = re.compile(rf"\s*(?P<attribute>[a-z]+)(?:\{{(?P<population>{QUOTED}|[^{{}}']+[^{{}}]*)\}})?(?=[=<>])")
_FIELD = re.compile(rf"\s+(?:@|(?:{'|'.join(_KEYS)})=)")
# An unclosed mark hides the rest: such a text is refused anyhow, and to look again at every further mark is quadratic.
_MARKED = re.compile(r"""\"(?:[^"\\]|\\.)*(?:"|\\?\Z)|(?:(?<=[\s&|=@{])|(?<=\dT))'(?:[^'\\]|\\.)*(?:'|\\?\Z)""", re.DOTALL)


def format_claim(said: Statement | Claim) -> str:
    """A claim in notation.

    >>> format_claim(Statement("killed", Quantity(4, 4), "strike", population="children", attributed_to="Iran"))
    'killed{children}=4 @strike by=Iran'
    """
    value = format(said.value)
    parts = [said.attribute + (f"{{{name(said.population)}}}" if said.population else "") + (value if value[0] in "<>" else f"={value}")]
    if said.event:
        parts.append(f"@{name(said.event)}")
    parts += [f"{key}={name(getattr(said, field))}" for key, field in _FIELDS.items() if getattr(said, field)]
    if said.as_of is not None:
        parts.append(f"as_of={format_when(said.as_of)}")
    if said.stance != "asserted":
        parts.append(f"stance={said.stance}")
    parts += [f"{flag}=yes" for flag in ("additional", "loose") if getattr(said, flag)]
    return " ".join(parts)


def parse_claim(text: str) -> Statement:
    """A claim from notation; raises :class:`NotationError`.

    >>> parse_claim("killed>=12 @strike stance=alleged").value
    Quantity(low=12, high=None, approx=False, vague=False, options=())
    """
    head = _HEAD.match(text)
    if head is None or head["attribute"] not in get_args(Attribute):
        raise NotationError(text, 0, "expected an attribute and a value, as in killed=4")
    attribute: Attribute = next(known for known in get_args(Attribute) if known == head["attribute"])
    cuts = _cuts(text, head.end())
    population = (head["population"] or "").strip()
    body = text[head.end() : cuts[0]]
    value_text = body[1:] if body.startswith("=") else body
    year = KINDS[attribute] is When and re.fullmatch(r"\s*~?\d{4}\s*", value_text)
    try:
        value = parse(value_text, When if year else None)
    except NotationError as fault:
        raise NotationError(text, head.end() + len(body) - len(value_text) + fault.position, fault.sentence) from None
    given: dict[str, str] = {}
    for start, end in pairwise(cuts):
        _field(text, start, end, given)
    as_of = parse_when(given.pop("as_of")) if "as_of" in given else None
    return Statement(
        attribute,
        value,
        population=unquote(population) if population.startswith("'") else population,
        as_of=as_of,
        stance=next((known for known in get_args(Stance) if known == given.get("stance")), "asserted"),
        additional="additional" in given,
        loose="loose" in given,
        **{field: given[field] for field in ("event", *_FIELDS.values()) if field in given},
    )


def _cuts(text: str, start: int) -> list[int]:
    """Where fields begin after ``start``, outside quotation marks, and the end of the text."""
    hidden = _MARKED.sub(lambda found: "x" * len(found[0]), text)
    return [found.start() for found in _FIELD.finditer(hidden, start)] + [len(text)]


def _field(text: str, start: int, end: int, given: dict[str, str]) -> None:
    """Reads one field into ``given`` under the name of its attribute in :class:`Statement`."""
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    word = text[start + lead : end].rstrip()
    key, raw = ("@", word[1:]) if word.startswith("@") else (word.partition("=")[0], word.partition("=")[2])
    at = end - len(text[start:end].lstrip()) + len(word) - len(raw)
    field = {"@": "event", **_FIELDS}.get(key, key)
    if field in given:
        raise NotationError(text, start + lead, f"{key!r} stands here twice")
    if key in ("additional", "loose"):
        if raw != "yes":
            raise NotationError(text, at, "expected yes")
    elif key == "stance":
        if raw not in get_args(Stance):
            raise NotationError(text, at, f"expected one of {', '.join(get_args(Stance))}")
    elif key == "as_of":
        parse_when(raw, at)
    elif re.fullmatch(QUOTED, raw):
        raw = unquote(raw)
    elif not bare(raw) and not re.fullmatch(r"[\w:./%-]+", raw):
        raise NotationError(text, at, "expected a name (in '…' when it holds special characters)")
    given[field] = raw
