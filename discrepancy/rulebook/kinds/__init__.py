"""The closed set of rule kinds: a new kind is code, one small file here; a new rule is data in ``rules/``."""

from discrepancy.rulebook.kinds.chunks import Chunk
from discrepancy.rulebook.kinds.comparing import (
    CauseForm,
    Confidence,
    ConsensusRule,
    Labels,
    QuestionForm,
    SelfCheckForm,
    Unit,
    UpdateCue,
    VerdictForm,
)
from discrepancy.rulebook.kinds.decisions import DecisionRow, Seriousness
from discrepancy.rulebook.kinds.details import Detail, Rank
from discrepancy.rulebook.kinds.drafts import OwnReporting
from discrepancy.rulebook.kinds.events import EventFamily, EventLimits, EventType, Idiom
from discrepancy.rulebook.kinds.facts import FactRule, LifeStage, MainEventPolicy, OwnLosses
from discrepancy.rulebook.kinds.grammar import Grammar
from discrepancy.rulebook.kinds.linking import EdgeWeight, LinkThreshold, MeasureLikeness, ThingWords
from discrepancy.rulebook.kinds.measures import MeasureCue, PublicAct
from discrepancy.rulebook.kinds.names import Alias, NameCues, NameJudging, NameSpelling, NameSynonyms, NameWords
from discrepancy.rulebook.kinds.origins import Citation, OriginLimits
from discrepancy.rulebook.kinds.pages import Outlet, PageCue, PageLabel, PagePart, PageWords, ReadingLimits, TableColumn
from discrepancy.rulebook.kinds.phrases import PhraseRule, Population, VerbForms
from discrepancy.rulebook.kinds.places import KnownPlace, StreetWord
from discrepancy.rulebook.kinds.quantities import Hedges, LooseNumbers, NumberPolicy, Numerals, UnitWords
from discrepancy.rulebook.kinds.quotations import Quotations
from discrepancy.rulebook.kinds.review import ReviewReason
from discrepancy.rulebook.kinds.roles import (
    ArmedGroups,
    Blame,
    Fate,
    Offices,
    Posts,
    PutDownTo,
    RoleCue,
    SetAside,
    SolePost,
    Titles,
    Weapons,
)
from discrepancy.rulebook.kinds.speech import SpeakerWords, SpeechCue
from discrepancy.rulebook.kinds.stories import StoryLimits
from discrepancy.rulebook.kinds.times import TimePolicy, TimeRule, TimeWords
from discrepancy.rulebook.kinds.widths import Countings, Courses, Happenings, Persons, Tolerance
from discrepancy.rulebook.kinds.words import Fragment, Words
from discrepancy.rulebook.schema import Rule

KINDS: dict[str, type[Rule]] = {
    "edge-weights": EdgeWeight,
    "link-threshold": LinkThreshold,
    "measure-likeness": MeasureLikeness,
    "thing-words": ThingWords,
    "origin-limits": OriginLimits,
    "citations": Citation,
    "story-limits": StoryLimits,
    "chunks": Chunk,
    "causes": CauseForm,
    "confidence": Confidence,
    "consensus": ConsensusRule,
    "decisions": DecisionRow,
    "labels": Labels,
    "questions": QuestionForm,
    "self-checks": SelfCheckForm,
    "seriousness": Seriousness,
    "tolerances": Tolerance,
    "happenings": Happenings,
    "countings": Countings,
    "courses": Courses,
    "persons": Persons,
    "units": Unit,
    "update-cues": UpdateCue,
    "verdicts": VerdictForm,
    "cues": SpeechCue,
    "event-families": EventFamily,
    "event-limits": EventLimits,
    "events": EventType,
    "idioms": Idiom,
    "fragments": Fragment,
    "facts": FactRule,
    "life-stages": LifeStage,
    "main-event": MainEventPolicy,
    "own-losses": OwnLosses,
    "phrases": PhraseRule,
    "populations": Population,
    "verbs": VerbForms,
    "hedges": Hedges,
    "loose-numbers": LooseNumbers,
    "number-policy": NumberPolicy,
    "numerals": Numerals,
    "unit-words": UnitWords,
    "grammar": Grammar,
    "measures": MeasureCue,
    "public-acts": PublicAct,
    "armed-groups": ArmedGroups,
    "blame": Blame,
    "offices": Offices,
    "titles": Titles,
    "posts": Posts,
    "fates": Fate,
    "put-down-to": PutDownTo,
    "details": Detail,
    "ranks": Rank,
    "sole-posts": SolePost,
    "quotations": Quotations,
    "reasons": SetAside,
    "own-reporting": OwnReporting,
    "review-reasons": ReviewReason,
    "role-cues": RoleCue,
    "speakers": SpeakerWords,
    "weapons": Weapons,
    "outlets": Outlet,
    "page-cues": PageCue,
    "page-labels": PageLabel,
    "page-parts": PagePart,
    "page-words": PageWords,
    "reading-limits": ReadingLimits,
    "table-columns": TableColumn,
    "time-policy": TimePolicy,
    "time-words": TimeWords,
    "times": TimeRule,
    "words": Words,
    "aliases": Alias,
    "name-cues": NameCues,
    "name-judging": NameJudging,
    "name-spelling": NameSpelling,
    "name-synonyms": NameSynonyms,
    "name-words": NameWords,
    "places": KnownPlace,
    "streets": StreetWord,
}
