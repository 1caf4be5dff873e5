"""The map: which places bear a name, read from one sorted file with no database to open and nothing to parse first.

`gazetteer.tsv` is mapped into memory and searched by bisection, so that opening costs nothing and a name some tens of
microseconds. A line is a normalised name, then one tab-separated field per place of that name:

    richland<TAB>cUS.WA.005|46.2857|-119.2846|54248|5808286<TAB>cUS.MS.121|...
    kiev<TAB>>kyiv                    another name of the first place on the line "kyiv"
    #US.WA<TAB>Washington<TAB>>washington   a country's or division's code, its name, where its record is

A record is kind letter and codes, latitude, longitude, population, GeoNames id, and the name where it is not simply the
key in title case. `models/en/places/README.md` tells where the data comes from; `build_gazetteer.py` there writes it.
Hand-written tables (aliases, regions) are given to `Gazetteer` and answer beside the file.
"""

import mmap
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from extractor import locate
from extractor.errors import TableError
from extractor.vocabulary import PlaceKind

HEADER = b"!gazetteer\t1\n"
KINDS: dict[str, PlaceKind] = {
    "k": "continent",
    "n": "country",
    "1": "admin1",
    "2": "admin2",
    "C": "city",
    "c": "city",
}
ORDER: tuple[PlaceKind, ...] = (
    "continent", "country", "region", "admin1", "natural", "city", "admin2", "facility", "other"
)  # fmt: skip
LONGEST = 120
"""Code points of the longest name that is looked up; the longest in the file has some 70."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʻʼʹ`´′"))
# Letters that Unicode does not decompose into a base letter and a mark: Tromsø, Łódź, Đà Nẵng, Iğdır.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})

Via = Literal["name", "alternate", "alias"]


class Entry(NamedTuple):
    """A place that bears the name looked up.

    `name` is its canonical name, `country` ISO 3166-1 alpha-2, `admin1` the name of its first-order division and
    `admin1_code`, `admin2_code` GeoNames' codes of its divisions ("WA" and "005"; of itself, where it is a division).
    Coordinates are decimal degrees, WGS 84; a country's and a division's are of its middle, not of its people.
    `population` is 0 where unknown; a division's is that of the towns known in it. `via` says by which of its names it
    was found, and `form` how the table of aliases writes it ("Ill."), empty else.
    """

    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    admin2_code: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames_id: int | None = None
    capital: bool = False
    via: Via = "name"
    form: str = ""


class Alias(NamedTuple):
    """A row of `aliases.csv`: `form` stands for the place called `name` that is of this country, division and kind.

    A `cased` form stands for it only when written so: "Ill." is Illinois, "ill" is not; "La." is not "L.A.".
    """

    form: str
    name: str
    country: str = ""
    admin1: str = ""
    kind: str = ""
    cased: bool = False


def normalise(name: str) -> str:
    """The key of a name: case, accents, punctuation, a leading "the" and the spellings St., Ft., Mt. folded.

    "U.S.", "U. S." and "US" are all "us": whoever asks for an abbreviation looks at its case. Idempotent; empty where
    the name has neither letter nor digit.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).casefold()
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = _WORD.findall(bare.translate(_APOSTROPHES).translate(_LETTERS).replace("&", " and "))
    spellings = _spellings()
    words = [spellings.get(word, word) for word in _joined_initials(words)]
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, str]:
    """Words that are written either way within one article even ("Mt. Vernon", "Saint Louis"), and how keys have them.

    No table that a user may add to: the keys of `gazetteer.tsv` are written with these.
    """
    lines = (locate.language() / "places" / "spellings.tsv").read_text(encoding="utf-8").splitlines()
    return {word: spelled for word, _, spelled in (line.partition("\t") for line in lines)}


def _joined_initials(words: list[str]) -> list[str]:
    """Runs of single letters as one word: "D.C." and "D. C." are two tokens each, "A Coruña" keeps its article."""
    joined: list[str] = []
    initials = ""
    for word in words:
        if len(word) == 1:
            initials += word
            continue
        if initials:
            joined.append(initials)
        joined.append(word)
        initials = ""
    return [*joined, initials] if initials else joined


