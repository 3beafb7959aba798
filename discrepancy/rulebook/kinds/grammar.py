"""Closed classes of English words, by what they do in a sentence."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule

Speech = Literal[
    "determiner", "possessive", "preposition", "and", "or", "but", "relative", "subordinator", "be", "have", "do", "modal", "not",
    "pronoun", "adverb", "noun", "verb", "attributive", "carrier",
]  # fmt: skip
"""The part of speech of a word, a letter each in a line (``annotate/grammar``)."""
Who = Literal[
    "office", "plural-party", "linker", "civilian", "document", "actor", "armed", "addressing", "division", "roster", "guardian",
    "belongs-to", "hired-by", "mouthpiece", "other-title", "still-holds", "before-name", "other-force", "lands",
]  # fmt: skip
"""For whom a noun group stands and who speaks (``annotate/parties``, ``speech``, ``places``, ``claim/titles``, ``arms``)."""
Deed = Literal[
    "unsure", "before-now", "another", "elsewhere", "both", "later", "own", "charge", "of-several", "venue", "suffers", "done-by",
    "thing-of-violence", "across", "felt", "toll", "denial", "disowning", "ceasing", "means", "wields", "munition", "series",
    "assailant", "attempted", "timeless", "spared", "idea", "played", "in-earnest", "vehicle", "bringing-off", "building",
    "where", "grounds", "unnamed-doer", "belong", "attacker", "projectile", "explosive", "diplomat", "claimed-deed",
    "taken-for",
]  # fmt: skip
"""What happened, to whom and by whom (``claim/events``)."""
Dated = Literal[
    "of-one", "occasion", "planned", "happen", "part-of", "rages", "came-about", "deed", "reaction", "goes-on", "count-noun",
    "count-changes", "count-raises", "topic", "answer", "law", "inquiry", "decided", "died-there", "given-up", "of-wounds",
    "many", "roundly", "close-by", "says-now",
]  # fmt: skip
"""What a time dates (``claim/times``)."""
Life = Literal[
    "suspect", "dying", "gone", "taken-in", "passed-away", "once-more", "captured", "captive", "defected", "into-power",
    "in-power", "resigned", "dismissed", "sworn-in", "sentenced", "prison", "arrived", "comes", "grave", "called",
]  # fmt: skip
"""Days and ages of a person (``claim/lives``, ``ages``, ``births``), and the degree of wounds."""
Public = Literal[
    "act-happens", "act-holds", "act-moved", "act-ahead", "act-past", "beside-share", "of-a-record", "estimating", "worth", "costing",
    "indicator-level",
    "indicator-up", "indicator-before", "indicator-ahead", "indicator-plain", "other-thing",
]  # fmt: skip
"""Acts of public life, votes and published figures (``claim/acts``, ``votes``, ``indicators``, ``measures``)."""
Counted = Literal["guessing", "body", "own-clause", "governs-nobody", "no-thing"]
"""Who is counted where people and a verb stand together (``claim/facts``)."""
Part = Literal[Speech, Who, Deed, Dated, Life, Public, Counted]
"""What a word does, by who asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar(Rule):
    """Words of one part of speech, or of one job that events and speech ask about.

    ``carrier``: a light verb whose noun names the event ("launched a strike"). ``office``: a word that stands for
    the state whose name or adjective it bears ("the Iranian military"). ``linker``: after a hyphen, makes a name a
    mere property ("Iran-backed"). ``plural-party``: "both countries". ``unsure``, ``before-now``, ``another``,
    ``both``: cues of realis, background and number; ``elsewhere`` opens a
    sentence on one more event. ``where``: prepositions that say where something happened.
    ``occasion``: prepositions before what another verb was about or came after; ``planned``: words before the time of
    what is to come; ``happen``: verbs whose subject is an event; ``rages``: those of what it does to a place;
    ``indicator-`` words tell what a published figure came to (``level``), rose by (``up``), was before (``before``) or may be
    (``ahead``), or leave its name as it is (``plain``);
    ``of-one``: prepositions that tie an event to another noun ("the funeral of those killed in", "a video of the attack");
    ``part-of``: nouns that are the event itself before "of" ("a wave of attacks"); ``suspect``: who is held for a deed;
    ``addressing``: verbs of telling whose object hears; ``toll``: what is counted in a count of victims.
    ``reaction``: verbs of those who speak or act about an event; ``goes-on``: verbs of an event that began before.
    ``count-noun``, ``count-changes``, ``count-raises``: a toll, what it does on a day for which it is then good, and what
    the dead do to it who are found then.
    ``venue``: what a name before an event may end in without its bearer having done it; ``suffers``: verbs whose subject was hit;
    ``done-by``: verbs, beside carriers, whose *by* brings who did it;
    ``civilian``: people who are not the group that is named before them ("a Zenda Stores customer").
    ``topic``: prepositions before what a text or an inquiry is about; ``answer``: nouns
    for what answers an event ("in protest at"); ``law``: words for what befalls those held for a deed; ``inquiry``:
    nouns behind a crime that make it a matter of the law ("murder charge"); ``document``: what has a day of its own ("a May 16 story");
    ``decided``: verbs of what was made known or decided.
    ``died-there``: who dies of or at one of these was hit before. ``actor``: nouns,
    beside those of people who are counted, for who can act or suffer ("a hit squad"); ``armed``: nouns by which an article
    goes on about an armed group that it named ("the rebels"). ``of-a-record``: what a person or a team has over a season, or a case has
    against each of several (games, charges): a number of them belongs to nobody in particular. ``lands``: nouns for what may bear the name
    of its chief town ("Zenda island", "the island"). ``thing-of-violence``: nouns that a noun
    of violence before them only describes ("death squads"); ``across``: prepositions behind the verb of a fire, storm or
    flood whose object is where it was ("swept through"); ``denial``: words that turn a word of blame behind them round, ``disowning``:
    verbs with which somebody says that he did not do it; ``ceasing``: verbs of no longer doing ("halted its attacks");
    ``attempted``: words for what was tried in vain; ``roster``: nouns that a verb of harm before them only describes ("injured reserve");
    ``vehicle``: what hits another without an arm;
    ``taken-for``: participles behind people that say who they are taken to be ("men believed to be rebels");
    ``attributive``: participles of saying that before a noun say how sure it is ("alleged rebels"); ``means``: what stands alone
    behind *by* and did nothing ("by force"). ``given-up``: verbs of a death that comes after the event
    ("succumbed"); ``of-wounds``: nouns for what a body bears, which say nothing of when it was hit; ``many``: pronouns
    and nouns for several people; ``felt``: verbs of a quake whose object is where it was felt.
    ``of-several``: words that single out one of several events ("the latest shooting"). ``dying``: verbs that tell the age at which
    somebody died, ``gone``: other words for somebody who grows no older. ``taken-in``, ``passed-away``: verbs of an arrest
    and of a death that give somebody's life a day, ``once-more``: words that tell it was one of several.
    ``other-title``: words before a title that make it another one, or nobody's; ``belongs-to``, ``hired-by``: phrases between people and
    the group that they belong to, or that pays them; ``mouthpiece``: who or what speaks for a group behind its name; ``guardian``: nouns,
    beside those of the police and soldiers, for who bears arms by trade; ``division``: kinds of parts of a country;
    ``beside-share``: what stands between a name and its part of the votes. ``estimating``: what is put at a sum stands behind it.
    ``came-about``: verbs of a clause that only tells when something was that is told before it, ``deed``: nouns for it there.
    ``attacker``, ``projectile``, ``explosive``, ``diplomat``, ``claimed-deed``: words that several event types ask for beside their own.
    ``grounds``: for what somebody is held; ``unnamed-doer`` and ``belong``: "those behind the attack belong to"; ``other-force``: words of
    a force that is not the one told before; ``grave``: words for the degree of wounds.
    ``worth``, ``costing``: what stands between a thing and the sum that it is worth, or that it costs; ``called``: participles between
    a person's age and name. ``roundly``: words before a time of day that leave an end an end, ``close-by``: those before *after* that put
    what was then near it; ``says-now``: verbs of saying that tell of no day. ``still-holds``: words before an office whose holder
    holds it, ``before-name``: titles between an office and a name.
    ``guessing``: adverbs before what somebody may be; ``body``: who is dead already; ``own-clause``: verbs before which people begin a
    clause; ``governs-nobody``: words in -ing that take no object; ``no-thing``: what a number counts that is no thing.
    A word in two parts takes the first of the file.
    """

    needs_examples: ClassVar[bool] = False  # single words show nothing; the rules that use them carry the examples

    part: Part
    words: tuple[str, ...]
