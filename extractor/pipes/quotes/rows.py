"""The rows of the tables of reporting: what each column may hold."""

from typing import Literal

from extractor.tables import Row
from extractor.vocabulary import SpeakerKind, Stance

Frame = Literal[
    "clause", "infinitive", "gerund", "complement", "object", "quotation", "addressee",
    "about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "upon", "with",
]  # fmt: skip
PREPOSITIONS = frozenset(
    ("about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "upon", "with")
)

Sort = Literal[
    "time", "subordinator", "contrast", "adversative", "turn", "nothing", "article", "giving", "label", "refusing",
    "unnamed", "possible", "reader", "relative", "join", "link", "none", "thing",
]  # fmt: skip
"""What a small word does: see models/en/quotes/README.md."""


class Verb(Row, frozen=True, kw_only=True):
    """A reporting verb, with its particle.

    `needs` is "marks" where it reports only what stands in marks, "hearer" where its subject must be one of those that
    hear witnesses ("the court heard that").
    """

    lemma: str
    frames: tuple[Frame, ...]
    needs: Literal["", "marks", "hearer"] = ""
    stance: Stance


class Noun(Row, frozen=True, kw_only=True):
    """A reporting noun: "the claim that"."""

    lemma: str
    frames: tuple[Frame, ...]
    needs: Literal["", "marks"] = ""
    stance: Stance


class Phrase(Row, frozen=True, kw_only=True):
    """An expression that takes the rest of its clause as content and what follows it as speaker."""

    phrase: str
    stance: Stance


class Occasion(Row, frozen=True, kw_only=True):
    """A noun for the occasion or the medium of speech, which belongs to the cue: "said in a statement".

    Only behind its prepositions: in "commented on the report" the report is what was spoken about.
    """

    noun: str
    prepositions: tuple[str, ...]


class Title(Row, frozen=True, kw_only=True):
    """A word before marks that introduces a title, slogan or nickname: no speech."""

    word: str


class Label(Row, frozen=True, kw_only=True):
    """A word that stands before a colon and is no speaker: "Correction:", "Photo:"."""

    label: str


class Source(Row, frozen=True, kw_only=True):
    """A thing that reports what it holds: "in a poll of nurses, ..."."""

    noun: str


class Teller(Row, frozen=True, kw_only=True):
    """A noun that names who speaks, alone before a colon or behind one: "Police: Man Stole Key"."""

    noun: str


class Giver(Row, frozen=True, kw_only=True):
    """A verb whose subject says what its object names: "made the claim", not "rejected the claim"."""

    verb: str


class Kind(Row, frozen=True, kw_only=True):
    """What sort of speaker a noun is, where it is no single person: "report" a document, "bank" an organization."""

    noun: str
    kind: SpeakerKind


class Pronoun(Row, frozen=True, kw_only=True):
    """What sort of speaker a pronoun is."""

    pronoun: str
    kind: SpeakerKind


class Idiom(Row, frozen=True, kw_only=True):
    """A verb of the tables that reports nothing with this particle or object: "find out", "claim lives"."""

    KEYS = ("lemma", "word")

    lemma: str
    word: str


class Hearer(Row, frozen=True, kw_only=True):
    """Who hears witnesses: "the court heard that ..." reports what they said."""

    noun: str


class Opener(Row, frozen=True, kw_only=True):
    """Words before a name and a colon: "From the desk of Ines Vogt:"."""

    words: str


class Form(Row, frozen=True, kw_only=True):
    """An irregular form of a verb that the tagger may take for a noun or a name: `@karlott wrote`."""

    form: str
    lemma: str


class Small(Row, frozen=True, kw_only=True):
    """A function word, by what it does to a report."""

    KEYS = ("sort", "word")

    sort: Sort
    word: str


class Introduction(Row, frozen=True, kw_only=True):
    """How somebody spoke, in a sentence before his words: the lemma of a verb with what follows it ("be blunt")."""

    words: str


class Lead(Row, frozen=True, kw_only=True):
    """A form of a verb that leads out of a quotation whose closing mark is missing."""

    verb: str
