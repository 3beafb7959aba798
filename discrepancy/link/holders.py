"""Posts that several articles give to somebody: whether they mean one post.

Takes the holders that each article tells of, and the pairs of articles that tell one story; tells which claims are of one post and what it
is called by. A post of a body (a firm, a club, a town) is one where both articles name the body; of a thing ("the ferry's captain") where
they have words for one sort of thing, of which neither tells two; a gunman is the story's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.link.names import judge
from discrepancy.link.things import alike, one_thing, singular
from discrepancy.model.claims import Claim
from discrepancy.model.values import Terms, When
from discrepancy.rulebook.kinds.roles import EITHER_NAME, GIVEN_NAME, SINCE, SPEAKER_NAME, SolePost
from discrepancy.rulebook.schema import Rulebook

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_STOP = re.compile(r"[.!?]\s|\n")
_REACH = 200
_FIRSTS = frozenset(("first", "time", "since", "worst", "such"))
_SPELLED = 3
"""Letters from which on a given name is no initial."""
_ALIKE = 2
"""Words that two such years must share beside them."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a post in one article: its claim, the ``post``, what has it ("" where that is not said), its sort, and the person.
    ``told`` are the nouns of things with such a post that the article tells of, or its places where the post is that of a town without a
    name. The year since which a thing had not happened is one of the sort ``since``, with the stems of its words; the answer to a question
    about details is one of the sort ``answer``, and the question is its post; somebody with a trade is one of the sort ``name``, and the
    trade is the post, and the body as well where it and the surname tell who he is; who is quoted is one of the sort ``quoted``, and the
    post is to be the speaker of these words."""

    article: str
    claim: str
    post: str
    body: str
    sort: str
    person: str
    told: frozenset[str] = frozenset()


def holders(claims: Sequence[Claim], text: str, towns: frozenset[str], rules: Rulebook) -> tuple[Holder, ...]:
    """The holders of posts among the claims of one article, which tells of these places."""
    posts = {rule.id: rule for rule in rules.of(SolePost)}
    answers = (c for c in claims if c.attribute == "detail" and not (c.entity or c.population))
    found = [Holder(c.article, c.id, c.scope, "", "answer", "") for c in answers]
    for claim in claims:
        if claim.rule == SPEAKER_NAME and isinstance(claim.value, Terms):
            found.append(Holder(claim.article, claim.id, claim.population, "", "quoted", claim.value.members[0]))
        if claim.rule in (GIVEN_NAME, EITHER_NAME) and isinstance(claim.value, Terms):
            known = claim.scope if claim.rule == GIVEN_NAME else ""
            found.append(Holder(claim.article, claim.id, claim.scope, known, "name", claim.value.members[0]))
    told = [(claim, posts[claim.rule]) for claim in claims if claim.rule in posts]
    words = frozenset(text.lower().replace(",", " ").replace(".", " ").split()) if told else frozenset()
    since = [claim for claim in claims if claim.rule == SINCE and isinstance(claim.value, When)]
    stems = {claim.id: frozenset(word[:_STEM] for word in _WORD.findall(_sentence(claim, text).lower())) for claim in since}
    found += [Holder(claim.article, claim.id, claim.scope, "", "since", "", stems[claim.id]) for claim in since]
    found += [
        Holder(
            claim.article,
            claim.id,
            rule.label,
            claim.population,
            rule.sort,
            claim.value.members[0],
            towns if rule.sort == "body" and not claim.population else _named(rule.nouns, words),
        )
        for claim, rule in told
        if isinstance(claim.value, Terms)
    ]
    return tuple(found)


def _named(nouns: Iterable[str], words: frozenset[str]) -> frozenset[str]:
    """Those nouns that are among the words of a text, in either number."""
    return frozenset(noun for noun in nouns if any(form in words and singular(form) == noun for form in (noun, f"{noun}s")))


def _sentence(claim: Claim, text: str) -> str:
    """The words of a claim from the full stop before them to the one behind."""
    start, end = claim.evidence.span.start, claim.evidence.span.end
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return _STOP.split(before)[-1] + claim.evidence.exact + _STOP.split(after)[0]


def held(
    found: Mapping[str, Sequence[Holder]], stories: Iterable[tuple[str, str]], shown: Mapping[str, Collection[str]], rules: Rulebook
) -> dict[str, str]:
    """The claims that are of a post of which two articles of one story tell, each with the words for the post. ``found`` are the holders
    of each article, ``shown`` the names that it tells of."""
    names: dict[str, str] = {}
    for one, other in stories:
        for ours in found.get(one, ()):
            for theirs in found.get(other, ()):
                shared = _beside(ours, theirs, shown[one], shown[other])
                if (ours.sort, ours.post) != (theirs.sort, theirs.post) or not shared:
                    continue  # a director by trade is not the one whom a museum has
                if not _one_post(ours, theirs, shared, rules) or _alike(ours, theirs, rules):
                    continue
                called = names.get(ours.claim) or names.get(theirs.claim) or _called(ours, theirs, shared)
                names.setdefault(ours.claim, called)
                names.setdefault(theirs.claim, called)
    return names


def _beside(a: Holder, b: Holder, ours: Collection[str], theirs: Collection[str]) -> list[str]:
    """The names that both articles tell of; where the name itself is asked for, those that have no word of it: two towns have a Mayor
    Rudd each."""
    shared = sorted(set(ours) & set(theirs))
    if a.sort != "name":
        return shared
    own = {*a.person.split(), *b.person.split()}
    return [name for name in shared if own.isdisjoint(name.split())]


def _one_post(a: Holder, b: Holder, shared: Sequence[str], rules: Rulebook) -> bool:
    if a.sort == "since":
        return len((a.told & b.told) - _FIRSTS) >= _ALIKE
    if a.sort == "name":
        first, second = a.person.split(), b.person.split()
        return (bool(a.body) and first[-1] == second[-1]) or (len(first[0]) >= _SPELLED and first[0] == second[0])
    if a.sort in ("anybody", "answer", "quoted"):
        return True
    named = [body[:1].isupper() for body in (a.body, b.body)]
    if a.sort == "body" and not (a.body or b.body):
        return len(a.told | b.told) == 1 and a.told == b.told  # "the mayor", where both articles tell of one town
    if a.sort == "body" and not (a.body and b.body):
        return (a.body or b.body) in shared
    if all(named) or a.sort == "body":
        return one_thing(a.body, b.body, rules) is True
    if not any(named):
        return one_thing(a.body, b.body, rules) is True
    # "the captain of the Lady Ann" and "the ferry's captain": of one ship, where either article tells of one sort
    noun = b.body if named[0] else a.body
    name = a.body if named[0] else b.body
    sorts = a.told | b.told
    return name in shared and all(word == noun or word in alike(noun, rules) for word in sorts)


def _alike(a: Holder, b: Holder, rules: Rulebook) -> bool:
    """Whether two names that are not the same may all the same be one person's."""
    if a.person == b.person:
        return False
    return judge(a.person, b.person, "person", rules).verdict != "different"


def _called(a: Holder, b: Holder, shared: Sequence[str]) -> str:
    if a.sort == "quoted":
        return f"“{a.post} …” in the story of {' and '.join(shared[:2])}"
    if a.sort in ("since", "answer"):
        return f"the story of {' and '.join(shared[:2])}"
    if a.sort == "name":
        known = -1 if a.person.split()[-1] == b.person.split()[-1] else 0
        return f"the {a.post} {a.person.split()[known]} in the story of {' and '.join(shared[:2])}"
    body = max((a.body, b.body), key=lambda body: (body[:1].isupper(), len(body)))
    if body[:1].isupper():
        return f"the {a.post} of {body}"
    return f"the {a.post}{f' of the {body}' if body else ''} in the story of {' and '.join(shared[:2])}"
