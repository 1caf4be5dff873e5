"""Who is who: the names of an article gathered into people.

Full names first, then single words: "Mr. Hussain" is the Hussain of the article, of two Hostetters the one of his
suffix, his gender, or the one spoken of last.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.pipes.people.variants import Variants, compatible_given, key, same_word


class NameAt(NamedTuple):
    """A person's name at one place, as `news_names` gives it, with the texts of its titles and roles."""

    start: int
    end: int
    full: str
    given: tuple[str, ...]
    surname: str
    suffix: str | None
    nickname: str | None
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    gender: str | None
    firm: bool
    couple: bool
    rule: str

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word."""
        return bool(self.given)


class Figure:
    """A person as the names are gathered: the names, in the order in which they were found to be theirs."""

    def __init__(self, name: NameAt, gender: str | None, *, firm: bool) -> None:
        self.names = [name]
        self.gender = gender
        self.firm = firm

    def add(self, name: NameAt) -> None:
        """Another name of the person."""
        self.names.append(name)
        if name.firm and not name.couple:
            self.gender, self.firm = name.gender, True
        elif self.gender is None and not name.couple:
            self.gender = name.gender

    def agrees(self, gender: str | None, *, firm: bool) -> bool:
        """Whether someone of this gender may be this person; first names alone may be wrong, two of them are not."""
        if gender is None or self.gender is None or gender == self.gender:
            return True
        return not (firm or self.firm)

    @property
    def full(self) -> NameAt:
        """The fullest name: most first names, then the longest; one that is not in capitals before one that is."""
        return max(self.names, key=lambda n: (len(n.given) + bool(n.suffix), not n.full.isupper(), len(n.full)))


def people(names: Sequence[NameAt], variants: Variants) -> list[Figure]:
    """The people of an article, in no order."""
    figures: list[Figure] = []
    for name in (name for name in names if name.is_full and not name.couple):
        known = [figure for figure in figures if _same_person(figure, name, variants)]
        if known:
            _closest(known, name).add(name)
        else:
            figures.append(Figure(name, name.gender, firm=name.firm))
    for name in (name for name in names if not name.is_full and not name.couple):
        _place_single(figures, name, variants)
    for name in (name for name in names if name.couple):
        _place_couple(figures, name, variants)
    return figures


def _same_person(figure: Figure, name: NameAt, variants: Variants) -> bool:
    """Whether a full name may be another form of a person's names."""
    if not figure.agrees(name.gender, firm=name.firm):
        return False
    return any(_same_name(known, name, variants) for known in figure.names if known.is_full)


def _same_name(one: NameAt, other: NameAt, variants: Variants) -> bool:
    if key(one.full) == key(other.full):
        return True
    if one.suffix and other.suffix and key(one.suffix) != key(other.suffix):
        return False
    if same_word(one.surname, other.surname) or same_word(one.surname.split()[-1], other.surname.split()[-1]):
        return compatible_given(one, other, variants)
    mine, theirs = set(key(one.full).split()), set(key(other.full).split())
    # "Nguyen Thi Mai Lan" and "Mai Lan Nguyen"; "Ramon de la Cruz" and "Ramon de la Cruz Ayala".
    return len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine)


def _closest(figures: Sequence[Figure], name: NameAt) -> Figure:
    """Of several people the one with the same name, then of the same suffix, then the one named last before it."""

    def rank(figure: Figure) -> tuple[bool, bool, int]:
        same = any(key(known.full) == key(name.full) for known in figure.names)
        suffix = name.suffix is not None and any(known.suffix == name.suffix for known in figure.names)
        return same, suffix, _last_before(figure, name.start)

    return max(figures, key=rank)


def _last_before(figure: Figure, start: int) -> int:
    """Where the person was last named before; behind that, how near they are first named (as a negative number)."""
    before = [name.start for name in figure.names if name.start < start]
    return max(before) if before else -min((name.start for name in figure.names), default=0)


def _place_single(figures: list[Figure], name: NameAt, variants: Variants) -> None:
    """Give a name of one word to the person who bears it, or make a person of it."""
    for bears in (_bears_surname, _bears_given, _bears_nickname, _bears_any):
        found = [
            f for f in figures if f.agrees(name.gender if name.firm else None, firm=True) and bears(f, name, variants)
        ]
        if found:
            _closest(found, name).add(name)
            return
    figures.append(Figure(name, name.gender, firm=name.firm))


def _bears_surname(figure: Figure, name: NameAt, _: Variants) -> bool:
    word = name.surname
    return any(
        same_word(known.surname, word) or (known.given and same_word(known.surname.split()[-1], word))
        for known in figure.names
    )


def _bears_given(figure: Figure, name: NameAt, variants: Variants) -> bool:
    word = key(name.surname)
    return any(
        known.given
        and (variants.same(known.given[0], word) or (len(word) > 3 and key(known.given[0]).startswith(word)))
        for known in figure.names
    )


def _bears_nickname(figure: Figure, name: NameAt, _: Variants) -> bool:
    return any(known.nickname and key(known.nickname) == key(name.surname) for known in figure.names)


def _bears_any(figure: Figure, name: NameAt, _: Variants) -> bool:
    """A middle name, or one half of "Pruitt-Lowe"; never an initial."""
    word = key(name.surname)
    return len(word) > 2 and any(word in key(known.full).replace("-", " ").split() for known in figure.names)


def _place_couple(figures: list[Figure], name: NameAt, variants: Variants) -> None:
    """Two people for "Mr. and Mrs. Smith": those of the article who may be them, else new ones."""
    for gender in ("m", "f"):
        own = name._replace(gender=gender, firm=True, couple=False, titles=_titles_of(name, gender))
        if gender == "f" and own.given:
            own = own._replace(given=(), full=own.surname)
        found = [
            figure
            for figure in figures
            if figure.agrees(gender, firm=True)
            and (figure.gender == gender or figure.firm)
            and (
                any(k.given and _same_name(k, own, variants) for k in figure.names)
                if own.given
                else _bears_surname(figure, own, variants)
            )
        ]
        if found:
            _closest(found, own).add(own)
        else:
            figures.append(Figure(own, gender, firm=True))


def _titles_of(name: NameAt, gender: str) -> tuple[str, ...]:
    """The title of one of a couple."""
    female = [title for title in name.titles if title.lower().startswith(("mrs", "ms", "mme", "lady"))]
    male = [title for title in name.titles if title not in female]
    return tuple(female if gender == "f" else male)


def spans(names: Iterable[NameAt]) -> list[tuple[int, int]]:
    """Start and end of names, in order, each once."""
    return sorted({(name.start, name.end) for name in names})
