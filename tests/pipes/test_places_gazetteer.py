"""The gazetteer: which places a name finds, that the file keeps its form and size, and that it can be built again."""

import csv
import importlib.metadata
import importlib.util
import pickle
import random
import re
import sys
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor import locate
from extractor.errors import TableError
from extractor.pipes.places.gazetteer import HEADER, LONGEST, ORDER, Alias, Entry, Gazetteer, normalise
from tests import cost

FOLDER = locate.models() / "en" / "places"
PATH = FOLDER / "gazetteer.tsv"
TABLES = ("aliases.csv", "regions.csv", "demonyms.csv", "publishers.csv", "divisions.csv")
MARKUP = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def aliases() -> list[Alias]:
    return [
        Alias(row["form"], row["name"], row["country"], row["admin1"], row["kind"], row["cased"] == "yes")
        for row in rows("aliases.csv")
    ]


def regions() -> list[Entry]:
    return [
        Entry(
            name=row["name"],
            kind=row["kind"],
            country=row["country"] or None,
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
        )
        for row in rows("regions.csv")
    ]


@pytest.fixture(scope="module")
def bare() -> Gazetteer:
    return Gazetteer(PATH)


@pytest.fixture(scope="module")
def full() -> Gazetteer:
    return Gazetteer(PATH, aliases=aliases(), regions=regions())


def named(places: tuple[Entry, ...], *, kind: str | None = None) -> list[tuple[str | None, str | None]]:
    return [(place.country, place.admin1_code) for place in places if kind in (None, place.kind)]


# Normalisation


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "us"),
        ("U. S.", "us"),
        ("Washington, D.C.", "washington dc"),
        ("São Paulo", "sao paulo"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Xi'an", "xian"),
        ("N’Djamena", "ndjamena"),
        ("Winston-Salem", "winston salem"),
        ("St. Louis", "st louis"),
        ("Saint Louis", "st louis"),
        ("St.Louis", "st louis"),
        ("Mt. Vernon", "mount vernon"),
        ("Ft Worth", "fort worth"),
        ("The Hague", "hague"),
        ("the Netherlands", "netherlands"),
        ("A Coruña", "a coruna"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("the", "the"),
        (" \t", ""),
        ("—", ""),
    ],
)
def test_normalise(name: str, key: str) -> None:
    assert normalise(name) == key


@given(st.text())
@example("ǰ́ß")
@example("the the Mt")
@example("U.S. A")
def test_normalise_is_idempotent(name: str) -> None:
    key = normalise(name)
    assert normalise(key) == key
    assert not {"\t", "\n"} & set(key)
    assert key == key.strip()


# Look-up


@pytest.mark.parametrize(
    ("name", "kind", "country", "admin1", "lat", "lon"),
    [
        ("Islamabad", "city", "PK", "Islamabad", 33.72, 73.04),
        ("Paris", "city", "FR", "Île-de-France", 48.85, 2.35),
        ("Paris", "city", "US", "Texas", 33.66, -95.56),
        ("Paris", "city", "US", "Illinois", 39.61, -87.70),
        ("Washington", "admin1", "US", "Washington", 47.5, -120.5),
        ("Washington", "city", "US", "District of Columbia", 38.9, -77.04),
        ("London", "city", "GB", "England", 51.51, -0.13),
        ("London", "city", "CA", "Ontario", 42.98, -81.23),
        ("Georgia", "country", "GE", None, 42, 43.5),
        ("Georgia", "admin1", "US", "Georgia", 32.75, -83.5),
        ("Benton County", "admin2", "US", "Washington", 46.24, -119.5),
        ("Benton County", "admin2", "US", "Arkansas", 36.34, -94.25),
        ("Richland", "city", "US", "Washington", 46.29, -119.28),
        ("Cuyahoga", "admin2", "US", "Ohio", 41.4, -81.7),
        ("Kent", "admin2", "GB", "England", 51.2, 0.7),
        ("New York", "city", "US", "New York", 40.71, -74.01),
        ("Frankfurt", "city", "DE", "Hesse", 50.12, 8.68),
        ("Fallujah", "city", "IQ", "Anbar", 33.35, 43.78),
        ("Kiev", "city", "UA", "Kyiv", 50.45, 30.52),
        ("Bavaria", "admin1", "DE", "Bavaria", 48.9, 11.4),
        ("Punjab", "admin1", "PK", "Punjab", 31.2, 72.7),
        ("Punjab", "admin1", "IN", "Punjab", 30.9, 75.5),
        ("Russia", "country", "RU", None, 60, 100),
        ("Kosovo", "country", "XK", None, 42.6, 21),
        ("Netherlands", "country", "NL", None, 52.5, 5.75),
        ("Asia", "continent", None, None, 29.8, 89.3),
    ],
)
def test_known_places(
    bare: Gazetteer, name: str, kind: str, country: str | None, admin1: str | None, lat: float, lon: float
) -> None:
    [place, *_] = [
        place
        for place in bare.lookup(name)
        if place.kind == kind and place.country == country and admin1 in (None, place.admin1)
    ]
    assert place.lat == pytest.approx(lat, abs=0.6)
    assert place.lon == pytest.approx(lon, abs=0.6)
    assert place.geonames_id


