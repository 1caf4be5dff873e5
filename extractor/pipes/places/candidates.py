"""Which places of the map a name in the text may mean, before anything is weighed."""

from extractor.pipes.places.gazetteer import Entry, Gazetteer
from extractor.pipes.places.spots import Spot
from extractor.pipes.places.words import Words

SHORT = 2
"""Letters of a name that is a place only as an abbreviation: "LA" is, "Ho" is not."""
SPELLED = {"co.": "County", "co": "County", "twp.": "Township", "twp": "Township", "st.": "Street"}
DIVISIONS = {"province", "state", "prefecture", "oblast", "governorate", "district", "region", "department", "canton"}
DIRECTIONS = {
    side + end
    for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for end in ("", "ern")
} | {"central", "downtown", "mid", "upper", "lower", "greater", "metro", "suburban"}


def candidates(text: str, spot: Spot, words: Words) -> tuple[Entry, ...]:
    """The entries that bear the name and that its type word, its writing and what precedes it allow."""
    name = text[spot.start : spot.end]
    behind = text[max(0, spot.start - 2) : spot.start].strip() == ","
    return tuple(
        place
        for place in _called(spot.full or name, words.gazetteer, spot)
        if (behind or (place.form, place.name) not in words.only_after) and (len(name) > SHORT or place.form)
    )


def _called(name: str, gazetteer: Gazetteer, spot: Spot) -> tuple[Entry, ...]:
    """By the name as it stands, in full ("Harlan Co." is Harlan County), else in part."""
    stem, _, last = name.rpartition(" ")
    spelled = SPELLED.get(last.lower())
    if spelled and stem:
        return gazetteer.lookup(f"{stem} {spelled}") or gazetteer.lookup(name)
    if spot.kind == "admin2" and last.lower() not in ("county", "parish", "borough", "township"):
        whole = gazetteer.lookup(f"{name} County")
        if whole:
            return whole
    return gazetteer.lookup(name) or (_stripped(name, gazetteer, spot) if stem else ())


def _stripped(name: str, gazetteer: Gazetteer, spot: Spot) -> tuple[Entry, ...]:
    """By the name without a division's type word behind it, or a direction before it."""
    stem, _, last = name.rpartition(" ")
    if last.lower() in DIVISIONS:
        return tuple(place for place in gazetteer.lookup(stem) if place.kind in ("admin1", "admin2", "region"))
    if spot.full:
        return gazetteer.lookup(stem)
    first, _, rest = name.partition(" ")
    if first.lower().replace("-", "") in DIRECTIONS:
        return tuple(place for place in gazetteer.lookup(rest) if place.kind not in ("facility", "other"))
    return ()
