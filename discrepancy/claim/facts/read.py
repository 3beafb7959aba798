"""Facts: what the sentences of one article say became of people, and how many of them.

Takes sentences with times, numbers and names chunked; gives :class:`Fact` values in the order of the text. One fact is one attribute of one
group of people in one sentence; who says so, of which event it speaks and whether two facts speak of the same people is settled by
later stages. The wordings are in ``rules/facts``; what is added up, dropped or resolved is here and in :mod:`.people`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from discrepancy.annotate.layers import annotate
from discrepancy.annotate.phrases import PeopleGroup, VerbGroup, phrased, trigger_symbols
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import group_at, word_at
from discrepancy.claim.facts.parts import Part, Total, parts_of
from discrepancy.claim.facts.patterns import fact_patterns
from discrepancy.claim.facts.people import Victims, called, victims
from discrepancy.claim.facts.survivors import survivors
from discrepancy.claim.facts.trimming import bare_participle
from discrepancy.model.claims import Attribute
from discrepancy.model.text import Block, BlockKind, Document, Span
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import Quantity, exactly
from discrepancy.notation.values import format, parse
from discrepancy.rulebook.alphabet import alphabet
from discrepancy.rulebook.kinds.facts import FactRule
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.patterns import Match
from discrepancy.rulebook.schema import Rule, Rulebook

_NUMBER_REACH = 5
"""Units before people within which "the number of" counts them: "the number of apartment residents who"."""
_CROWD = 10_000
"""People from whom on "hit" tells of no bullet."""
_EVERY_TIME = ("every time", "each time", "any time")
_ALSO = re.compile(r"\balso\b", re.IGNORECASE)
_DENIED = re.compile(r"\bneither\b|(?:n[o']t|n’t) (?:believe|think|suspect)(?: that)?$", re.IGNORECASE)
_DENIAL = 5
"""Units before people within which it may be denied that anything befell them."""
_MIGHT = re.compile(r"\b(?:could|might|would|should|may)(?:(?:['’]ve| have) been| be)$", re.IGNORECASE)
"""Words right before people by which there only might be any: "there could have been six people dead"."""
SKIPPED: frozenset[BlockKind] = frozenset(("byline", "credit", "stamp", "boilerplate", "dateline"))


@unguarded
class Fact:
    """One attribute of one group of people, as one sentence has it.

    ``span`` is the evidence, ``people`` where the group stands, ``verb`` and ``agent`` the verb group and who did it. ``groups``
    are the people counted, one each. ``part_of`` is the index, in the tuple :func:`facts` gives, of the fact that includes this one.
    ``some`` of a toll that stands beside it say nothing of who the others were. ``also``: it befell them besides others; ``graded``:
    the words say how badly; ``fate_open``: they leave open whether anybody died. ``negated`` and ``modal`` facts did not happen or only
    may have; ``loose`` wording lets the attribute be inferred only; an ``owned`` one is claimed only beside an event that the article
    is chiefly about.
    """

    attribute: Attribute
    value: Quantity
    span: Span
    people: Span
    sentence: int
    block: BlockKind
    paragraph: int
    rule: str
    groups: tuple[PeopleGroup, ...] = ()
    population: str = ""
    scope: str = ""
    verb: Span | None = None
    agent: Span | None = None
    additional: bool = False
    negated: bool = False
    modal: bool = False
    loose: bool = False
    owned: bool = False
    total: bool = False
    some: bool = False
    also: bool = False
    graded: bool = False
    fate_open: bool = False
    part_of: int | None = None

    @property
    def happened(self) -> bool:
        """True when the sentence says that it is so."""
        return not self.negated and not self.modal


def facts(sentences: Sequence[Sentence], rules: Rulebook) -> tuple[Fact, ...]:
    """What became of people, in the order of the text."""
    gate = _gate(rules)
    found: list[Fact] = []
    for sentence in sentences:
        if sentence.block in SKIPPED or gate.search(sentence.symbols) is None:
            continue
        for fact in _of_sentence(phrased(sentence, rules), rules):
            found.append(fact if fact.part_of is None else _shifted(fact, len(found)))
    return tuple(found)


def _shifted(fact: Fact, at: int) -> Fact:
    """A part whose total was found just before it."""
    return replace(fact, part_of=at - (fact.part_of or 1))


@cache
def _gate(rules: Rulebook) -> re.Pattern[str]:
    """Symbols of plain tokens without any of which no fact pattern can match, once verb groups are opened again."""
    letters = alphabet(rules)
    chunks = letters.members("chunk")
    plain = (fact_patterns(rules).triggers - chunks) | trigger_symbols(rules)
    plain |= {letters.symbol(words.split()[0]) for rule in rules.of(Population) if rule.suffers for words in rule.many}
    return re.compile(f"[{''.join(sorted(map(re.escape, plain)))}]")


def _of_sentence(sentence: Sentence, rules: Rulebook) -> Iterator[Fact]:
    taken: list[tuple[str, Span]] = []
    found: list[Fact] = []
    nouns: list[Fact] = []
    for match in fact_patterns(rules).find(sentence.symbols):
        for name, attribute in match.rule.gives.items():
            if name not in match.caught:
                continue
            if match.rule.led and bare_participle(sentence, match.end - 1) and not word_at(sentence, match.end - 1).startswith("being "):
                continue
            if match.rule.noun:
                read = called(sentence, match.start)
            else:
                read = _constant(match, name, sentence) if match.rule.value else victims(sentence, *match.caught[name], match.end, rules)
            if read is not None and "sort" in match.caught:
                read = replace(read, end=match.caught["sort"][1])
            if read is None or (read.value.high == 0 and _graded(sentence, match, rules)) or _uncounted(sentence, read):
                continue
            fact = _fact(match, sentence, cast("Attribute", attribute), read, rules)
            if match.rule.of and fact.population not in match.rule.of:
                continue
            if any(a == attribute and fact.people.overlaps(span) for a, span in taken) or _said_again(fact, found):
                continue
            if attribute in ("hit", "injured") and (word_at(sentence, match.end), word_at(sentence, match.end + 1)) == ("to", "death"):
                continue  # "shot the gunman to death": killed
            if attribute == "killed" and fact.verb is None and word_at(sentence, match.end) in words_of(rules, "death-compound"):
                continue  # "the official death toll"
            if attribute == "hit" and (fact.value.low or 0) >= _CROWD:
                continue  # "two million commuters were hit": by a strike, a storm or a price
            taken.append((attribute, fact.people))
            found.append(fact)
            if match.rule.noun:
                nouns.append(fact)
    # "Three victims died": they are told of already.
    found = [f for f in found if f not in nouns or not any(o is not f and o.people.overlaps(f.people) for o in found)]
    counted = [(f.attribute, f.span) for f in found if f.groups]
    parts: list[Fact] = []
    for fact in sorted(found, key=lambda f: (f.people, f.attribute)):
        if any(p.attribute == fact.attribute and p.groups == fact.groups for p in parts):
            continue  # "nine were hit, including a sailor who was hit in the arm": told as a part already
        if fact.value.vague and not fact.groups and any(a == fact.attribute and fact.span.overlaps(s) for a, s in counted):
            continue  # "the deaths of nine people" tells of them already
        yield fact
        if fact.some:
            continue
        total = Total(fact.value, fact.population, fact.people, fact.span, fact.verb)
        own = [_part(fact, part, number) for number, part in enumerate(parts_of(total, sentence), 1)]
        parts += own
        yield from own
    yield from survivors(found)


def _uncounted(sentence: Sentence, read: Victims) -> bool:
    """Whether people are only what a number told elsewhere counts: "raising to 17 the number of people killed", "the number of people who
    died was put at 17", "the high number of people unaccounted for"."""
    before = ["", *(word_at(sentence, unit) for unit in range(max(0, read.start - _NUMBER_REACH), read.start))]
    told = any(before[at : at + 2] == ["number", "of"] and before[at - 1] not in ("a", "") for at in range(1, len(before) - 1))
    return read.value.vague and told


