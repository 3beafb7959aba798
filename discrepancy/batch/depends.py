"""Which rules each stage rests on: an edited rule does again the stages it touches and no others.

Takes a rulebook; gives a digest for each stage. ``tests/batch/test_depends.py`` holds the table against what the stages' modules import.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Literal

from discrepancy.batch.packing import digest
from discrepancy.rulebook.kinds import (
    KINDS,
    comparing,
    decisions,
    details,
    drafts,
    events,
    grammar,
    linking,
    measures,
    names,
    origins,
    pages,
    phrases,
    places,
    quantities,
    quotations,
    review,
    roles,
    speech,
    stories,
    times,
    widths,
    words,
)
from discrepancy.rulebook.schema import Rule, Rulebook

Stage = Literal["documents", "readings", "names", "links", "findings"]
"""Stages that follow rules; those between only put together what these gave."""

_EVERYWHERE: tuple[Stage, ...] = ("readings", "names", "links", "findings")

STAGES_OF: dict[type[Rule], tuple[Stage, ...]] = {
    **dict.fromkeys(
        (pages.PageLabel, pages.PageCue, pages.PageWords, pages.ReadingLimits, pages.PagePart, pages.TableColumn),
        ("documents",),
    ),
    pages.Outlet: ("documents", *_EVERYWHERE),
    **dict.fromkeys((names.NameWords, names.NameSynonyms, names.NameSpelling, names.NameCues, names.Alias), _EVERYWHERE),
    names.NameJudging: ("names", "links", "findings"),
    places.KnownPlace: _EVERYWHERE,
    **dict.fromkeys((places.StreetWord, phrases.Population), ("readings", "links", "findings")),
    **dict.fromkeys((events.EventType, events.EventFamily), ("readings", "links")),
    events.EventLimits: ("readings", "findings"),
    **dict.fromkeys((linking.EdgeWeight, linking.LinkThreshold), ("links",)),
    **dict.fromkeys((comparing.Unit, linking.MeasureLikeness, linking.ThingWords), ("links", "findings")),
    **dict.fromkeys((measures.MeasureCue, measures.PublicAct, details.Detail, details.Rank), ("readings", "links", "findings")),
    roles.SolePost: ("readings", "links"),
    grammar.Grammar: _EVERYWHERE,
    **dict.fromkeys(
        (quotations.Quotations, quantities.Numerals, speech.SpeakerWords, times.TimeWords, words.Words), ("readings", "findings")
    ),
    **dict.fromkeys(
        (
            widths.Tolerance, widths.Happenings, widths.Countings, widths.Courses, widths.Persons, comparing.Labels,
            comparing.UpdateCue, comparing.QuestionForm, comparing.VerdictForm, comparing.CauseForm, comparing.Confidence,
            comparing.ConsensusRule, comparing.SelfCheckForm, decisions.DecisionRow, decisions.Seriousness, drafts.OwnReporting,
            origins.OriginLimits, origins.Citation,
        ),
        ("findings",),
    ),
    **dict.fromkeys((review.ReviewReason, stories.StoryLimits), ()),
}  # fmt: skip
"""The stages of each kind of rule; a kind that is not here tells how articles are read, and touches that stage alone."""


_SAYS_NOTHING = ("where", "because", "examples", "counter_examples", "known_failures")
"""Fields of a rule that change nothing in what it finds."""


def rules_digest(rules: Rulebook, stage: Stage) -> str:
    """What the rules of one stage come to."""
    kinds = sorted((kind for kind in KINDS.values() if stage in STAGES_OF.get(kind, ("readings",))), key=lambda kind: kind.__name__)
    return digest(*(_told(rule) for kind in kinds for rule in rules.of(kind)))


def _told(rule: Rule) -> str:
    return repr([(field.name, getattr(rule, field.name)) for field in fields(rule) if field.name not in _SAYS_NOTHING])
