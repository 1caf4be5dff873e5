"""The tables of reporting words, read once into look-ups by lemma."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from extractor.pipes.quotes import weights
from extractor.pipes.quotes.marks import leading_out
from extractor.pipes.quotes.rows import (
    Form,
    Giver,
    Hearer,
    Idiom,
    Introduction,
    Kind,
    Label,
    Lead,
    Noun,
    Occasion,
    Opener,
    Phrase,
    Pronoun,
    Small,
    Sort,
    Source,
    Teller,
    Title,
    Verb,
)  # fmt: skip
from extractor.pipes.quotes.weights import Weights
from extractor.tables import Folder, Row
from extractor.vocabulary import SpeakerKind

Hashes = NDArray[np.uint64]


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
    joins: re.Pattern[str]
    links: re.Pattern[str]
    weights: Weights
    cue_hashes: NDArray[np.uint64]
    turns: frozenset[str]
    closing: frozenset[str]


def read(folder: Folder) -> Lexicon:
    """The look-ups of a folder of tables."""
    verbs = {row.lemma: row for row in folder.rows("verbs.csv", Verb)}
    nouns = {row.lemma: row for row in folder.rows("nouns.csv", Noun)}
    forms = _all_forms(folder, verbs)
    idioms, small = frozenset(_pairs(folder, "idioms.csv", Idiom)), _small(folder)
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
        small=small,
        joins=re.compile(rf",?\s(?:{_either(small['join'])})\s(?:still\s|then\s|that\s)?|;\s|\s?(?:--?|[–—])\s?"),
        links=re.compile(rf",?\s?(?:(?:{_either(small['link'])})\s)?"),
        weights=weights.read(folder),
        cue_hashes=np.array(sorted(_hashes((*forms, *nouns))), dtype=np.uint64),
        turns=frozenset(f"before {word}" for word in small["turn"]),
        closing=frozenset(form for form, lemma in forms.items() if _may_close(verbs.get(lemma), form)),
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


def _either(words: Iterable[str]) -> str:
    """One of the words, for a regex; nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(words)) or "(?!)"


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
