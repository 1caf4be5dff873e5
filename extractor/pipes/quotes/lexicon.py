"""The tables of reporting words, read once into look-ups by lemma."""

import re
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, get_args

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

Sort = Literal[
    "time", "subordinator", "contrast", "adversative", "turn", "nothing", "article", "giving", "label", "refusing",
    "unnamed", "possible", "reader",
]  # fmt: skip
"""What a small word does: see models/en/quotes/README.md."""

Hashes = NDArray[np.uint64]


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


class Lexicon(NamedTuple):
    """The tables by lemma, particle included ("point out"). `forms` leads from regular forms to first words.

    The base model's lemmatizer makes "hop" of "hoped" and "texte" of "texted". The hashes are spaCy's, of the forms and
    of the nouns: a look into a column of numbers finds the cues without making a token of every word.
    """

    verbs: dict[str, Verb]
    forms: dict[str, str]
    phrasal: frozenset[str]
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
    idioms: frozenset[tuple[str, str]]
    idiomatic: frozenset[str]
    hearers: frozenset[str]
    openers: re.Pattern[str]
    small: dict[Sort, frozenset[str]]
    weights: Weights
    verb_hashes: Hashes
    noun_hashes: Hashes
    closing_hashes: Hashes


def read(folder: Folder) -> Lexicon:
    """The look-ups of a folder of tables."""
    verbs = {row.lemma: row for row in folder.rows("verbs.csv", Verb)}
    nouns = {row.lemma: row for row in folder.rows("nouns.csv", Noun)}
    forms = _all_forms(folder, verbs)
    idioms = frozenset(_pairs(folder, "idioms.csv", Idiom))
    return Lexicon(
        verbs=verbs,
        forms=forms,
        phrasal=frozenset(lemma.partition(" ")[0] for lemma in verbs if " " in lemma),
        nouns=nouns,
        phrases={row.phrase: row for row in folder.rows("phrases.csv", Phrase)},
        occasions=dict(_pairs(folder, "occasions.csv", Occasion)),
        titles=_words(folder, "titles.csv", Title),
        labels=_words(folder, "labels.csv", Label),
        sources={row.noun: row for row in folder.rows("sources.csv", Source)},
        tellers=_words(folder, "tellers.csv", Teller),
        givers=_words(folder, "givers.csv", Giver),
        led_out=leading_out(_words(folder, "leads.csv", Lead)),
        kinds=dict(_pairs(folder, "kinds.csv", Kind)),
        pronouns=dict(_pairs(folder, "pronouns.csv", Pronoun)),
        introductions=_introductions(_words(folder, "introductions.csv", Introduction)),
        idioms=idioms,
        idiomatic=frozenset(lemma for lemma, _ in idioms),
        hearers=_words(folder, "hearers.csv", Hearer),
        openers=_openers(_words(folder, "openers.csv", Opener)),
        small=_small(folder),
        weights=weights.read(folder),
        verb_hashes=_hashes(forms),
        noun_hashes=_hashes(nouns),
        closing_hashes=_hashes(form for form, lemma in forms.items() if _may_close(verbs.get(lemma), form)),
    )


def _pairs(folder: Folder, name: str, row: type[Row]) -> list[tuple[Any, Any]]:
    """The first two columns of a table."""
    first, second = row.__struct_fields__[2:4]
    return [(getattr(one, first), getattr(one, second)) for one in folder.rows(name, row)]


def _words(folder: Folder, name: str, row: type[Row]) -> frozenset[str]:
    """The first column of a table."""
    first = row.__struct_fields__[2]
    return frozenset(getattr(one, first) for one in folder.rows(name, row))


def _all_forms(folder: Folder, verbs: Iterable[str]) -> dict[str, str]:
    """The first word of a verb by its forms, the regular ones and those of the table."""
    firsts = {lemma.partition(" ")[0] for lemma in verbs}
    return {form: first for first in sorted(firsts) for form in _forms(first)} | dict(_pairs(folder, "forms.csv", Form))


def _small(folder: Folder) -> dict[Sort, frozenset[str]]:
    rows = folder.rows("small_words.csv", Small)
    return {sort: frozenset(row.word for row in rows if row.sort == sort) for sort in get_args(Sort)}


def _may_close(verb: Verb | None, form: str) -> bool:
    """Whether a form may close a sentence behind who holds records or hears witnesses: "show", "suggest", "heard"."""
    if verb is None or "clause" not in verb.frames:
        return False
    return verb.needs == "hearer" or (not verb.needs and form in {verb.lemma, f"{verb.lemma}s"})


def _openers(rows: Iterable[str]) -> re.Pattern[str]:
    """What may stand before a label; longer first."""
    listed = "|".join(re.escape(row).replace(r"\ ", r"\s+") for row in sorted(rows, key=lambda row: (-len(row), row)))
    return re.compile(rf"(?:{listed})\s+", re.IGNORECASE)


def _introductions(rows: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """What may follow a verb, by its lemma; longer first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in sorted(rows, key=lambda row: (-len(row), row)):
        first, *rest = row.split()
        found.setdefault(first, []).append(tuple(rest))
    return found


def _hashes(words: Iterable[str]) -> Hashes:
    return np.array(sorted(get_string_id(word) for word in words), dtype=np.uint64)


def _forms(lemma: str) -> list[str]:
    """The regular forms of a verb; a final consonant is doubled or not ("quipped", "offered")."""
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    doubled = lemma + lemma[-1:]
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [lemma, plural, *(stem + ending for stem in (lemma, doubled) for ending in ("ed", "ing"))]
