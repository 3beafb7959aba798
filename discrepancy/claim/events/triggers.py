"""Words that name an event: which words of a line do, and which only look like it.

Takes one line of an article; gives drafts, one a trigger. A draft is what one clause says; which drafts are one
event is the task of :mod:`discrepancy.claim.events.coreference`. The words and what their prepositions bring are
``rules/events``.
"""

from __future__ import annotations

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line, proper_nouns
from discrepancy.annotate.noungroups import Range, object_of
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.parties import Party, arms, outlaws
from discrepancy.claim.events.by_noun import by_noun
from discrepancy.claim.events.by_verb import by_verb
from discrepancy.claim.events.certainty import circumstances, left_open, none_of, only_charged
from discrepancy.claim.events.drafts import Draft, Lexicon, lexicon_of, openings, phrase_at, phrases_at
from discrepancy.claim.events.figurative import figurative
from discrepancy.claim.events.general import dated, general, reckoned, share_kind
from discrepancy.claim.events.idioms import of_a_body, of_a_game, of_words
from discrepancy.claim.events.joins import causes, setting, time_of_vote, told_as_separate
from discrepancy.claim.events.nouns import of_group_end
from discrepancy.claim.events.partings import answered, looked_into, one_by_one, one_more, recalled_behind, several_deeds
from discrepancy.claim.events.recalls import recalled
from discrepancy.claim.events.several import several
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.whereabouts import at_the_time, first_deed, where
from discrepancy.claim.events.wordclass import adjectival, counted, forces_act, infinitive, is_noun
from discrepancy.claim.times.following import follow
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook


def has_trigger(line: Line, rules: Rulebook) -> bool:
    """A quick no for lines that tell of no event."""
    lexicon = lexicon_of(rules)
    return not lexicon.begin.isdisjoint(line.words)


