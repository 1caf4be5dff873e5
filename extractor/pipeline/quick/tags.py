"""The base model's attribute ruler, with each combination of tag, word and dependency looked up once.

The ruler sets part of speech and morphology by 179 patterns, nearly all of them of one token, and asks all of them of
every token. Which of them apply depends on very little: the tag, the dependency, and the word where a pattern names it.
The ruler's own patterns are matched, by spaCy's matcher, when a combination is met for the first time, and what they
set is kept. Patterns of several tokens ("let 's") or with regular expressions are matched as ever, where their first
token may stand.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

from extractor.pipeline.quick.keys import keys

READ = {"TAG": TAG, "DEP": DEP, "IS_SPACE": IS_SPACE, "LOWER": LOWER}
"""What a pattern may ask for; all of it belongs to the combination."""
WORD = list(READ).index("LOWER")
SET = (POS, MORPH, LEMMA, TAG, DEP)
MEMBERSHIP = frozenset({"IN", "NOT_IN"})
REMEMBERED = 50_000
"""So many words are remembered, then all are forgotten."""


def quick(ruler: Any) -> Callable[[Doc], Doc] | None:  # noqa: ANN401, a component of any kind
    """A function that does what the ruler does, None where it is no ruler, or sets something else."""
    if type(ruler) is not AttributeRuler or not all(set(attrs).issubset(SET) for attrs in ruler.attrs):
        return None
    return Ruler(ruler)


def _patterns(ruler: AttributeRuler) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """All alternatives of all patterns with the number of what they set."""
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            yield number, pattern


def _is_known(pattern: list[dict[str, Any]]) -> bool:
    """Whether the pattern is of one token and depends on the combination alone."""
    return len(pattern) == 1 and all(
        key in READ and (not isinstance(value, dict) or set(value) <= MEMBERSHIP) for key, value in pattern[0].items()
    )


def _words(asked: dict[str, Any]) -> Iterator[str]:
    """The words that a token's part of a pattern names."""
    value = asked.get("LOWER", ())
    if isinstance(value, dict):
        for words in value.values():
            yield from words
    else:
        yield from (value,) if value else ()


