"""What stands on a page besides the article: labels, furniture, outlets, and how much is read."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLabel(Rule):
    """Words that name a field of metadata: ``Published: …`` in a header block, ``Updated on …`` on a page.

    ``today`` and ``yesterday`` are words of an article's own text that tie a date beside them to the day it was written
    ("this morning, January 29"). Matched in any case, as whole words.
    """

    field: Literal["title", "outlet", "byline", "url", "published", "updated", "dateline", "today", "yesterday"]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCue(Rule):
    """Words that tell a line of a page from the article's own prose, and the block such a line is.

    A line matches when it is one of ``whole`` (end punctuation aside), or begins with one of ``begins``, ends with
    one of ``ends``, or holds one of ``holds``; in any case, as whole words. ``{agency}`` stands for a news agency,
    ``{year}`` for four digits, ``{number}`` for one that opens a whole line. Lines of more than ``longest``
    characters are prose. ``takes`` says what goes with the line: nothing, the ``list`` of unpunctuated lines below
    it, or the ``rest`` of the page, which counts only where more of the article stands above than below. Examples
    mark the line in ``[[…]]``.
    """

    gives: Literal["byline", "credit", "caption", "boilerplate"]
    whole: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    longest: int = 200
    takes: Literal["line", "list", "rest"] = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords(Rule):
    """Words that tell, where they stand in a line, what the line is: ``picture``, in brackets at its end, that it is a picture's credit
    ("(File photo)"); ``author``, right behind the writer's name, that it is about the writer. Matched in any case, as whole words.
    Examples mark the line in ``[[…]]``.
    """

    tells: Literal["picture", "author"]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet(Rule):
    """A publisher: ``names`` as printed, the first for display, ``domains`` without ``www``, the IANA ``zone`` of its
    newsroom.

    ``date_order`` is how it prints ``05/06/2024``; ``agency`` marks wire services, whose text others carry. ``zone``
    is "" for an outlet whose newsrooms stand in many. ``language`` (ISO 639-1) is "" for English; pages of an outlet of
    another are refused by that name.
    """

    needs_examples: ClassVar[bool] = False

    names: tuple[str, ...]
    domains: tuple[str, ...] = ()
    zone: str = ""
    date_order: Literal["", "dmy", "mdy", "ymd"] = ""
    agency: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits(Rule):
    """How much is read and when a text counts as English.

    ``largest_bytes`` a file; ``function_words`` stand in all English prose and in no other language that newspapers
    use; ``share`` of a text's words that must be such words, looking at the first ``words_looked_at``; texts under
    ``few_words`` words need one, texts under a third of that none where every letter is ASCII. ``never_places`` are
    words in capitals that stand before a colon or a dash where a dateline would, and are none.

    ``largest_file_bytes`` bounds a file with pictures in it (PDF, Word, saved page, zip), ``largest_unpacked_bytes``
    what a zip may unpack to, ``most_lines`` an article, ``most_articles`` what one file may hold, ``most_pages`` a PDF,
    ``nesting`` how deep files may lie in files. A reader gets ``seconds`` for an article and ``memory_bytes`` in all.
    ``keeps_hyphen`` are first parts of words that keep their hyphen where a line of print ends behind it ("long-" of
    "long-range").
    """

    needs_examples: ClassVar[bool] = False

    largest_bytes: int
    words_looked_at: int
    few_words: int
    share: float
    function_words: tuple[str, ...]
    never_places: tuple[str, ...]
    largest_file_bytes: int
    largest_unpacked_bytes: int
    most_lines: int
    most_articles: int
    most_pages: int
    nesting: int
    seconds: int
    memory_bytes: int
    keeps_hyphen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePart(Rule):
    """Names by which web pages mark their parts, as classes, ids or item properties: whole names, or all the words of
    one ("related" also marks ``related-stories`` and ``storyRelated``).

    What is marked ``boilerplate`` is left out unless most of the page lies in it; ``byline`` and ``stamp`` are kept as
    lines under the headline, ``caption`` as captions.
    """

    needs_examples: ClassVar[bool] = False

    gives: Literal["boilerplate", "byline", "caption", "stamp"]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn(Rule):
    """Names under which tables and records of articles keep a ``field``, in the order of trust; in any case, "_" and
    "-" as blanks.
    """

    needs_examples: ClassVar[bool] = False

    field: Literal["id", "text", "title", "outlet", "byline", "url", "published", "updated", "dateline", "zone"]
    names: tuple[str, ...]
