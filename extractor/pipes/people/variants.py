"""When two words are one name: nicknames, initials, and the spellings of one transliterated name in one article."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from extractor.tables import Row

LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae"})


class Nickname(Row, frozen=True, kw_only=True):
    """Short forms of a first name."""

    name: str
    short: tuple[str, ...]


class HasGiven(Protocol):
    """What has first names and a nickname."""

    @property
    def given(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def nickname(self) -> str | None: ...  # noqa: D102


@lru_cache(maxsize=16_384)
def key(name: str) -> str:
    """A name without case, accents, full stops and possessive, for comparison."""
    plain = unicodedata.normalize("NFKD", name.replace(".", "").replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().translate(LETTERS).strip()


def same_word(one: str, other: str) -> bool:
    """Whether two words are one surname: the same letters, or spelled one letter apart ("Gaddafi", "Gadaffi")."""
    a, b = bare(key(one)), bare(key(other))
    return a == b or (min(len(a), len(b)) > 5 and _first(a) == _first(b) and _near(a, b))


def bare(word: str) -> str:
    """A folded surname without the article that Arabic names have now and then: "al-Gaddafi", "Gaddafi"."""
    return word[3:] if word[:3] in {"al-", "el-", "al ", "el "} and len(word) > 7 else word


def _first(word: str) -> str:
    """Its first letter; "Qaddafi", "Gaddafi" and "Kaddafi" begin alike."""
    return "g" if word[0] in "qk" and word[1:2] == "a" else word[0]


def _near(a: str, b: str) -> bool:
    """Whether one doubled or dropped letter, or one vowel for another, makes one of the other."""
    return _skeleton(a[1:]) == _skeleton(b[1:]) and abs(len(a) - len(b)) < 3


def sounds(word: str) -> str:
    """What a folded word shares with all its spellings: first letter and consonants, where it is long enough."""
    word = bare(word)
    return _first(word) + _skeleton(word[1:]) if len(word) > 5 else word


@lru_cache(maxsize=16_384)
def _skeleton(word: str) -> str:
    """The consonants, doubled ones once: what stays when a name is written down by ear."""
    found = ""
    for letter in word:
        if letter not in "aeiouyhw'- " and not found.endswith(letter):
            found += letter
    return found + word[-1]


class Variants:
    """The nicknames of a table."""

    def __init__(self, rows: tuple[Nickname, ...]) -> None:
        self._names: dict[str, set[str]] = {}
        for row in rows:
            for short in row.short:
                self._names.setdefault(key(short), set()).add(key(row.name))

    def forms(self, word: str) -> set[str]:
        """What a folded first name shares with those that may be it, initials aside: its long forms, its sound."""
        return {word, sounds(word), *self._names.get(word, ())}

    def same(self, one: str, other: str) -> bool:
        """Whether two first names may be one: equal, an initial, or long and short form."""
        a, b = key(one), key(other)
        if a == b:
            return True
        if len(a) == 1 or len(b) == 1:
            return a[:1] == b[:1]
        full_a, full_b = self._names.get(a, set()) | {a}, self._names.get(b, set()) | {b}
        return bool(full_a & full_b) or same_word(one, other)


def _middle(one: Sequence[str], other: Sequence[str], variants: Variants) -> bool:
    """Whether middle names do not contradict each other: "Viktor W. Dahl" is not "Viktor H. W. Dahl"."""
    if all(len(key(word)) == 1 for word in (*one, *other)):
        return all(key(a) == key(b) for a, b in zip(one, other, strict=False))
    return any(variants.same(a, b) for a in one for b in other)


def compatible_given(one: HasGiven, other: HasGiven, variants: Variants) -> bool:
    """Whether two people of one surname may be one by their first names; "J. R. Smith" and "Jane Smith" may."""
    if not one.given or not other.given:
        return True
    first, second = one.given, other.given
    if variants.same(first[0], second[0]):
        return len(first) < 2 or len(second) < 2 or _middle(first[1:], second[1:], variants)
    nicknames = [key(name.nickname) for name in (one, other) if name.nickname]
    if any(nick in {key(first[0]), key(second[0])} for nick in nicknames):
        return True
    return _is_middle(first, second, variants) or _is_middle(second, first, variants)


def _is_middle(full: Sequence[str], short: Sequence[str], variants: Variants) -> bool:
    """Whether somebody is known by a middle name: "Wilhelmina Jane Ames" and "Jane Ames"."""
    if len(full) < 2 or not variants.same(full[1], short[0]):
        return False
    return len(key(full[1])) > 1 and len(key(short[0])) > 1
