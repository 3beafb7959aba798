"""Patterns: the notation, the symbols, and that a rule is tried only where it can match."""

from pathlib import Path

import pytest

from discrepancy.rulebook import Rulebook, rulebook
from discrepancy.rulebook.alphabet import TOKEN, all_patterns, alphabet, shape
from discrepancy.rulebook.kinds.words import Fragment
from discrepancy.rulebook.notation import Parser, PatternFault, Row, literals, parse
from discrepancy.rulebook.patterns import Patterns, pattern_faults

WORDS = """\
kind: words
rules:
  - id: people
    words: man men woman
    phrases: [police officer]
    examples: ["a [[man]]"]
    counter_examples: ["a map"]
  - id: kill
    words: killed shot
    examples: ["[[killed]]"]
    counter_examples: ["kin"]
  - id: month
    exact: [May]
    examples: ["[[May]]"]
    counter_examples: ["may"]
"""


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    (tmp_path / "words.yaml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "fragments.yaml").write_text("kind: fragments\nrules:\n  - id: toll\n    pattern: count:digits people\n", encoding="utf-8")
    return rulebook(base=tmp_path)


def matches(book: Rulebook, pattern: str, text: str) -> list[tuple[str, dict[str, str]]]:
    letters = alphabet(book)
    tokens = TOKEN.findall(text)
    symbols = "".join(letters.symbols(tokens))
    found = Patterns([Fragment(id="x", pattern=pattern)], letters, book).find(symbols)
    return [(" ".join(tokens[m.start : m.end]), {name: " ".join(tokens[a:b]) for name, (a, b) in m.caught.items()}) for m in found]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("kill digits people", "They shot 3 men.", ["shot 3 men"]),
        ("kill digits people", "They shot the map.", []),
        ("people ..3 kill", "The man who fell was killed.", ["man who fell was killed"]),
        ("people ..3 kill", "The man fell. He killed.", []),
        ("digits&!year-number people", "in 2024 men left 3 men", ["3 men"]),
        ("month", "May we go in May", ["May", "May"]),
        ("(people | digits)+ kill", "9 men killed", ["9 men killed"]),
        ("<toll> kill", "12 men killed", ["12 men killed"]),
        ("digits{2,3}", "1 2 3 4", ["1 2 3"]),
        ("^ people", "men and men", ["men"]),
    ],
)
def test_patterns_match_what_they_say(book: Rulebook, pattern: str, text: str, found: list[str]) -> None:
    assert [words for words, _ in matches(book, pattern, text)] == found


def test_caught_units_come_back_under_their_names(book: Rulebook) -> None:
    ((_, caught),) = matches(book, "dead:<toll> verb:kill", "12 men killed")
    assert caught == {"dead": "12 men", "count": "12", "verb": "killed"}


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("(people", "bracket opened at character 1"),
        ("people )", "unexpected ')' at character 8"),
        ("<nothing>", "no fragment 'nothing'"),
        ("", "nothing stands"),
        ("%", "cannot read '%'"),
    ],
)
def test_a_bad_pattern_gets_a_sentence(pattern: str, says: str) -> None:
    with pytest.raises(PatternFault, match=says.replace("(", r"\(").replace(")", r"\)")):
        parse(pattern, {})


def test_an_unknown_class_gets_a_sentence(book: Rulebook) -> None:
    with pytest.raises(PatternFault, match="class 'peeple'"):
        matches(book, "peeple", "x")


def test_a_pattern_that_would_match_everywhere_is_refused(book: Rulebook) -> None:
    with pytest.raises(PatternFault, match="optional"):
        matches(book, "people? kill*", "x")


@pytest.mark.parametrize(
    ("token", "has", "lacks"),
    [
        ("16", "day-number", "year-number"),
        ("2024", "year-number", "day-number"),
        ("1,300", "thousands", "day-number"),
        ("5.9", "decimal", "day-number"),
        ("IRAN", "CAPS", "Cap"),
        ("Iran", "Cap", "CAPS"),
        ("U.S.", "dotted", "CAPS"),
    ],
)
def test_the_shape_of_a_token(token: str, has: str, lacks: str) -> None:
    assert has in shape(token)
    assert lacks not in shape(token)


