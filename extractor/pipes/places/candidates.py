"""Which places of the map a name in the text may mean, before anything is weighed."""

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.spots import Spot
from extractor.pipes.places.words import Words

SHORT = 2
"""Letters of a name that is a place only as an abbreviation: "LA" is, "Ho" is not."""

PARTY = "places/cues.csv:party"
"""The rule of a politician's seat, after which a state may be short too: "D-Pa."."""


def candidates(text: str, spot: Spot, words: Words) -> tuple[Entry, ...]:
    """The entries that bear the name and that its type word, its writing and what precedes it allow."""
    name = text[spot.start : spot.end]
    behind = text[max(0, spot.start - 2) : spot.start].strip() == "," or spot.rule == PARTY
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
    return words.gazetteer.lookup(name) or (_stripped(name, words, spot) if stem else ())


def _stripped(name: str, words: Words, spot: Spot) -> tuple[Entry, ...]:
    """By the name without a division's type word behind it, or a direction before it."""
    stem, _, last = name.rpartition(" ")
    if last.lower() in words.areas:
        return tuple(place for place in words.gazetteer.lookup(stem) if place.kind in ("admin1", "admin2", "region"))
    if spot.full:
        return words.gazetteer.lookup(stem)
    first, _, rest = name.partition(" ")
    if first.lower().replace("-", "") in words.directions:
        return tuple(place for place in words.gazetteer.lookup(rest) if place.kind not in ("facility", "other"))
    return ()
