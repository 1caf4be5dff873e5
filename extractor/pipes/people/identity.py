"""Who is who: the names of an article gathered into people.

Full names first, then single words: "Mr. Hussain" is the Hussain of the article, of two Hostetters the one of his
suffix, his gender, or the one spoken of last.
"""

from collections.abc import Callable, Iterable, Sequence

from extractor.pipes.people.gathered import Figure, Gathered, NameAt
from extractor.pipes.people.variants import Variants, compatible_given, key, same_word

NEAR = 120
"""Characters between a name and that of a relative who bears the same: one sentence or two."""


def people(names: Sequence[NameAt], variants: Variants, aliases: Sequence[tuple[int, int]] = ()) -> list[Figure]:
    """The people of an article, in no order; `aliases` are the starts of names that the text calls one person's."""
    gathered = Gathered(variants)
    for name in (name for name in names if name.is_full and not name.couple):
        known = [figure for figure in gathered.may_be(name) if _same_person(figure, name, variants)]
        if known:
            gathered.give(_closest(known, name), name)
        else:
            gathered.enter(name, name.gender, firm=name.firm)
    gathered.join(aliases)
    for name in (name for name in names if not name.is_full and not name.couple):
        _place_single(gathered, name)
    gathered.join(aliases)
    for name in (name for name in names if name.couple):
        _place_couple(gathered, name)
    return gathered.everybody


def _same_person(figure: Figure, name: NameAt, variants: Variants) -> bool:
    """Whether a full name may be another form of a person's names."""
    if not figure.agrees(name.gender, firm=name.firm):
        return False
    if name.kin and 0 < name.start - figure.last_before(name.start) < NEAR:
        return False  # "Viktor Dahl and his son Viktor Dahl Jr."
    return any(_same_name(known, name, variants) for known in figure.forms.values() if known.is_full)


def _same_name(one: NameAt, other: NameAt, variants: Variants) -> bool:
    if key(one.full) == key(other.full):
        return True
    if one.suffix and other.suffix and key(one.suffix) != key(other.suffix):
        return False
    mine, theirs = set(key(one.full).split()), set(key(other.full).split())
    if same_word(one.surname, other.surname) or same_word(one.surname.split()[-1], other.surname.split()[-1]):
        # "Aung San Suu Kyi" is "Suu Kyi", whose words end the longer name.
        ends = key(one.full).endswith(" " + key(other.full)) or key(other.full).endswith(" " + key(one.full))
        return compatible_given(one, other, variants) or (ends and min(len(mine), len(theirs)) > 1)
    # "Nguyen Thi Mai Lan" and "Mai Lan Nguyen"; "Ramon de la Cruz" and "Ramon de la Cruz Ayala".
    return len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine)


def _closest(figures: Sequence[Figure], name: NameAt) -> Figure:
    """Of several people the one with the same name, then of the same suffix, then who is not named as a relative
    ("Carl Dorn vanished. His son, Jon Dorn, called. Dorn had left."), then the one named last before it.
    """

    def rank(figure: Figure) -> tuple[bool, bool, bool, int]:
        same = any(key(known.full) == key(name.full) for known in figure.forms.values())
        suffix = name.suffix is not None and any(known.suffix == name.suffix for known in figure.forms.values())
        return same, suffix, figure.leads(name.start), figure.last_before(name.start)

    return max(figures, key=rank)


def _place_single(gathered: Gathered, name: NameAt) -> None:
    """Give a name of one word to the person who bears it, or make a person of it."""
    gender = name.gender if name.firm else None
    near = [figure for figure in gathered.may_bear(name) if figure.agrees(gender, firm=True)]
    for bears in BEARS:
        found = [figure for figure in near if bears(figure, name, gathered.variants)]
        if found:
            gathered.give(_closest(found, name), name)
            return
    if (only := _only_bearer(gathered, name)) is not None:
        gathered.give(only, name)
        return
    gathered.enter(name, name.gender, firm=name.firm)


def _only_bearer(gathered: Gathered, name: NameAt) -> Figure | None:
    """The one person of the surname, whose gender the first name guesses wrongly: "Keith Marsh", then "Ms. Marsh".

    A "Mrs. Marsh" is his wife.
    """
    bearers = [one for one in gathered.may_bear(name) if _bears_surname(one, name, gathered.variants)]
    wife = any(title.lower().startswith("mrs") for title in name.titles)
    if len(bearers) != 1 or bearers[0].firm or not name.titles or wife:
        return None
    return bearers[0] if bearers[0].last_before(name.start) >= 0 else None


def _bears_surname(figure: Figure, name: NameAt, _: Variants) -> bool:
    word = name.surname
    return any(
        same_word(known.surname, word) or (known.given and same_word(known.surname.split()[-1], word))
        for known in figure.forms.values()
    )


def _bears_given(figure: Figure, name: NameAt, variants: Variants) -> bool:
    word = key(name.surname)
    return any(
        known.given
        and (variants.same(known.given[0], word) or (len(word) > 3 and key(known.given[0]).startswith(word)))
        for known in figure.forms.values()
    )


def _bears_nickname(figure: Figure, name: NameAt, _: Variants) -> bool:
    word = key(name.surname)
    forms = figure.forms.values()
    return any(called and key(called) == word for known in forms for called in (known.nickname, known.other))


def _bears_any(figure: Figure, name: NameAt, _: Variants) -> bool:
    """A middle name, or one half of "Pruitt-Lowe"; never an initial, nor before the full name.

    "Marri taught. His daughter Ines Marri Halloran ...": whoever is named alone first is somebody else.
    """
    word = key(name.surname)
    return (
        len(word) > 2
        and figure.last_before(name.start) >= 0
        and any(word in key(known.full).replace("-", " ").split() for known in figure.forms.values())
    )


BEARS: tuple[Callable[[Figure, NameAt, Variants], bool], ...] = (
    _bears_surname,
    _bears_given,
    _bears_nickname,
    _bears_any,
)


def _place_couple(gathered: Gathered, name: NameAt) -> None:
    """Two people for "Mr. and Mrs. Smith": those of the article who may be them, else new ones."""
    for gender in ("m", "f"):
        own = name._replace(gender=gender, firm=True, couple=False, titles=_titles_of(name, gender))
        if gender == "f" and own.given:
            own = own._replace(given=(), full=own.surname)
        found = [
            figure
            for figure in (gathered.may_be(own) if own.given else gathered.may_bear(own))
            if figure.agrees(gender, firm=True)
            and (figure.gender == gender or figure.firm)
            and (
                any(k.given and _same_name(k, own, gathered.variants) for k in figure.forms.values())
                if own.given
                else _bears_surname(figure, own, gathered.variants)
            )
        ]
        if found:
            gathered.give(_closest(found, own), own)
        else:
            gathered.enter(own, gender, firm=True)


def _titles_of(name: NameAt, gender: str) -> tuple[str, ...]:
    """The titles of one of a couple: those of no gender ("Dr. and Mrs. Smith") are his."""
    female = [whose == "f" for whose in name.genders]
    return tuple(title for title, hers in zip(name.titles, female, strict=True) if hers == (gender == "f"))


def spans(names: Iterable[NameAt]) -> list[tuple[int, int]]:
    """Start and end of names, in order, each once."""
    return sorted({(name.start, name.end) for name in names})