class Gazetteer:
    """Places by name. Safe to share between threads and to pickle: it travels as its path and its tables.

    `regions` are entries beside those of the file, `aliases` further names for either. Raises TableError where `path`
    is no gazetteer of this format.
    """

    def __init__(self, path: Path, *, aliases: Iterable[Alias] = (), regions: Iterable[Entry] = ()) -> None:
        self.path = path
        self._given = (tuple(aliases), tuple(regions))
        self._data = _mapped(path)
        self._aliases: dict[str, list[Alias]] = {}
        self._regions: dict[str, list[Entry]] = {}
        for alias in self._given[0]:
            self._aliases.setdefault(normalise(alias.form), []).append(alias)
        for region in self._given[1]:
            self._regions.setdefault(normalise(region.name), []).append(region)
        self._known = lru_cache(maxsize=20_000)(self._find)
        self._places = lru_cache(maxsize=20_000)(self._read)
        self._division_name = lru_cache(maxsize=5_000)(self._read_division_name)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return _reopened, (self.path, *self._given)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The places called so, large kinds first (`ORDER`), then populous ones; empty where there is none."""
        return self._known(_without_article(name)) if len(name) <= LONGEST else ()

    def division(self, country: str, admin1: str = "", admin2: str = "") -> Entry | None:
        """The country, or the division of it with these codes: `division("US", "WA", "005")`; None where unknown."""
        code = ".".join(part for part in (country, admin1, admin2) if part)
        line = self._line(f"#{code}".encode())
        return self._target(line.split("\t")[1]) if line else None

    def capital(self, country: str) -> Entry | None:
        """The capital of a country given by its code, None where it has none (or none that is known)."""
        line = self._line(f"#{country}*".encode())
        return self._target(line) if line else None

    def _find(self, name: str) -> tuple[Entry, ...]:
        key = normalise(name)
        if not key:
            return ()
        aliases = self._aliases.get(key, ())
        said = [alias for alias in aliases if not alias.cased or _without_article(alias.form) == name]
        meant = [place for alias in said for place in self._meant(alias)]
        found = {_identity(place): place for place in self._places(key)}
        for place in (*meant, *self._regions.get(key, ())):
            if found.get(_identity(place), place).via != "name" or place.via == "name":
                found[_identity(place)] = place
        return tuple(sorted(found.values(), key=_precedence))

    def _meant(self, alias: Alias) -> list[Entry]:
        """The place that the alias stands for, if there is one of its name that is all that the row says."""
        target = normalise(alias.name)
        places = [
            place._replace(via="alias", form=alias.form)
            for place in (*self._regions.get(target, ()), *self._places(target))
            if alias.country in ("", place.country)
            and alias.admin1 in ("", place.admin1_code)
            and alias.kind in ("", place.kind)
        ]
        return sorted(places, key=_precedence)[:1]

    def _read(self, key: str) -> tuple[Entry, ...]:
        line = self._line(key.encode("utf-8", "surrogatepass"))
        if line is None:
            return ()
        return tuple(
            self._target(field)._replace(via="alternate") if field[0] == ">" else self._entry(key, field)
            for field in line.split("\t")
        )

    def _target(self, pointer: str) -> Entry:
        key, _, index = pointer[1:].partition("|")
        line = self._line(key.encode())
        if line is None:
            raise TableError(f"{self.path}: {pointer} leads nowhere; the file is damaged, reinstall newsextract")
        return self._entry(key, line.split("\t")[int(index or 0)])

    def _entry(self, key: str, field: str) -> Entry:
        codes, lat, lon, population, number, *name = field.split("|")
        country, admin1, admin2 = [*codes[1:].split(".", 2), "", ""][:3]
        return Entry(
            name=name[0] if name else key.title(),
            kind=KINDS[codes[0]],
            country=country or None,
            admin1=self._division_name(country, admin1) if admin1 else None,
            admin1_code=admin1 or None,
            admin2_code=admin2 or None,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            population=int(population or 0),
            geonames_id=int(number) if number else None,
            capital=codes[0] == "C",
        )

    def _read_division_name(self, country: str, admin1: str) -> str | None:
        line = self._line(f"#{country}.{admin1}".encode())
        return line.partition("\t")[0] if line else None

    def _line(self, key: bytes) -> str | None:
        """What stands behind the key, by bisection over whole lines; None where there is no such line."""
        data = self._data
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", low, middle) + 1 or low
            end = data.find(b"\n", middle, high)
            tab = data.find(b"\t", start, end)
            here = data[start:tab]
            if here == key:
                return data[tab + 1 : end].decode()
            if here < key:
                low = end + 1
            else:
                high = start
        return None


def _mapped(path: Path) -> mmap.mmap:
    if not path.is_file() or path.stat().st_size <= len(HEADER):
        raise TableError(f"{path}: no gazetteer there; reinstall newsextract or run build_gazetteer.py")
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if data[: len(HEADER)] != HEADER or data[-1:] != b"\n":
        raise TableError(f"{path}: not a gazetteer of format 1; rebuild it with build_gazetteer.py")
    return data


def _reopened(path: Path, aliases: tuple[Alias, ...], regions: tuple[Entry, ...]) -> Gazetteer:
    return Gazetteer(path, aliases=aliases, regions=regions)


def _without_article(name: str) -> str:
    """The name as cased forms compare it: "the Gulf", "The Gulf" and "Gulf" are one."""
    words = name.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() == "the" else words)


def _identity(place: Entry) -> tuple[object, ...]:
    return place.kind, place.geonames_id or (place.name, place.lat, place.lon), place.country


def _precedence(place: Entry) -> tuple[int, int, str, int]:
    return ORDER.index(place.kind), -place.population, place.country or "", place.geonames_id or 0
