"""Which places of the map a name in the text may mean, before anything is weighed."""

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.spots import Spot
from extractor.pipes.places.words import Words

SHORT = 2
"""Letters of a name that is a place only as an abbreviation: "LA" is, "Ho" is not."""

COUNTIES = ("county", "parish", "counties")
WORDS = 3
"""Words of a county's name at most: "Prince of Wales"."""


def candidates(text: str, spot: Spot, words: Words) -> tuple[Entry, ...]:
    """The entries that bear the name and that its type word, its writing and what precedes it allow."""
    name = " ".join(text[spot.start : spot.end].split())
    behind = (
        text[max(0, spot.start - 2) : spot.start].strip() == "," or spot.seat
    )  # after a seat a state may be short too: "D-Pa."
    if name.lower() in words.directions:  # "Downtown has been dying"; but the Northeast is a region
        return tuple(place for place in words.gazetteer.lookup(name) if place.kind == "region")
    return tuple(
        place
        for place in _called(spot.full or name, words, spot)
        if (len(name) > SHORT or place.form)
        and (behind or place.form.endswith(".") or (place.form, place.name) not in words.only_after)
    )


def _called(name: str, words: Words, spot: Spot) -> tuple[Entry, ...]:
    """By the name as it stands, in full ("Harlan Co." is Harlan County), else in part."""
    stem, _, last = name.rpartition(" ")
    spelled = words.spelled.get(last.lower())
    if spelled and stem:
        return words.gazetteer.lookup(f"{stem} {spelled}") or words.gazetteer.lookup(name)
    if spot.kind == "admin2" and last.lower() not in ("county", "parish", "borough", "township"):
        whole = words.gazetteer.lookup(f"{name} County")
        if whole:
            return whole
    return words.gazetteer.lookup(name) or _without_stop(name, words) or (_stripped(name, words, spot) if stem else ())


def _without_stop(name: str, words: Words) -> tuple[Entry, ...]:
    """By the abbreviation whose last stop the sentence has swallowed: "in Albany, N.Y"."""
    return words.gazetteer.lookup(f"{name}.") if "." in name[:-1] and f"{name}." in words.abbreviations else ()


def _stripped(name: str, words: Words, spot: Spot) -> tuple[Entry, ...]:
    """By the name without a division's type word behind it, or a direction before it."""
    stem, _, last = name.rpartition(" ")
    if last.lower() in words.areas:
        return tuple(place for place in words.gazetteer.lookup(stem) if place.kind in ("admin1", "admin2", "region"))
    if spot.full:
        return words.gazetteer.lookup(stem)
    if last.lower() in COUNTIES:
        return _county(stem.split(), last, words)
    first, _, rest = name.partition(" ")
    first = first.lower().replace("-", "")
    if first not in words.directions and first not in words.compass:  # "Mid-Jutland"
        first, _, rest = name.lower().partition("-")
    if first in words.compass:
        whole = words.gazetteer.lookup(f"{words.compass[first]} {rest}")
        if whole:
            return whole
    if (first in words.directions or first in words.compass) and rest.title() not in words.guards:
        return tuple(place for place in words.gazetteer.lookup(rest) if place.kind not in ("facility", "other"))
    return ()


def _county(names: list[str], last: str, words: Words) -> tuple[Entry, ...]:
    """By the county at the end of a longer name: "Former Hall County", "Arts Center of Cannon County"."""
    for at in range(max(1, len(names) - WORDS), len(names)):
        found = words.gazetteer.lookup(" ".join([*names[at:], last]))
        if found:
            return found
    return ()
