"""Events across articles: one happening found behind several reports, look-alikes kept apart."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from discrepancy.link.events import link_events
from discrepancy.link.holding import Holding
from discrepancy.link.outlines import outline
from discrepancy.link.settled import Settled
from discrepancy.model.claims import Claim, EventMention, Name, NameKind, Reading
from discrepancy.model.findings import Event
from discrepancy.model.text import Document, Evidence, Sourced, Span
from discrepancy.model.values import When, between, day, exactly
from discrepancy.rulebook import rulebook

RULES = rulebook()


def inside(whole: str, part: str) -> bool | None:
    return {("Norland", "Vik"): True}.get((whole, part), whole == part)


def around(place: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset((place,)), frozenset(("Norland",) if place == "Vik" else ())


def seen(article: str, words: str) -> Evidence:
    return Evidence(article, Span(0, len(words)), words, "", "")


def mention(article: str, number: int = 1, **more: object) -> EventMention:
    made = EventMention(f"{article}:event:{number}", article, "strike", (seen(article, "strike"),))
    return replace(made, **more)  # type: ignore[arg-type]  # the fields are named by each test


def reading(*mentions: EventMention, killed: int | None = None) -> Reading:
    article = mentions[0].article
    claims = ()
    if killed is not None:
        claims = (Claim(f"{article}:k", article, "killed", exactly(killed), seen(article, "x"), "r", event=mentions[0].id),)
    return Reading(article, claims, mentions, (), (), 0, 0)


def linked(
    *readings: Reading, settled: Settled[str] | None = None, published: Mapping[str, date] | None = None
) -> tuple[tuple[Event, ...], Holding]:
    """Linked readings, of articles that were ``published`` on some days."""

    def document(article: str) -> Document:
        when = (published or {}).get(article)
        return Document(article, "", "", "", (), published=Sourced(day(when), "header") if when else None)

    outlines = [outline(one, document(one.article), RULES, inside, str.isupper, settled) for one in readings]
    return link_events(outlines, RULES, inside, around, settled)


def grouped(*readings: Reading, published: Mapping[str, date] | None = None) -> list[set[str]]:
    return [set(event.mentions) for event in linked(*readings, published=published)[0]]


STRIKE = {"actors": ("Norland",), "places": ("Vik",), "when": day(date(2024, 1, 16))}
COUNTER = {"actors": ("Sudland",), "places": ("Os",), "when": day(date(2024, 1, 18))}


def test_strike_and_counter_strike_stay_two_events_in_every_article() -> None:
    found = grouped(
        reading(mention("a", 1, **STRIKE), mention("a", 2, **COUNTER)),
        reading(mention("b", 1, **COUNTER), mention("b", 2, **STRIKE)),
    )
    assert found == [{"a:event:1", "b:event:2"}, {"a:event:2", "b:event:1"}]


def test_a_day_of_difference_does_not_split_an_event() -> None:
    other = {**COUNTER, "when": day(date(2024, 1, 17))}
    assert grouped(reading(mention("a", **COUNTER)), reading(mention("b", **other))) == [{"a:event:1", "b:event:1"}]


def test_nine_days_of_difference_do() -> None:
    other = {**STRIKE, "when": day(date(2024, 1, 27))}
    assert len(grouped(reading(mention("a", **STRIKE), killed=9), reading(mention("b", **other), killed=9))) == 2


def test_a_slip_of_the_month_does_not() -> None:
    slipped = {**STRIKE, "when": day(date(2023, 12, 16))}
    assert len(grouped(reading(mention("a", **STRIKE), killed=9), reading(mention("b", **slipped), killed=9))) == 1


def test_two_places_in_one_article_are_two_events() -> None:
    elsewhere = {**STRIKE, "places": ("Os",)}
    found = grouped(reading(mention("a", 1, **STRIKE), mention("a", 2, **elsewhere)), reading(mention("b", **STRIKE)))
    assert found == [{"a:event:1", "b:event:1"}, {"a:event:2"}]


def test_one_deed_that_an_article_lays_to_two_parties_is_one_event() -> None:
    ours = mention("a", 1, **{**STRIKE, "actors": ("Sudland",)})
    again = mention("a", 2, actors=("Norland",), places=("Vik",))
    others = reading(mention("b", **STRIKE)), reading(mention("c", **STRIKE))
    assert grouped(reading(ours, again), *others) == [{"a:event:1", "a:event:2", "b:event:1", "c:event:1"}]
    later = replace(again, when=day(date(2024, 1, 18)))  # a day of its own: a strike of its own
    assert len(grouped(reading(ours, later), *others)) == 2
    same = replace(again, actors=("Sudland",))  # two of one party by the article's own word
    assert len(grouped(reading(ours, same), *others)) == 2


def test_what_an_article_tells_twice_is_one_event_where_another_article_fits_both() -> None:
    first = mention("a", 1, main=True, **{**STRIKE, "actors": ()})
    again = mention("a", 2, places=("Vik",), targets=("Harbour Hall",))
    rival = mention("a", 3, **COUNTER)  # because of it the article alone does not say which of the two "again" is about
    assert len(grouped(reading(first, again, rival))) == 3
    other = reading(mention("b", main=True, targets=("Harbour Hall",), **STRIKE))
    assert grouped(reading(first, again, rival), other)[0] == {"a:event:1", "a:event:2", "b:event:1"}
    elsewhere = replace(again, places=("Os",))
    assert {"a:event:1", "b:event:1"} in grouped(reading(first, elsewhere, rival), other)


def test_a_month_or_a_year_beside_one_story_parts_nobody() -> None:
    names = (Name("place", "Vik", Span(0, 1)), Name("person", "Ann Example", Span(0, 1)), Name("group", "Harbour Guard", Span(0, 1)))

    def told(article: str, when: When, known: tuple[Name, ...] = names) -> Reading:
        return replace(reading(mention(article, main=True, **{**STRIKE, "when": when})), names=known)

    month, far = between(date(2023, 9, 1), date(2023, 9, 30)), day(date(2023, 9, 5))
    dated = told("b", day(date(2024, 1, 16)))
    assert grouped(told("a", month), dated) == [{"a:event:1", "b:event:1"}]
    assert len(grouped(told("a", far), dated)) == 2  # a day told is a day meant
    assert len(grouped(told("a", month, names[:1]), dated)) == 2  # no story shared


def test_what_two_articles_lead_with_is_one_where_they_share_a_name_of_whatever() -> None:
    def told(article: str, kind: NameKind, name: str) -> Reading:
        return replace(reading(mention(article, main=True)), names=(Name(kind, name, Span(0, 1)),))

    town = told("b", "place", "Rook Haven")
    assert len(grouped(told("a", "unknown", "Rook Haven"), town)) == 1
    assert len(grouped(told("a", "unknown", "Port Ell"), town)) == 2
    assert len(grouped(told("a", "outlet", "Rook Haven"), town)) == 2


def test_bare_words_go_with_the_main_event_unless_another_could_be_meant() -> None:
    main = mention("a", 1, main=True, **STRIKE)
    assert grouped(reading(main, mention("a", 2))) == [{"a:event:1", "a:event:2"}]
    assert len(grouped(reading(main, mention("a", 2), mention("a", 3, **COUNTER)))) == 3


def test_what_did_not_happen_is_no_event() -> None:
    assert grouped(reading(mention("a", realis="hypothetical", **STRIKE))) == []


def test_a_coarser_place_is_the_same_place() -> None:
    coarse = {**STRIKE, "places": ("Norland",)}
    assert len(grouped(reading(mention("a", **STRIKE)), reading(mention("b", **coarse)))) == 1


def test_an_attribute_that_alone_holds_two_mentions_together_is_told() -> None:
    only = {"actors": ("Norland",)}
    _, aligned = linked(reading(mention("a", **only)), reading(mention("b", **only)))
    assert aligned.between("a:event:1", "b:event:1") == {"actor", "type"}


def test_the_order_of_readings_changes_nothing_but_the_order() -> None:
    one, other = reading(mention("a", **STRIKE)), reading(mention("b", **STRIKE))
    assert sorted(map(sorted, grouped(one, other))) == sorted(map(sorted, grouped(other, one)))


def test_what_is_settled_outweighs_all_evidence() -> None:
    far = {**STRIKE, "places": ("Os",), "when": day(date(2024, 5, 2))}
    readings = [reading(mention("a", **STRIKE)), reading(mention("b", **STRIKE)), reading(mention("c", **far))]

    def settled(**pairs: object) -> list[set[str]]:
        found, aligned = linked(*readings, settled=Settled(**pairs))  # type: ignore[arg-type]
        assert not any(aligned.between(*pair) for pair in pairs.get("same", ()))
        return [set(event.mentions) for event in found]

    one, two, three = "a:event:1", "b:event:1", "c:event:1"
    assert settled() == [{one, two}, {three}]
    assert settled(different=frozenset({(one, two)})) == [{one}, {two}, {three}]
    # The third goes with the first by an editor's word, and the second with the first by evidence.
    assert settled(same=((one, three),)) == [{one, two, three}]
    assert settled(same=((one, three),), different=frozenset({(two, three)})) == [{one, three}, {two}]
    assert settled(same=(("nobody", three),)) == [{one, two}, {three}]


def test_another_actor_of_one_deed_is_a_difference_and_no_other_event() -> None:
    accused = {**STRIKE, "actors": ("Nordland",)}
    events, aligned = linked(reading(mention("a", **STRIKE)), reading(mention("b", **accused)))
    assert [event.mentions for event in events] == [("a:event:1", "b:event:1")]
    assert "actor" not in aligned.between("a:event:1", "b:event:1")


def test_another_town_of_the_same_country_can_be_asked_about() -> None:
    one = {**STRIKE, "places": ("Vik", "NORLAND")}
    other = {**STRIKE, "places": ("Os", "NORLAND")}
    events, aligned = linked(reading(mention("a", **one)), reading(mention("b", **other)))
    assert [event.mentions for event in events] == [("a:event:1", "b:event:1")]
    assert "place" not in aligned.between("a:event:1", "b:event:1")


def test_a_third_report_that_says_little_does_not_keep_two_others_apart() -> None:
    bare = mention("c", actors=("Norland",))
    accused = {**STRIKE, "actors": ("Nordland",)}
    told = [reading(mention("a", **STRIKE)), reading(mention("b", **STRIKE)), reading(bare), reading(mention("d", **accused))]
    assert grouped(*told) == [{"a:event:1", "b:event:1", "c:event:1", "d:event:1"}]