class Ruler:
    """The ruler's patterns over combinations. What it remembers is bounded by tags, dependencies and named words."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        patterns = list(_patterns(ruler))
        several = [(number, pattern) for number, pattern in patterns if not _is_known(pattern)]
        self._single = _matcher(ruler, [(number, pattern) for number, pattern in patterns if _is_known(pattern)])
        self._several, self._firsts = _matcher(ruler, several), Firsts([p for _, p in several], ruler.vocab)
        self._longest = max((len(pattern) for _, pattern in several), default=0)
        named = {word for _, pattern in patterns if _is_known(pattern) for word in _words(pattern[0])}
        self._named = np.sort(np.array([0, *(ruler.vocab.strings.add(word) for word in named)], dtype=np.uint64))
        self._rows: dict[int, int] = {}
        self._rules: list[list[int]] = []
        self._set = np.empty((0, len(SET)), dtype=np.uint64)
        self._sets = np.empty((0, len(SET)), dtype=bool)

    def __call__(self, doc: Doc) -> Doc:
        """The document with the attributes set."""
        if not len(doc):
            return doc
        combinations = doc.to_array(list(READ.values()))
        combinations[:, WORD] = self._only_named(combinations[:, WORD])
        found = keys(combinations)
        new = {key: place for place, key in enumerate(found) if key not in self._rows}
        if new:
            self._learn(doc, new)
        rows = [self._rows[key] for key in found]
        more = self._more(doc)
        doc.from_array(
            list(SET), np.where(self._sets.take(rows, axis=0), self._set.take(rows, axis=0), doc.to_array(list(SET)))
        )
        for place, rules in more.items():
            set_token_attrs(doc[place], self._merged(sorted({*self._rules[rows[place]], *rules})))
        return doc

    def _only_named(self, words: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """The words that a pattern names, 0 for others."""
        nearest = self._named[np.searchsorted(self._named, words).clip(max=len(self._named) - 1)]
        return np.where(nearest == words, words, np.uint64(0))

    def _learn(self, doc: Doc, new: dict[int, int]) -> None:
        """Keeps what is set for new combinations, each with the place of a token that has it."""
        learnt = []
        for place in new.values():
            found = self._single(doc[place : place + 1], allow_missing=True)
            self._rules.append(sorted(int(doc.vocab.strings[match]) for match, _, _ in found))
            learnt.append(self._merged(self._rules[-1]))
        self._rows.update(zip(new, range(len(self._rows), len(self._rows) + len(new)), strict=True))
        values = np.array([[attrs.get(each, 0) for each in SET] for attrs in learnt], dtype=np.uint64)
        self._set = np.concatenate([self._set, values])
        self._sets = np.concatenate([self._sets, np.array([[each in attrs for each in SET] for attrs in learnt])])

    def _more(self, doc: Doc) -> dict[int, list[int]]:
        """The matches of the other patterns, by the token that they set it on."""
        more: dict[int, list[int]] = {}
        places = self._firsts(doc)
        stretches = [(0, len(doc))] if places is None else [(place, place + self._longest) for place in places]
        for place, behind in stretches:
            for match, start, end in self._several(doc[place:behind], allow_missing=True):
                rule = int(doc.vocab.strings[match])
                index = self._ruler.indices[rule]
                more.setdefault(place + (start + index if index >= 0 else end + index), []).append(rule)
        return more

    def _merged(self, rules: list[int]) -> dict[int, int]:
        """What the rules set together; a later one prevails."""
        merged: dict[int, int] = {}
        for rule in rules:
            merged.update(self._ruler.attrs[rule])
        return merged


class Firsts:
    """Where one of some patterns may begin, by what each asks of its first token: the matcher needs to see no more."""

    def __init__(self, patterns: list[list[dict[str, Any]]], vocab: Vocab) -> None:
        self._strings = vocab.strings
        firsts = [pattern[0] for pattern in patterns]
        self._words = [first["LOWER"] for first in firsts if "LOWER" in first]
        self._dependencies = [vocab.strings.add(first["DEP"]) for first in firsts if _by_dependency(first)]
        self._anywhere = any("LOWER" not in first and not _by_dependency(first) for first in firsts)
        self._anywhere |= any("OP" in part for pattern in patterns for part in pattern)
        self._may: dict[int, bool] = {}

    def __call__(self, doc: Doc) -> list[int] | None:
        """The places of the tokens; None where they can't be told, or the patterns' lengths can't."""
        if self._anywhere:
            return None
        if len(self._may) > REMEMBERED:
            self._may.clear()
        may = self._may
        words, dependencies = doc.to_array([LOWER, DEP]).T
        listed = words.tolist()
        for word in set(listed).difference(may):
            may[word] = any(_is_asked(self._strings[word], asked) for asked in self._words)
        begins = np.array([may[word] for word in listed])
        for dependency in self._dependencies:
            begins |= dependencies == dependency
        places: list[int] = np.flatnonzero(begins).tolist()
        return places


def _by_dependency(first: dict[str, Any]) -> bool:
    return "LOWER" not in first and isinstance(first.get("DEP"), str)


def _is_asked(word: str, asked: str | dict[str, Any]) -> bool:
    """Whether a word may be what a pattern asks for; of ways to ask that are not known here any may."""
    if isinstance(asked, str):
        return word == asked
    known: dict[str, Callable[[Any], bool]] = {
        "IN": lambda among: word in among,
        "REGEX": lambda form: bool(re.search(form, word)),
    }
    return all(known[way](what) for way, what in asked.items() if way in known)


def _matcher(ruler: AttributeRuler, patterns: Iterable[tuple[int, Any]]) -> Matcher:
    """A matcher whose keys are the numbers of what the patterns set."""
    matcher = Matcher(ruler.vocab)
    together: dict[int, list[Any]] = {}
    for number, pattern in patterns:
        together.setdefault(number, []).append(pattern)
    for number, alternatives in together.items():
        matcher.add(str(number), alternatives)
    return matcher