def drafts(line: Line, index: int, rules: Rulebook) -> list[Draft]:
    """The drafts of one line, in the order of their triggers."""
    lexicon = lexicon_of(rules)
    found: list[Draft] = []
    taken = 0
    for unit in openings(line, lexicon):
        if unit < taken:
            continue
        word, value = line.words[unit], line.values[unit]
        proper = value if isinstance(value, Name) and value.kind == "event" else None
        hit = next((one for one in phrases_at(line, unit, lexicon) if not _other(line, unit, one, lexicon, rules)), None)
        if proper is not None:
            kind, named, taken = proper_nouns(rules)[word], True, unit + 1
        elif hit is not None:
            length, kind, named = hit
            taken = unit + length
            verbal = line.tags[unit] == "b" and line.tags[unit + 1] != "D"  # not "was the work of"
            unit += (verbal or word == "to") and length > 1  # "were executed": the verb is what names it
        elif word in lexicon.words and value is None:
            if unit > 1 and line.tags[unit - 1] == "-" and line.words[unit - 2] in ("anti", "counter", "non"):
                continue
            noun, verbs = lexicon.words[word]
            named = (not verbs or (noun is not None and is_noun(line, unit))) and not infinitive(line, unit, rules)
            if named and noun is not None and verbs:
                named = not forces_act(line, unit, rules)
            chosen = noun if named else next((kind for kind in verbs if not _lone(line, unit, kind, lexicon)), next(iter(verbs), noun))
            if named and (_thing(line, unit + 1, lexicon) or _ceased(line, unit, rules)):
                continue
            listed = line.words[unit + 1 : unit + 2] and line.words[unit + 1] in words_of(rules, "roster")
            if chosen is None or (not named and (listed or adjectival(line, unit) or counted(line, unit))):
                continue  # "on injured reserve"
            kind, taken = chosen, unit + 1
        else:
            continue
        if not named and word in lexicon.carriers and _carries(line, taken - 1, lexicon):
            continue
        if (line.words[taken - 1] in ("of", "charged") and _of_sum(line, taken)) or (named and _of_war(line, unit)):
            continue
        if figurative(line, unit, taken, rules) or none_of(line, unit):
            continue
        draft = Draft(kind, index, unit, taken, named, clause(line, unit))
        if proper is not None:
            draft.called, draft.definite = proper.short_for or proper.text, True
        elif named:  # "Hurricane Delia weakened to a storm": what it is or was
            draft.joins = next((at for at, other in enumerate(found) if other.called and other.type.type == kind.type), None)
        if named:
            by_noun(line, draft, found, lexicon, rules)
            time_of_vote(line, draft, found)
        else:
            by_verb(line, draft, found, lexicon, rules)
        hits_people = (word in lexicon.carriers and kind.outcome) or (kind.by_victim and (kind.id in lexicon.beside or kind.armed))
        if not named and hits_people and not any(who.names or who.kind == "pronoun" for who in draft.victims):
            continue  # "executed a search warrant", "executed its plan", "seized a bank"
        if not draft.places and draft.joins is None:
            where(line, draft, rules)
        if not draft.places and draft.joins is None:
            first_deed(line, draft, rules)
        circumstances(line, draft, lexicon, rules)
        draft.another |= reckoned(line, draft, rules)
        if setting(line, draft, found):
            continue
        crime = kind.type in types_of(rules, "crime")
        then = any(at < draft.start for at in draft.times)  # "was accused of a 2015 bombing that killed nine"
        known = then or (draft.definite and (draft.alleged or draft.times))
        if named and crime and not known and only_charged(line, unit, lexicon, rules):
            continue
        if named and kind.refers and not kind.asks and not draft.actors:
            continue  # "the crime scene"
        if named and kind.refers and line.words[unit - 1 : unit] and line.words[unit - 1] in words_of(rules, "relief"):
            continue  # "the rescue operation"
        if (
            kind.named_actor
            and not named
            and draft.joins is None
            and (not _armed(line, draft, lexicon) or _driven(line, draft, lexicon, rules))
        ):
            continue
        if _figurative(draft, rules) or of_a_body(line, draft, rules) or of_words(line, draft, rules):
            continue
        armed = kind.armed and _bears_arms(line, draft, rules)
        fresh = named and not draft.definite and line.words[taken : taken + 1] == ("by",)  # "quick action by the army saved nine"
        if kind.armed and (fresh or not (armed or kind.id in lexicon.beside)):
            continue
        leaves = line.words[taken : taken + 1] in (("out",), ("off",))  # "stormed out of the talks"
        if kind.refers and draft.joins is None and _for_something(line, draft, lexicon):
            continue
        if kind.by_outlaws and (leaves or not any(outlaws(line, who, rules) for who in draft.actors)):
            continue
        if kind.refers and kind.object == "victims" and not any(who.names or who.kind == "pronoun" for who in draft.victims):
            continue  # "a statement released by the Front"
        if (kind.negated and not draft.denied) or (kind.joined and kind.id not in lexicon.beside and draft.joins is None):
            continue
        draft.denied &= not kind.negated
        if kind.negated:
            draft.actors.append(Party("pronoun", (), draft.start, draft.end))  # whoever leads the sentence keeps him away
        draft.unsure |= crime and general(line, draft, rules)
        draft.unsure &= not (crime and dated(line, draft))
        draft.unsure &= not (kind.negated or line.words[draft.start] == "not")  # "would not allow" is a refusal
        alone = draft.joins is None or not (kind.joined or found[draft.joins].type.type == kind.type)  # "struck back, firing at a base"
        if alone and not armed and _without(kind, line, draft.clause, draft.start, lexicon):
            continue
        if not kind.weak or draft.joins is not None or _tied(line, draft, rules):
            found.append(draft)
    if of_a_game(line, found, rules):
        found = [draft for draft in found if draft.type.type == "contest" and draft.joins is None]
    causes(line, found, rules)
    if len(found) > 1:
        answered(line, found, lexicon)
        recalled_behind(line, found, rules)
        told_as_separate(line, found, rules)
        share_kind(line, found, rules)
        several_deeds(line, found, rules)
        looked_into(line, found)
        one_by_one(line, found)
    for at, draft in enumerate(found):
        draft.actors[:] = [who for who in draft.actors if not left_open(line, draft, who, rules)]
        if draft.joins is None or draft.joins < at:
            draft.parts = several(line, draft, rules)
            draft.places += [place for part in draft.parts for place in part.places if place not in draft.places]
    follow(line, found)
    at_the_time(line, found, rules)
    recalled(line, found, rules)
    one_more(line, found, lexicon, rules)
    return found


def _of_sum(line: Line, unit: int) -> bool:
    """Whether a sum or a share stands at a unit: "a loss of 310 million euros", "charged five euros a head"."""
    value = line.values[unit] if unit < len(line.words) else None
    return isinstance(value, QuantityMention) and bool(value.unit)


def _of_war(line: Line, unit: int) -> bool:
    """Whether a war only says what sort of people somebody is: "prisoners of war"."""
    return line.words[max(0, unit - 2) : unit + 1] in (("prisoners", "of", "war"), ("prisoner", "of", "war"))


def _other(line: Line, unit: int, phrase: tuple[int, EventType, bool], lexicon: Lexicon, rules: Rulebook) -> bool:
    """Whether a phrase names something else here."""
    length, kind, named = phrase
    if _lone(line, unit, kind, lexicon) or (named and (_thing(line, unit + length, lexicon) or _ceased(line, unit, rules))):
        return True
    last = unit + length - 1  # "was killed by a car | bomb", "by a train | driver"
    return not named and length > 2 and line.tags[last - 2 : last + 2] == "PDww"


def _lone(line: Line, unit: int, kind: EventType, lexicon: Lexicon) -> bool:
    """Whether words lack the word beside which alone they name an event: "to hit" without an aim."""
    return kind.id in lexicon.beside and _without(kind, line, clause(line, unit), unit, lexicon)


def _thing(line: Line, unit: int, lexicon: Lexicon) -> bool:
    """Whether the next noun makes a name of violence a thing: "death squad", "a fire engine"."""
    return not lexicon.things.isdisjoint(line.words[unit : unit + 1])