def _said_again(fact: Fact, found: Sequence[Fact]) -> bool:
    """Whether nothing but a pronoun tells once more what the sentence has told: "the wounded were taken there and they were treated"."""
    pronoun = len(fact.groups) == 1 and fact.groups[0].pronoun and fact.groups[0].words.lower() in ("they", "them")
    return pronoun and any(f.attribute == fact.attribute and f.happened and f.value.low != 1 and f.value.high != 0 for f in found)


def _constant(match: Match[FactRule], name: str, sentence: Sentence) -> Victims:
    """The number that a wording is: "a triple shooting"."""
    value = parse(match.rule.value, Quantity)
    assert isinstance(value, Quantity)  # the kind asked for
    start, end = match.caught[name]
    groups: tuple[PeopleGroup, ...] = ()
    if value == exactly(1):
        words = sentence.words(start, end)
        groups = (PeopleGroup(sentence.span_of(start, end), words, value, definite=True, pronoun=True),)
    return Victims(start, end, value, match.rule.population, groups, False)


def _fact(match: Match[FactRule], sentence: Sentence, attribute: Attribute, read: Victims, rules: Rulebook) -> Fact:
    rule = match.rule
    verbs = [v for v in sentence.values[match.start : match.end] if isinstance(v, VerbGroup)]
    verb = verbs[-1] if verbs else None  # "he was taken to a clinic and died": the last is what the rule asks for
    agent = sentence.span_of(*match.caught["agent"]) if "agent" in match.caught else None
    start = min(match.start if agent is None else match.caught["agent"][0], read.start)
    first = verb.span.start if verb is not None and verb.span.start < sentence.starts[read.start] else sentence.starts[read.start]
    if "agent" in match.caught or verb is None:
        first = min(first, sentence.starts[start])
    first = min(first, *(group.span.start for group in read.groups), first)  # "four people who are missing"
    last = max(sentence.ends[read.end - 1], verb.span.end if verb else sentence.ends[match.end - 1])
    if agent is not None:
        last = max(last, agent.end)
    population = read.population or rule.population or _own_population(match, sentence, read, rules)
    return Fact(
        attribute=attribute,
        value=replace(read.value, high=None) if rule.least and not population else read.value,
        span=Span(first, last),
        people=Span(sentence.starts[read.start], sentence.ends[read.end - 1]),
        sentence=sentence.index,
        block=sentence.block,
        paragraph=sentence.paragraph,
        rule=rule.id,
        groups=read.groups,
        population=population,
        scope=rule.scope,
        verb=verb.span if verb else None,
        agent=agent,
        additional=read.additional or rule.more,
        negated=rule.denied or bool(verb and verb.negated),
        modal=rule.modal or bool(verb and verb.modal) or _asked(sentence, min(read.start, match.start)),
        loose=rule.loose or bool(verb and not words_of(rules, "in-hospital").isdisjoint(verb.words.lower().split())),
        owned=rule.owned,
        total=rule.total,
        some=rule.part,
        also=bool(verb and _ALSO.search(verb.words)),
        graded=bool(verb and not words_of(rules, "grave").isdisjoint(verb.words.lower().split())),
        fate_open=bool(verb and not words_of(rules, "fate-open").isdisjoint(verb.words.lower().split())),
    )