def test_order_is_by_kind_then_people(bare: Gazetteer) -> None:
    for name in ("Georgia", "Washington", "Springfield", "San José", "Mexico"):
        places = bare.lookup(name)
        ranks = [(ORDER.index(place.kind), -place.population) for place in places]
        assert ranks == sorted(ranks)
    assert named(bare.lookup("London"), kind="city")[:2] == [("GB", "ENG"), ("CA", "08")]


@pytest.mark.parametrize(
    "name", ["", " ", "Qwxyzzt", "!gazetteer", "#US", "#US.WA", "\ud800", "a" * 5000, "東京", "\n"]
)
def test_unknown_names_find_nothing(full: Gazetteer, name: str) -> None:
    assert full.lookup(name) == () or normalise(name) in {"us", "us wa", "gazetteer"}


@given(st.text(max_size=LONGEST))
def test_no_name_raises(name: str) -> None:
    Gazetteer(PATH).lookup(name)


def test_divisions_and_capitals(bare: Gazetteer) -> None:
    state = bare.division("US", "WA")
    county = bare.division("US", "WA", "005")
    country = bare.division("GE")
    assert state
    assert county
    assert country
    assert (state.name, county.name, country.name) == ("Washington", "Benton County", "Georgia")
    assert county.admin1 == "Washington"
    capital = bare.capital("GE")
    assert capital
    assert (capital.name, capital.capital) == ("Tbilisi", True)
    assert bare.division("QQ") is None
    assert bare.capital("AQ") is None


def test_how_a_place_was_found(full: Gazetteer) -> None:
    kyiv = full.lookup("Kyiv")
    kiev = full.lookup("Kiev")
    assert next(place.via for place in kyiv if place.kind == "city") == "name"
    assert [(place.name, place.via, place.form) for place in kiev] == [("Kyiv", "alias", "Kiev")]


def test_cased_aliases(full: Gazetteer) -> None:
    assert [place.name for place in full.lookup("Ill.")] == ["Illinois"]
    assert full.lookup("ill") == ()
    assert full.lookup("US")[0].country == "US"
    assert not any(place.country == "US" for place in full.lookup("us"))
    assert full.lookup("La.")[0].name == "Louisiana"
    assert full.lookup("L.A.")[0].name == "Los Angeles"
    assert full.lookup("D.C.")[0].name == full.lookup("DC")[0].name == "Washington"


def test_regions_answer_beside_the_file(full: Gazetteer) -> None:
    assert full.lookup("the Middle East")[0].kind == "region"
    assert ("Persian Gulf", "natural", "the Gulf") in [
        (place.name, place.kind, place.form) for place in full.lookup("Gulf")
    ]
    assert not any(place.name == "Persian Gulf" for place in full.lookup("gulf"))
    assert {place.kind for place in full.lookup("Red Mosque")} == {"facility"}