def _ceased(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether somebody is told to do it no longer, or to leave it: "halted its attacks", "ceased their acts of sabotage", "to suspend
    attacks", "refrain from attacks"."""
    ceasing, at = words_of(rules, "ceasing"), unit - 1
    while at > 0 and line.words[at] not in ceasing and (line.tags[at] in "w-" or line.words[at] == "of"):
        at -= 1
    if at > 0 and line.tags[at] == "Y":
        return line.words[at - 1] in ceasing
    at -= line.words[at] == "from"
    return at >= 0 and line.words[unit].endswith("s") and line.words[at] in ceasing and line.words[at + 1] != "to"


def _without(kind: EventType, line: Line, within: Range, unit: int, lexicon: Lexicon) -> bool:
    """Whether a clause holds none of the words that a rule asks for, where it asks for any."""
    asked = lexicon.beside.get(kind.id)
    return asked is not None and asked.isdisjoint(_clause_words(line, within, unit))


def _for_something(line: Line, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the word that a rule asks for goes on to tell for what: "held the Front responsible for the debt" is about no deed told
    before."""
    asked = lexicon.beside.get(draft.type.id, frozenset())
    end = min(draft.clause[1], len(line.words) - 1)
    return any(line.words[unit] in asked and line.words[unit + 1] == "for" for unit in range(draft.end, end))


def _clause_words(line: Line, whole: Range, verb: int) -> tuple[str, ...]:
    """The words of a verb's clause; where an aside cuts it from its subject, "Its aim, it said, was to hit", those before it too."""
    start, end = whole
    aside = any(line.tags[unit] == "K" and line.tags[unit + 1] in "bh" for unit in range(start, verb - 1))
    cut = start > 0 and line.tags[start - 1] == "K" and aside
    return line.words[0 if cut else start : end]


def _carries(line: Line, verb: int, lexicon: Lexicon) -> bool:
    """Whether the object of a light verb names the event itself: "executed a retaliatory airstrike"."""
    thing = object_of(line, verb)
    if thing is None:
        return False
    return any(phrase_at(line, u, lexicon) or lexicon.words.get(line.words[u], (None,))[0] for u in range(*thing))


def _armed(line: Line, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a state, a group, a person of note or armed forces do it."""
    if draft.weapons:
        return True
    for who in draft.actors:
        if who.kind in ("state", "group", "person", "both"):
            return True
        words = line.words[who.start : who.end]
        if who.kind == "pronoun" and (words in (("it",), ("they",), ("we",)) or not draft.type.against_state):
            return True
        if not lexicon.office.isdisjoint(words):
            return True
        if not lexicon.armed.isdisjoint(words) and (draft.times or draft.places or line.tags[who.start] in "DQ"):
            return True  # "terrorists who have targeted people" told of no deed
    return False


def _driven(line: Line, draft: Draft, lexicon: Lexicon, rules: Rulebook) -> bool:
    """Whether a vehicle did it, and no arm is told of: "the lorry was speeding when it hit the van"."""
    if not draft.actors or draft.weapons or any(line.words[who.start : who.end] != ("it",) for who in draft.actors):
        return False
    if any(word in lexicon.weapons for word in line.words) or not words_of(rules, "munition").isdisjoint(line.words):
        return False
    return not words_of(rules, "vehicle").isdisjoint(line.words[: draft.start])


def _figurative(draft: Draft, rules: Rulebook) -> bool:
    """Whether all that was attacked is an idea: "an attack on freedom of thought", "attacked the plan"."""
    hit = [name.lower().split() for who in draft.targets for name in who.names]
    heads = [words[words.index("of") - 1] if "of" in words[1:] else words[-1] for words in hit if words]
    return bool(heads) and not draft.victims and words_of(rules, "idea").issuperset(heads)


def _bears_arms(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether whoever a deed is put down to bears arms, "suspect the Red Dawn group", and it is not told for what: "blamed the Front for
    the crisis" and "was accused of handling it badly" are about no deed."""
    armed = words_of(rules, "armed") | words_of(rules, "office")
    for who in draft.actors:
        called = line.words[who.start : of_group_end(line, (who.start, who.end), rules)]
        bears = not armed.isdisjoint(called) or any(arms(name, rules) for name in who.names)
        of_what = line.words[who.end : who.end + 1] == ("of",) and not any(line.names(who.end, who.start + len(called)))
        behind = max(draft.end, who.start + len(called))
        behind += line.tags[behind : behind + 1] == '"'  # 'blamed the army "for its inability"'
        if bears and not of_what and line.words[behind : behind + 1] not in (("for",), ("of",)):
            return True
    return False


def _tied(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether a weak word has somebody, a place, a time or a number beside it, or stands in a headline; or somebody survived it."""
    if draft.actors or draft.targets or draft.places or draft.times or draft.definite:
        return True
    start, end = draft.clause
    if not words_of(rules, "spared").isdisjoint(line.words[start : draft.start]):
        return True
    return line.sentence.block in ("headline", "standfirst") or "Q" in line.tags[start:end] or "T" in line.tags[start:end]
