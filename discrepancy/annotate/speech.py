"""Who says so: attributions (source, cue, content) and the stance they give.

Takes the lines of one article; gives :class:`~discrepancy.annotate.attributions.Said`, in the order of their cues. Sources are states,
groups and persons where the article lets one see them; pronouns go back to the last speaker that fits. The vocabulary is
``rules/speech``. Does not know whether it is true.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.attributions import Attributions, Said
from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line, read_text
from discrepancy.annotate.noungroups import Range, noun_group, object_of
from discrepancy.annotate.parties import Party, speaks
from discrepancy.annotate.speech_content import (
    aside_end,
    behind_all,
    content_begin,
    content_end,
    content_start,
    counting,
    counts_people,
    cues_of,
    elided,
    is_verb,
    label_content,
    only_trailing,
    owner_of,
    unparted,
)
from discrepancy.annotate.speech_speakers import Speakers
from discrepancy.annotate.subjects import subject
from discrepancy.annotate.verbgroups import verb_group
from discrepancy.model.claims import Attribution
from discrepancy.model.text import Span
from discrepancy.rulebook.kinds.speech import SpeechCue
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook


def said(lines: Sequence[Line], rules: Rulebook) -> Attributions:
    """All attributions of one article."""
    reader = _Reader(lines, rules)
    for index, line in enumerate(lines):
        reader.read(index, line)
    return Attributions(reader.found)


class _Reader:
    """Goes through the lines once, keeping who spoke last and which quotation runs on."""

    def __init__(self, lines: Sequence[Line], rules: Rulebook) -> None:
        self.lines, self.rules, self.cues = lines, rules, cues_of(rules)
        self.found: list[Said] = []
        self.speakers = Speakers(rules)
        self.quoted: tuple[int, Said] | None = None

    def read(self, index: int, line: Line) -> None:
        before = len(self.found)
        words = line.words
        taken = 0
        begin = self.cues.begin
        for unit in [unit for unit, word in enumerate(words) if word in begin]:
            if unit < taken:
                continue
            word = words[unit]
            for rest, cue in self.cues.phrases.get(word, ()):
                if words[unit + 1 : unit + 1 + len(rest)] == rest:
                    taken = unit + 1 + len(rest)
                    self._phrase(index, line, unit, taken, cue)
                    break
            else:
                cue_of = self.cues.words.get(word)
                if cue_of is not None:
                    self._word(index, line, unit, cue_of)
        self._running_quote(index, line, before)
        self.speakers.told_of(line)

    def _running_quote(self, index: int, line: Line, before: int) -> None:
        """A sentence inside a quotation that the speaker of the line before began."""
        opens = '"' in line.tags
        if len(self.found) > before:
            last = self.found[-1]
            self.quoted = (index, last) if opens and last.attribution.source else None
            return
        if self.quoted and self.quoted[0] == index - 1 and self._same_paragraph(index):
            starts_quoted = line.tags[:1] == '"' or line.tags[-1:] == '"'
            if starts_quoted or (opens and line.tags.count('"') == 1):
                old = self.quoted[1]
                content = line.span(0, len(line.words))
                moved = Attribution(
                    old.attribution.source,
                    old.attribution.cue,
                    old.attribution.cue_span,
                    old.attribution.source_span,
                    content,
                )
                self.found.append(Said(moved, old.stance, old.kind, old.rule))
                self.quoted = (index, old)

    def _same_paragraph(self, index: int) -> bool:
        return self.lines[index].sentence.paragraph == self.lines[index - 1].sentence.paragraph

    def _phrase(self, index: int, line: Line, start: int, end: int, cue: SpeechCue) -> None:
        if cue.form == "frame":
            self._frame(line, start, end, cue)
        elif cue.form == "noun":
            group = noun_group(line, end, len(line.words))
            if group[1] > group[0]:
                self._add(line, self.speakers.who(line, group), group, (start, end), (0, len(line.words)), cue)
        elif cue.form == "passive":
            self._add(line, None, None, (start, end), clause(line, start), cue)
        elif cue.form == "label":
            labelled = label_content(line, end)
            if labelled is not None:
                self._add(line, self.speakers.nearest(line, start), None, (start, end), labelled, cue)
        elif cue.form == "doubt" and index:
            earlier = self.lines[index - 1]
            self._add(line, None, None, (start, end), (0, len(earlier.words)), cue, earlier)
        elif cue.form == "verb":
            self._verb(index, line, start, cue, end)

    def _word(self, index: int, line: Line, unit: int, cue: SpeechCue) -> None:
        if cue.form == "adverb":
            self._add(line, None, None, (unit, unit + 1), clause(line, unit), cue)
        elif cue.form == "verb" and is_verb(line, unit):
            self._verb(index, line, unit, cue, unit + 1)
        elif cue.form == "heading":
            self._heading(line, unit, cue)
        elif cue.form == "noun" and (owner := owner_of(line, unit)) is not None:
            who = self.speakers.who(line, owner)
            if who.name and (who.kind != "label" or speaks(line, owner, self.rules)):
                self._add(line, who, owner, (unit, unit + 1), clause(line, unit), cue)

    def _heading(self, line: Line, mark: int, cue: SpeechCue) -> None:
        """ "Police: nine killed", "Nine killed: police": somebody who can speak, and nothing else on his side of the mark."""
        last = len(line.words)
        for group, content in (((0, mark), (mark + 1, last)), ((mark + 1, last), (0, mark))):
            stops = "S" in line.tags[:mark] + line.tags[mark + 1 :]
            if (group[0] and stops) or (not group[0] and line.words[mark] != ":"):
                continue
            if (
                noun_group(line, *group) == group
                and speaks(line, group, self.rules)
                and not set("vb").isdisjoint(line.tags[slice(*content)])
            ):
                self._add(line, self.speakers.who(line, group), group, (mark, mark + 1), content, cue)
                return

    def _frame(self, line: Line, start: int, end: int, cue: SpeechCue) -> None:
        group = noun_group(line, end, len(line.words))
        if group[1] <= group[0]:
            return
        who = self.speakers.who(line, counting(line, group, self.cues) or group)
        if start == 0 or line.tags[start - 1] == '"' or (start == 1 and line.tags[0] in "aB"):
            at = group[1]
            while at < len(line.tags) and line.tags[at] != "K":
                at += 1
            asides = aside_end(line, at)
            self._add(line, who, group, (start, end), (asides, len(line.words)), cue)
        else:
            self._add(line, who, group, (start, end), (content_start(line, start), start), cue)

    def _verb(self, index: int, line: Line, unit: int, cue: SpeechCue, after: int) -> None:
        tags = line.tags
        group = verb_group(line, unit)
        begin = content_begin(line, after)
        counted = cue.counts and counts_people(line, after, self.rules, passive="b" in tags[group:unit])
        led = begin is not None and (line.words[begin - 1] == "that" or tags[begin] == '"')
        if cue.that and not (counted or led or (begin is None and behind_all(line, unit))):
            return
        if counted and "b" in tags[group:unit]:
            self._counted_by(line, unit, after, cue)
            return
        gerund = line.words[unit].endswith("ing")
        if "b" in tags[group:unit] and not gerund and after == unit + 1:
            if line.words[after : after + 1] == ("by",):  # "nine deaths were reported by the ministry"
                source = noun_group(line, after + 1, len(tags))
                if source[1] > source[0]:
                    self._add(line, self.speakers.who(line, source), source, (unit, after), clause(line, unit), cue)
            return
        found = subject(line, unit) or (subject(line, after - 1) if after > unit + 1 else None)
        if begin is None or line.words[begin].endswith("ing") or only_trailing(line, begin):
            found = unparted(line, group) or found
        if gerund and group == unit:
            if self.found and line.span(0, len(tags)).start <= self.found[-1].attribution.cue_span.start:
                self._same_source(line, (unit, after), begin, cue)
            return
        if group == unit and group > 0 and tags[group - 1] in 'K"' and self._inverted(index, line, unit, cue):
            return
        if found is None:
            return
        who, found = self.speakers.named(line, found)
        if who.kind == "label" and not (who.names and speaks(line, found, self.rules)):
            return
        quoted = found[0] > 0 and (tags[found[0] - 1] == '"' or tags[max(0, found[0] - 2) : found[0]] == '"K')
        if quoted or (found[0] > 0 and (begin is None or line.words[begin].endswith("ing") or only_trailing(line, begin))):
            start = content_start(line, found[0])
            if start < found[0] - 1:
                self._add(
                    line,
                    who,
                    found,
                    (unit, after),
                    (start, found[0]),
                    cue,
                    begins=self._quote_opens(index, start, found[0]),
                )
            if begin is None or tags[begin] != '"' or not quoted:
                return
        if begin is not None:  # *that* may be read as one with the people behind it
            first = begin - 1 if begin > after and line.words[begin - 1] == "that" else begin
            self._add(line, who, found, (unit, after), (first, content_end(line, begin, self.cues)), cue)
            second = elided(line, begin)
            if second is not None and (
                (other := self.speakers.who(line, second[0])).kind != "label" or speaks(line, second[0], self.rules)
            ):
                self._add(line, other, second[0], (unit, after), second[1], cue)

    def _counted_by(self, line: Line, unit: int, after: int, cue: SpeechCue) -> None:
        """ "The toll was put at 14 by the ministry": whoever stands behind *by*."""
        end = line.tags.find("S", after)
        by = next((at for at in range(after, end if end > 0 else len(line.words)) if line.words[at] == "by"), None)
        source = noun_group(line, by + 1, len(line.tags)) if by is not None else None
        if by is not None and source is not None and source[1] > source[0]:
            self._add(line, self.speakers.who(line, source), source, (unit, after), (content_start(line, unit), by), cue)

    def _inverted(self, index: int, line: Line, unit: int, cue: SpeechCue) -> bool:
        """ "Nine people died, said the police": the source stands behind, and nothing but an end behind it."""
        source = object_of(line, unit) if line.words[unit] not in words_of(self.rules, "addressing") else None
        if source is None or line.tags[source[1] : source[1] + 1] not in ("", "K", "S", "P", "R", '"', "T", "("):
            return False
        who, source = self.speakers.named(line, source)
        if who.kind in ("pronoun", "both") or (who.kind == "label" and not speaks(line, source, self.rules)):
            return False
        start = content_start(line, unit)
        self._add(line, who, source, (unit, unit + 1), (start, unit), cue, begins=self._quote_opens(index, start, unit))
        return True

    def _same_source(self, line: Line, cue_at: Range, begin: int | None, cue: SpeechCue) -> None:
        """ ", adding that …": the speaker of the cue before."""
        before = self.found[-1]
        if begin is None or not before.attribution.source:
            return
        who = Party("group" if before.kind == "" else "pronoun", (before.attribution.source,), *cue_at)
        self._add(line, who, None, cue_at, (begin, content_end(line, begin, self.cues)), cue)

    def _quote_opens(self, index: int, start: int, end: int) -> int | None:
        """Where a quotation that closes in this line was opened in an earlier line of the paragraph; None when in
        this one."""
        if self.lines[index].tags[start:end].count('"') % 2 == 0:
            return None
        for earlier in range(index - 1, max(-1, index - 8), -1):
            line = self.lines[earlier]
            if line.sentence.paragraph != self.lines[index].sentence.paragraph:
                return None
            if line.tags.count('"') % 2:
                return line.starts[line.tags.index('"')]
        return None

    def _add(
        self, line: Line, who: Party | None, source: Range | None, cue_at: Range, content: Range, cue: SpeechCue,
        content_line: Line | None = None, begins: int | None = None,
    ) -> None:  # fmt: skip
        if content[0] >= content[1]:
            return
        name = who.name if who is not None else ""
        if who is not None:
            self.speakers.heard(who)
        start, end = cue_at
        held = (content_line or line).span(*content)
        if who is not None and len(who.names) > 1:
            name = " and ".join(who.names)
        self.found.append(
            Said(
                Attribution(
                    source=name,
                    cue=" ".join(line.words[start:end]),
                    cue_span=line.span(start, end),
                    source_span=line.span(*source) if source is not None else None,
                    content=Span(begins, held.end) if begins is not None else held,
                ),
                cue.stance,
                who.kind if who is not None else "",
                cue.id,
            )
        )


def shows(rule: SpeechCue, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a rule finds in a text, for its examples: source and cue as written, and ``source: stance``."""
    found = []
    for item in said(read_text(text, published, rules)[1], rules):
        if item.rule == rule.id:
            spans = [item.attribution.cue_span]
            if item.attribution.source_span is not None:
                spans.append(item.attribution.source_span)
            words = text[min(s.start for s in spans) : max(s.end for s in spans)]
            found.append((words, f"{item.attribution.source}: {item.stance}"))
    return found