def test_a_pattern_is_searched_only_where_its_trigger_stands(book: Rulebook) -> None:
    letters = alphabet(book)
    patterns = Patterns([Fragment(id="x", pattern="lower* kill")], letters, book)
    assert patterns.triggers == letters.members("kill")


def compiled(patterns: Patterns[Fragment]) -> list[str]:
    """The ids of the rules whose patterns are compiled by now."""
    return [one.rule.id for one in patterns._compiled if one is not None]


def test_a_pattern_is_compiled_when_a_sentence_holds_all_it_needs_in_order(book: Rulebook) -> None:
    letters = alphabet(book)
    rules = [Fragment(id="toll", pattern="kill ..3 digits ..3 people"), Fragment(id="month", pattern="month digits")]
    patterns = Patterns(rules, letters, book)

    def found(text: str) -> list[str]:
        tokens = TOKEN.findall(text)
        return [" ".join(tokens[m.start : m.end]) for m in patterns.find("".join(letters.symbols(tokens)))]

    assert found("They shot the map.") == [] and compiled(patterns) == []
    assert found("9 men were shot") == [] and compiled(patterns) == []  # all three stand there, but not one after the other
    assert found("They shot all of 9 men") == ["shot all of 9 men"] and compiled(patterns) == ["toll"]
    assert found("9 men were shot") == []
    assert found("They killed 3 in May 4 men") == ["killed 3 in May 4 men", "May 4"] and compiled(patterns) == ["toll", "month"]


def test_needs_are_never_asked_of_a_match_that_could_do_without_them(book: Rulebook) -> None:
    """Compiled at once or late, the answers are the same: each text is read by patterns that nothing was compiled in before."""
    texts = [
        "9 men killed",
        "shot men",
        "May men",
        "men May shot 9",
        "woman 3 4 shot",
        "killed",
        "May 9 killed",
        "police officer shot 2 men",
    ]
    for pattern in (
        "(people | digits)+ kill",
        "people? (kill people | month digits)",
        "digits{0,2} kill .",
        "<toll>? kill",
        "!people kill",
    ):
        for text in texts:
            warm = Patterns([Fragment(id="x", pattern=pattern)], alphabet(book), book)
            list(warm.find("".join(alphabet(book).symbols(TOKEN.findall(" ".join(texts))))))
            symbols = "".join(alphabet(book).symbols(TOKEN.findall(text)))
            assert [(m.start, m.end) for m in warm.find(symbols)] == [
                (m.start, m.end) for m in Patterns([Fragment(id="x", pattern=pattern)], alphabet(book), book).find(symbols)
            ]


def test_a_class_that_nothing_gives_is_a_fault_in_optional_parts_too(book: Rulebook) -> None:
    with pytest.raises(PatternFault, match="class 'peeple'"):
        Patterns([Fragment(id="x", pattern="kill (digits peeple)?")], alphabet(book), book)


def test_a_fragment_is_read_once_and_may_not_hold_itself() -> None:
    reader = Parser({"toll": "digits people", "loop": "kill <round>", "round": "<loop>", "bad": "("})
    one, two = reader.parse("<toll> kill"), reader.parse("kill <toll>")
    assert isinstance(one, Row) and isinstance(two, Row)
    assert one.trees[0] is two.trees[1]
    for _ in range(2):
        with pytest.raises(PatternFault, match="'loop' holds itself"):
            reader.parse("<loop>")
        with pytest.raises(PatternFault, match="nothing stands"):
            reader.parse("<bad>")


def test_words_in_quotes_are_found_without_reading_the_pattern() -> None:
    assert list(literals(r"dead:people 'Died' (of | 'in\'s')? <hunger> '|'")) == ["died", "in's", "|"]


def test_every_literal_of_the_shipped_patterns_is_a_class() -> None:
    book = rulebook()
    letters = alphabet(book)
    assert pattern_faults(book, letters) == []
    assert all(letters.members(f"={word}") for pattern in all_patterns(book) for word in literals(pattern))
