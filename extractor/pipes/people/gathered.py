"""The people of an article while their names are gathered, and the index by which a name finds those it may belong to.

A list of ten thousand names must not be compared with itself: a name is compared with those people alone who share a
folded word with it, of which the index has the spellings that may be one name.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from itertools import combinations, islice
from typing import NamedTuple

from extractor.pipes.people.variants import Variants, key, sounds
from extractor.vocabulary import Gender

HELD = 24
"""People under one key that are looked at, the last named first: no article has as many Smiths, a register may."""
PAIRED = 8
"""Words of a name that are paired; a longer one is no name."""


class NameAt(NamedTuple):
    """A person's name at one place, as `news_names` gives it, with the texts of its titles and roles.

    `genders` has one for each title: None for "Dr.".
    """

    start: int
    end: int
    full: str
    given: tuple[str, ...]
    surname: str
    suffix: str | None
    nickname: str | None
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    gender: Gender | None
    firm: bool
    couple: bool
    rule: str
    kin: bool = False
    other: str = ""
    genders: tuple[Gender | None, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word."""
        return bool(self.given)

    @property
    def form(self) -> tuple[str | None, ...]:
        """What it is compared by; a name recurs in the same form."""
        return self.full, *self.given, self.surname, self.suffix, self.nickname, self.other


class Figure:
    """A person as the names are gathered: the names, in the order in which they were found to be theirs."""

    def __init__(self, name: NameAt, gender: Gender | None, *, firm: bool) -> None:
        self.names = [name]
        self.forms = {name.form: name}
        self.gender = gender
        self.firm = firm
        self._starts = [name.start]

    def add(self, name: NameAt) -> None:
        """Another name of the person."""
        self.names.append(name)
        self.forms.setdefault(name.form, name)
        insort(self._starts, name.start)
        if name.firm and not name.couple:
            self.gender, self.firm = name.gender, True
        elif self.gender is None and not name.couple:
            self.gender = name.gender

    def agrees(self, gender: Gender | None, *, firm: bool) -> bool:
        """Whether someone of this gender may be this person; first names alone may be wrong, two of them are not."""
        if gender is None or self.gender is None or gender == self.gender:
            return True
        return not (firm or self.firm)

    def last_before(self, start: int) -> int:
        """Where the person was last named before; behind that, how near they are first named (as a negative number)."""
        at = bisect_left(self._starts, start)
        return self._starts[at - 1] if at else -1 - self._starts[0]

    def leads(self, start: int) -> bool:
        """Whether the person was named before and not brought in as somebody's relative."""
        return self._starts[0] < start and not self.names[0].kin

    @property
    def full(self) -> NameAt:
        """The fullest name: most first names written out, then most at all; one not in capitals before one that is."""

        def rank(name: NameAt) -> tuple[int, int, bool, int]:
            written = sum(len(word.replace(".", "")) > 1 for word in name.given)
            return written + bool(name.suffix), len(name.given), not name.full.isupper(), len(name.full)

        return max(self.forms.values(), key=rank)


class Gathered:
    """The people found so far. Keys are pairs of what a word is and the word: a surname is no first name."""

    def __init__(self, variants: Variants) -> None:
        self.figures: list[Figure] = []
        self.variants = variants
        self._under: dict[tuple[str, str], dict[int, None]] = {}
        self._number: dict[int, int] = {}

    def enter(self, name: NameAt, gender: Gender | None, *, firm: bool) -> None:
        """Make a person of the name."""
        figure = Figure(name, gender, firm=firm)
        self._number[id(figure)] = len(self.figures)
        self.figures.append(figure)
        self._index(name, len(self.figures) - 1)

    def give(self, figure: Figure, name: NameAt) -> None:
        """Note that the name is this person's."""
        figure.add(name)
        self._index(name, self._number[id(figure)])

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Make one person of two whose names begin at these places, if they may be one by their gender."""
        at = {name.start: figure for figure in self.figures for name in figure.names}
        for start, other_start in pairs:
            one, other = at.get(start), at.get(other_start)
            if one is None or other is None or one is other or not one.agrees(other.gender, firm=other.firm):
                continue
            for name in other.names:
                self.give(one, name)
                at[name.start] = one
            self.figures[self._number[id(other)]] = one

    @property
    def everybody(self) -> list[Figure]:
        """The people, each once."""
        return list(dict.fromkeys(self.figures))

    def may_be(self, name: NameAt) -> list[Figure]:
        """The people whom a full name may mean by its words, in the order in which they were found."""
        return self._found(_full_keys(name))

    def may_bear(self, name: NameAt) -> list[Figure]:
        """The people whom a single word may mean, in the order in which they were found."""
        word = key(name.surname)
        keys = [*_surname_keys(name.surname), ("word", word), ("nickname", word)]
        keys += [("first", form) for form in self.variants.forms(word)]
        keys += [("start", word), ("initial", word[:1])]
        return self._found([*keys, ("letter", word)] if len(word) == 1 else keys)

    def _found(self, keys: list[tuple[str, str]]) -> list[Figure]:
        numbers = {number for one in keys for number in islice(reversed(self._under.get(one, {})), HELD)}
        return list(dict.fromkeys(self.figures[number] for number in sorted(numbers)))

    def _index(self, name: NameAt, number: int) -> None:
        for one in dict.fromkeys((*_full_keys(name), *_single_keys(name, self.variants))):
            under = self._under.setdefault(one, {})
            under.pop(number, None)
            under[number] = None


def _surname_keys(surname: str) -> Iterator[tuple[str, str]]:
    """Of a surname and its last word as written and by ear: "de la Cruz" and "Cruz", "Gaddafi" and "Gadaffi"."""
    for word in (surname, *surname.split()[-1:]):
        yield "surname", key(word)
        yield "surname by ear", sounds(key(word))


def _full_keys(name: NameAt) -> list[tuple[str, str]]:
    """Of the surname, and of any two words: "Nguyen Thi Mai Lan" and "Mai Lan Nguyen" share neither's last."""
    words = sorted(set(key(name.full).split()))[:PAIRED]
    pairs = [("pair", f"{one} {other}") for one, other in combinations(words, 2)]
    return [*_surname_keys(name.surname), ("full", key(name.full)), *pairs]


def _single_keys(name: NameAt, variants: Variants) -> Iterator[tuple[str, str]]:
    """What a lone word may be of the name: a first name or how it begins, a nickname, any word of it."""
    for word in key(name.full).replace("-", " ").split():
        yield "word", word
    for called in (name.nickname, name.other):
        if called:
            yield "nickname", key(called)
    if name.given:
        first = key(name.given[0])
        for form in variants.forms(first):
            yield "first", form
        yield ("initial" if len(first) == 1 else "letter"), first[:1]
        for length in range(4, min(len(first), 20) + 1):
            yield "start", first[:length]