def test_every_alias_leads_somewhere(full: Gazetteer) -> None:
    lost = [
        alias.form
        for alias in aliases()
        if not any(
            place.form == alias.form and alias.country in ("", place.country) for place in full.lookup(alias.form)
        )
    ]
    assert lost == []


def test_every_demonym_and_publisher_has_its_place(full: Gazetteer) -> None:
    homeless = [
        row["form"]
        for row in rows("demonyms.csv")
        if not any(
            place.kind == row["kind"] and (place.country or "") == row["country"] for place in full.lookup(row["name"])
        )
    ]
    homeless += [
        row["name"]
        for row in rows("publishers.csv")
        if not any(
            place.kind == "city" and place.country == row["country"] and row["admin1"] in ("", place.admin1_code)
            for place in full.lookup(row["city"])
        )
    ]
    assert homeless == []


# Tables


@pytest.mark.parametrize("table", TABLES)
def test_examples_mark_what_the_row_names(table: str) -> None:
    for row in rows(table):
        marked = MARKUP.findall(row["example"])
        assert len(marked) == 1, row
        span, fields = marked[0]
        first = next(iter(row.values())) if table != "divisions.csv" else row["name"]
        assert span in first or first in span, row
        assert all("=" in field for field in fields.split(", ")), row


@pytest.mark.parametrize("table", TABLES)
def test_coordinates_and_kinds(table: str) -> None:
    for row in rows(table):
        assert row.get("kind", "") in ("", *ORDER), row
        if row.get("lat"):
            assert -90 <= float(row["lat"]) <= 90, row
            assert -180 <= float(row["lon"]) <= 180, row


# The object


def test_pickles_by_path(full: Gazetteer) -> None:
    data = pickle.dumps(full)
    assert len(data) < 200_000
    assert pickle.loads(data).lookup("Bombay") == full.lookup("Bombay")


def test_refuses_what_is_no_gazetteer(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no gazetteer there"):
        Gazetteer(tmp_path / "gazetteer.tsv")
    (tmp_path / "gazetteer.tsv").write_text("islamabad\tcity and more that is no gazetteer\n", encoding="utf-8")
    with pytest.raises(TableError, match="not a gazetteer"):
        Gazetteer(tmp_path / "gazetteer.tsv")


# The file


def test_the_file_is_sorted_and_small() -> None:
    data = PATH.read_bytes()
    assert len(data) <= 12_000_000
    assert data.startswith(HEADER)
    assert b"\r" not in data
    keys = [line.partition(b"\t")[0] for line in data.splitlines()]
    assert all(one < other for one, other in pairwise(keys))


def test_every_field_can_be_read(bare: Gazetteer) -> None:
    keys = [line.partition("\t")[0] for line in PATH.read_text(encoding="utf-8").splitlines()]
    names = [key for key in keys if key[0] not in "!#"]
    for name in random.Random(7).sample(names, 5_000):
        assert normalise(name) == name
        assert bare.lookup(name), name
    for code in [key[1:] for key in keys if key[0] == "#" and "*" not in key]:
        assert bare.division(*code.split(".")), code


def test_speed() -> None:
    names = [line.partition("\t")[0] for line in PATH.read_text(encoding="utf-8").splitlines()]
    asked = random.Random(11).sample([name for name in names if name[0] not in "!#"], 4_000)

    def ask(gazetteer: Gazetteer) -> None:
        for name in asked:
            gazetteer.lookup(name)

    first = cost.seconds(lambda _: Gazetteer(PATH).lookup("Islamabad"), lambda: None)
    assert first < 0.3
    assert cost.seconds(ask, partial(Gazetteer, PATH)) / len(asked) < 0.001


def test_the_script_writes_the_same_bytes() -> None:
    spec = importlib.util.spec_from_file_location("build_gazetteer", FOLDER / "build_gazetteer.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script
    spec.loader.exec_module(script)
    installed = {each.name: each.version for each in importlib.metadata.distributions()}
    for package, version in script.SOURCES.items():
        if installed.get(package) != version:
            pytest.skip(f"{package} {version} is not installed; the build script needs it")
    assert script.build() == PATH.read_bytes()