def _own_population(match: Match[FactRule], sentence: Sentence, read: Victims, rules: Rulebook) -> str:
    """Whom other words of the match tell: "a boy shot himself", "65 bodies of civilians"."""
    if "sort" in match.caught:
        sort = group_at(sentence, match.caught["sort"][0])
        if sort is None or sort.population:
            return "" if sort is None else sort.population
        head = sort.words.lower()  # "nine of the dead were evacuees"
        return "" if " " in head or head in words_of(rules, "anybody") else head
    if "agent" not in match.caught or sentence.words(read.start, read.end).lower() not in words_of(rules, "reflexive"):
        return ""
    unit = match.caught["agent"][0]
    if unit >= read.end:
        return ""  # "he was himself shot by police"
    doer = group_at(sentence, unit - 1 if unit and word_at(sentence, unit) in ("who", "that") else unit)
    return "" if doer is None else doer.population


def _graded(sentence: Sentence, match: Match[FactRule], rules: Rulebook) -> bool:
    """Whether the wounds are told with their degree: that nobody is "seriously injured" does not say that nobody is hurt, nor does
    "none of the injuries" threatening a life."""
    words = sentence.words(match.start, match.end).lower()
    degrees = words.startswith("none of the ") and words.endswith(("injuries", "wounds"))
    return degrees or not words_of(rules, "grave").isdisjoint(words.replace("-", " ").split())


def _asked(sentence: Sentence, start: int) -> bool:
    """Whether the people stand behind *if*, *whether* or *whenever*: nobody says that it is so; or behind *neither*, what nobody
    believes or what might have been."""
    if word_at(sentence, start - 1) in ("whenever", "anytime") or sentence.words(max(0, start - 2), start).lower() in _EVERY_TIME:
        return True
    before = sentence.words(max(0, start - _DENIAL), start)
    if _DENIED.search(before) or _MIGHT.search(before):
        return True
    return word_at(sentence, start - 1) in ("if", "whether", "unless") or word_at(sentence, start - 2) in ("if", "whether")


def _part(fact: Fact, part: Part, number: int) -> Fact:
    """The part of a fact that some of its people are."""
    span = Span(min(part.people.start, fact.span.start), max(part.people.end, fact.span.end))
    return replace(
        fact, value=part.group.count, span=span, people=part.people, groups=(part.group,), population=part.population,
        additional=False, total=False, part_of=number, scope=f"place:{part.place}" if part.place else fact.scope,
    )  # fmt: skip


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The facts a rule finds in a text: the evidence, and ``attribute{population}=value``."""
    document = Document("", "", "", text, (Block("body", Span(0, len(text))),))
    return [(f.span.of(text), told(f)) for f in facts(annotate(document, rules).sentences, rules) if f.rule == rule.id]


def told(fact: Fact) -> str:
    """A fact in short: ``killed{children}=4``."""
    population = f"{{{fact.population}}}" if fact.population else ""
    value = format(fact.value)
    return f"{fact.attribute}{population}{'' if value[:1] in '<>' else '='}{value}"
