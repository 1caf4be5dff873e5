"""The tables of reporting words, read once into look-ups by lemma."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from extractor.pipes.quotes import weights
from extractor.pipes.quotes.marks import leading_out
from extractor.pipes.quotes.weights import Weights
from extractor.tables import Folder, Row
from extractor.vocabulary import SpeakerKind, Stance

Frame = Literal[
    "clause", "infinitive", "gerund", "complement", "object", "quotation", "addressee",
    "about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "upon", "with",
]  # fmt: skip
PREPOSITIONS = frozenset(
    ("about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "upon", "with")
)

Hashes = NDArray[np.uint64]


class Verb(Row, frozen=True, kw_only=True):
    """A reporting verb, with its particle. `needs` is "marks" where it reports only what stands in marks."""

    lemma: str
    frames: tuple[Frame, ...]
    needs: Literal["", "marks"] = ""
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


class Introduction(Row, frozen=True, kw_only=True):
    """How somebody spoke, in a sentence before his words: the lemma of a verb with what follows it ("be blunt")."""

    words: str


class Lead(Row, frozen=True, kw_only=True):
    """A form of a verb that leads out of a quotation whose closing mark is missing."""

    verb: str


class Lexicon(NamedTuple):
    """The tables by lemma, particle included ("point out"). `forms` leads from regular forms to first words.

    The base model's lemmatizer makes "hop" of "hoped" and "texte" of "texted". The hashes are spaCy's, of the forms and
    of the nouns: a look into a column of numbers finds the cues without making a token of every word.
    """

    verbs: dict[str, Verb]
    forms: dict[str, str]
    nouns: dict[str, Noun]
    phrases: dict[str, Phrase]
    occasions: dict[str, tuple[str, ...]]
    titles: frozenset[str]
    labels: frozenset[str]
    sources: dict[str, Source]
    tellers: frozenset[str]
    givers: frozenset[str]
    led_out: re.Pattern[str]
    kinds: dict[str, SpeakerKind]
    pronouns: dict[str, SpeakerKind]
    introductions: dict[str, list[tuple[str, ...]]]
    weights: Weights
    verb_hashes: frozenset[int]
    noun_hashes: frozenset[int]


def read(folder: Folder) -> Lexicon:
    """The look-ups of a folder of tables."""
    verbs = {row.lemma: row for row in folder.rows("verbs.csv", Verb)}
    forms = {form: first for first in (lemma.partition(" ")[0] for lemma in verbs) for form in _forms(first)}
    nouns = {row.lemma: row for row in folder.rows("nouns.csv", Noun)}
    return Lexicon(
        verbs=verbs,
        forms=forms,
        nouns=nouns,
        phrases={row.phrase: row for row in folder.rows("phrases.csv", Phrase)},
        occasions={row.noun: row.prepositions for row in folder.rows("occasions.csv", Occasion)},
        titles=frozenset(row.word for row in folder.rows("titles.csv", Title)),
        labels=frozenset(row.label for row in folder.rows("labels.csv", Label)),
        sources={row.noun: row for row in folder.rows("sources.csv", Source)},
        tellers=frozenset(row.noun for row in folder.rows("tellers.csv", Teller)),
        givers=frozenset(row.verb for row in folder.rows("givers.csv", Giver)),
        led_out=leading_out(row.verb for row in folder.rows("leads.csv", Lead)),
        kinds={row.noun: row.kind for row in folder.rows("kinds.csv", Kind)},
        pronouns={row.pronoun: row.kind for row in folder.rows("pronouns.csv", Pronoun)},
        introductions=_introductions(row.words for row in folder.rows("introductions.csv", Introduction)),
        weights=weights.read(folder),
        verb_hashes=_hashes(forms),
        noun_hashes=_hashes(nouns),
    )


def _introductions(rows: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """What may follow a verb, by its lemma; longer first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in sorted(rows, key=len, reverse=True):
        first, *rest = row.split()
        found.setdefault(first, []).append(tuple(rest))
    return found


def _hashes(words: Iterable[str]) -> frozenset[int]:
    return frozenset(map(get_string_id, words))


def _forms(lemma: str) -> list[str]:
    """The regular forms of a verb; a final consonant is doubled or not ("quipped", "offered")."""
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    doubled = lemma + lemma[-1:]
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [lemma, plural, *(stem + ending for stem in (lemma, doubled) for ending in ("ed", "ing"))]
