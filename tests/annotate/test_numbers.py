"""Numbers as news prints them, on phrases of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.annotate.numbers import NumberCode, chunks, mentions
from discrepancy.annotate.tokens import sentences
from discrepancy.model.text import Block, Document, Span
from discrepancy.model.values import exactly
from discrepancy.notation.values import format
from discrepancy.rulebook import rulebook

BOOK = rulebook()
ONES = "zero one two three four five six seven eight nine".split()  # noqa: SIM905 (a row of words reads better than a list)
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}


def values(text: str) -> list[str]:
    return [format(mention.value) for mention in mentions(text, BOOK)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two dozen", "24"),
        ("half a million", "500000"),
        ("2 1/2", "2.5"),
        ("10 to 15 million", "10000000..15000000"),
        ("$10-15 million", "10000000..15000000"),
        ("between $10 and $15 million", "10000000..15000000"),
        ("two or three thousand", "2000|3000"),
        ("from 900 to 2 million", "900..2000000"),
        ("anywhere from 2 to 3 million", "2000000..3000000"),
        ("3½ million", "3500000"),
        ("4 3/4 miles", "4.75"),
        ("3bn", "3000000000"),
        ("$6 bln", "6000000000"),
        ("Rs. 5 crore", "50000000"),
        ("Tk 300,000", "300000"),
        ("one hundred and four", "104"),
        ("10 to 15", "10..15"),
        ("between 10 and 15", "10..15"),
        ("12 or 13", "12|13"),
        ("from six to 14", "6..14"),
        ("at least 27 and up to 30", "27..30"),
        ("at least 12", ">=12"),
        ("eight-10", "8..10"),
        ("more than 40", ">=41"),
        ("up to 15", "<=15"),
        ("fewer than 15", "<=14"),
        ("as many as 30", "<=30"),
        ("some 40", "~40"),
        ("several", "3..9?"),
        ("dozens", ">=12?"),
        ("a couple of", "2..3?"),
        ("1,300", "1300"),
        ("from about 400 to – by one account – some 900", "~400..900"),
        ("between 40 and as many as 60", "40..60"),
        ("anywhere from 40 to 60", "40..60"),
        ("40, possibly 60", "40..60"),
        ("40 and perhaps as many as 60", "40..60"),
        ("at least 40, and possibly more than 60,", ">=40"),
        ("40, possibly hundreds of", ">=40"),
        ("40 or even 60", "40..60"),
        ("60, perhaps only 40,", "40..60"),
        ("as few as 40", ">=40"),
        ("as high as 60", "<=60"),
        ("2m", "2"),
        ("a multi-million", ">=1000000?"),
    ],
)
def test_a_wording_has_its_value(text: str, expected: str) -> None:
    assert values(f"They counted {text} boats.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They counted 40 boats (some say 60).", ["40..60"]),
        ("They counted 40 fishing boats, possibly 60.", ["40..60"]),
        ("They counted 40 boats, possibly more.", [">=40"]),
        ("Figures ranging from 40 to a number that nobody confirmed were given.", [">=40"]),
        ("They counted 40 boats, perhaps 60 carts and a mill.", ["40", "~60"]),
        ("They counted 40 boats, possibly more than they had.", ["40"]),
        ("The fleet grew from 40 to about 60 boats.", ["40", "~60"]),
        ("They walked 40 metres, perhaps 60 minutes.", ["40", "~60"]),
        ("They counted 40 boats and 60 carts.", ["40", "60"]),
    ],
)
def test_a_second_number_of_one_count_is_its_other_end(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They walked more than two miles.", ">=2"),
        ("Less than 3 percent came.", "<=3"),
        ("More than two hikers came.", ">=3"),
        ("The ferry carries 1.5m passengers.", "1500000"),
        ("The ferry met 1.5m waves.", "1.5"),
        ("Police estimated 300 hikers.", "300"),
        ("They sought the estimated 300 hikers.", "~300"),
    ],
)
def test_what_a_number_counts_or_measures_bounds_it(text: str, expected: str) -> None:
    assert values(text) == [expected]


@given(st.integers(min_value=1, max_value=99))
def test_words_and_figures_agree(number: int) -> None:
    tens, ones = number // 10 * 10, number % 10
    teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905 (as above)
    words = ONES[number] if number < 10 else teens[number - 10] if number < 20 else TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    assert mentions(f"They counted {words} boats.", BOOK)[0].value == exactly(number)


@given(st.integers(min_value=0, max_value=10**9))
def test_every_figure_is_read_as_it_stands(number: int) -> None:
    assert mentions(f"They counted {number:,} boats.", BOOK)[0].value == exactly(number)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The lorry held 155 pounds of high explosives.", "lb"),
        ("They found 20 pounds of heroin in it.", "lb"),
        ("They lost 155 pounds of savings.", "GBP"),
        ("It cost 155 pounds, of which explosives were half.", "GBP"),
    ],
)
def test_pounds_of_a_stuff_are_a_weight(text: str, unit: str) -> None:
    assert next(mention.unit for mention in mentions(text, BOOK)) == unit


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("It cost US$2 million.", "USD", "US$2 million"),
        ("It cost $US700,000.", "USD", "$US700,000"),
        ("It cost HK$3 million.", "HKD", "HK$3 million"),
        ("It cost $A2.5bn.", "AUD", "$A2.5bn"),
        ("It cost them $3 million.", "USD", "$3 million"),
        ("It cost them R61 million.", "ZAR", "R61 million"),
        ("It cost them 40 Canadian cents.", "Canadian cent", "40 Canadian cents"),
    ],
)
def test_letters_beside_a_dollar_say_whose_it_is(text: str, unit: str, words: str) -> None:
    assert [(mention.unit, mention.words) for mention in mentions(text, BOOK)] == [(unit, words)]


def test_units_belong_to_their_number() -> None:
    (money, length) = mentions("It cost $80 million and is 900km long.", BOOK)
    assert (money.unit, money.words, length.unit, length.words) == ("USD", "$80 million", "km", "900km")


@pytest.mark.parametrize(
    "text",
    [
        "the F-16 flew",
        "call 555-0123 now",
        "the 400 block of Elm Street",
        "the 16th boat",
        "call (555) 014-TIPS now",
        "Image 7 of 9 shows it",
        "call 412-472-1300 or 1-800-222-8477",
        "they told Fox 5 police came",
        "they told 7 Action News police came",
        "the fall of Division 17 came late",
        "a 911 call came",
        "it is the number 1 spot",
        "in week 28 alone it rained",
        "Veltra is the No. 2 coffee seller",
    ],
)
def test_figures_that_count_nothing_are_codes(text: str) -> None:
    document = Document("", "", "", text, (Block("body", Span(0, len(text))),))
    found = [chunk.value for sentence in sentences(document, BOOK) for chunk in chunks(sentence, BOOK)]
    assert found and all(isinstance(value, NumberCode) for value in found)


@pytest.mark.parametrize("text", ["9" * 100_000, "one " * 20_000, "10-" * 30_000, "at least " * 20_000, "half a " * 20_000])
def test_hostile_text_is_read_without_a_word(text: str) -> None:
    mentions(text, BOOK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two states respect one another.", ["2"]),
        ("The 2010-11 season began.", ["2010"]),
        ("In all 911 boats and 12 calls came.", ["911", "12"]),
        ("It is one of the few roads left.", []),
        ("one more road", ["1"]),
        ("The twenty-fifth boat sank after a five-second wait and a twenty-second pause.", ["5", "20"]),
        ("One-third of the boats sank.", ["1"]),
        ("Officers were called to the Pier Nine bar.", []),
        ("He held the number one spot, and the number two boats sank.", ["2"]),
        ("The crew of Air Force One were told.", []),
        ("Shells hit a house in Zenda Two people were killed.", ["2"]),
        ("The barracks at Zenda Fifty nine rockets were fired.", ["59"]),
        ("Bar Owner Says Two Hurt at Pier Nine Bar", ["2", "9"]),
    ],
)
def test_words_that_count_nothing_are_no_numbers(text: str, expected: list[str]) -> None:
    assert values(text) == expected
