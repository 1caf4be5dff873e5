"""Who is who across articles, which reports are of one incident, and that it does not depend on the order of nights."""

import csv
import json
import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from extractor.article import digest
from extractor.errors import InputError
from extractor.record import Event, Mention, Organization, Person, Place, Provenance, Record, Source, Toll
from extractor.store.link import decide, link, organizations
from extractor.store.link.claims import contradictions, given
from extractor.store.link.incidents import circumstances
from extractor.store.link.members import Member, Where
from extractor.store.link.names import compared, parsed, plain_name, skeleton
from extractor.store.link.reports import Claim, Report
from extractor.store.link.weights import families, rows, sports
from extractor.store.report import WHAT, Asked, report
from extractor.writing.database import Database
from extractor.writing.keys import key
from tests.command import extract
from tests.thorough import some

MADE = Provenance(package="p 1", model="m 1", tables="t 1")
LINKS = ("entities", "entity_members", "incidents", "incident_articles", "toll_claims", "contradictions")
DESCRIPTIONS = {"titles": [], "roles": []}


def person(number: int, name: str, **fields) -> Person:
    mention = Mention(start=0, end=len(name), text=name, type="name")
    return Person(id=f"person-{number}", name=name, mentions=[mention], rule="r", **(DESCRIPTIONS | fields))


def article(name: str, *people: tuple[str, dict] | str, day: str | None = "2024-03-05", **fields) -> Record:
    named = [(each, {}) if isinstance(each, str) else each for each in people]
    told = [person(number, text, **more) for number, (text, more) in enumerate(named, start=1)]
    return Record(
        id=name, source=f"{name}.txt", sha256=digest(name), published=day, extractor=MADE, people=told, **fields
    )


def store(path: Path, *records: Record) -> Path:
    with Database(path) as database:
        with database.transaction():
            for record in records:
                database.put(key(record.source, record.id), record)
        link(database)
    return path


def together(path: Path) -> list[list[str]]:
    """The people, each as the sorted "article: name" of its entries."""
    query = """SELECT m.entity, a.name || ': ' || p.name FROM entity_members m JOIN articles a ON a.id = m.article
        JOIN people p ON p.id = m.member ORDER BY 1, 2"""
    groups: dict[str, list[str]] = {}
    with closing(sqlite3.connect(path)) as found:
        for entity, entry in found.execute(query):
            groups.setdefault(entity, []).append(entry)
    return sorted(groups.values())


class TestNames:
    @pytest.mark.parametrize(
        ("one", "other", "rule"),
        [
            ("Ruth Calder", "Ruth Calder", "same name"),
            ("Ruth Calder", "RUTH CALDER", "same name"),
            ("José Ríos", "Jose Rios", "same name"),
            ("Ruth A. Calder", "Ruth Calder", "same name"),
            ("A. Orlov", "Alexei Orlov", "initial"),
            ("Bill Halloran", "William Halloran", "nickname"),
            ("Dmitri Orlov", "Dmitry Orlov", "spelling"),
            ("Sara Calder", "Saraline Calder", "short form"),
            ("Alexei Medvedev", "Alexei Medvedyev", "same name, spelling"),
            ("Halloran", "William Halloran", "surname alone"),
        ],
    )
    def test_may_be_one(self, one, other, rule):
        found = compared(parsed(one), parsed(other))
        assert (found.score > 0.5, found.rule) == (True, rule)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Ruth Calder", "Dale Calder"),
            ("Dale Hostetter Jr.", "Dale Hostetter Sr."),
            ("George W. Halloran", "George H. W. Halloran"),
            ("A. Orlov", "Boris Orlov"),
            ("Ruth Calder", "Ruth Halloran"),
            ("Ann Lee", "Ann Lea"),
        ],
    )
    def test_are_two(self, one, other):
        assert compared(parsed(one), parsed(other)).score == 0.0

    @pytest.mark.parametrize(
        ("name", "forms", "expected"),
        [
            ("Ruth Calder Leads", {"Ruth Calder", "Calder"}, "Ruth Calder"),
            ("Another Ruth Calder", {"Ruth Calder"}, "Ruth Calder"),
            ("LIMA - Ruth Calder", {"Ruth Calder", "Calder"}, "Ruth Calder"),
            ("Ruth Calder Loy", {"Ruth Calder", "Loy"}, "Ruth Calder Loy"),
            ("Ruth Calder", {"Calder"}, "Ruth Calder"),
        ],
    )
    def test_words_of_headlines_are_left_out(self, name, forms, expected):
        assert plain_name(name, {name, *forms}) == expected

    def test_spellings_share_a_block(self):
        assert skeleton("qaddafi") == skeleton("gaddafi") == skeleton("kadhafi")
        assert skeleton("medvedev") == skeleton("medvedyev")
        assert skeleton("calder") != skeleton("halloran")


class TestOrganizations:
    @pytest.mark.parametrize(
        ("forms", "groups"),
        [
            ([("Harbour Safety Board", "HSB"), ("HSB",)], 1),
            ([("Harbour Safety Board",), ("Harbor Safety Board",)], 1),
            ([("Harbour Safety Committee",), ("Harbour Safety Committeeman",)], 2),
            ([("Calder’s Foundation",), ("Calder's Foundation",), ("Calder Foundation",)], 1),
            ([("Sorell Freight Inc.",), ("The Sorell Freight",), ("Sorell Bank",)], 2),
        ],
    )
    def test_names_of_one(self, forms, groups):
        members = [
            Member(f"{n}:organization-1", Where(str(n), "2024-03-05", ""), each[0], parsed(each[0]), forms=each)
            for n, each in enumerate(forms)
        ]
        assert len(organizations.clusters(members)) == groups

    def test_a_block_of_many_names_is_not_compared_in_pairs(self):
        names = [f"Harbour Society {number:05}" for number in range(3000)]
        members = [Member(name, Where(name, "2024-03-05", ""), name, parsed(name), forms=(name,)) for name in names]
        assert len(organizations.clusters(members)) > 1


class TestPeople:
    def test_one_person_however_named(self, tmp_path):
        path = store(
            tmp_path / "o.db",
            article("a", ("William Halloran", {"titles": ["Sen."]}), "Ruth Calder"),
            article("b", ("Bill Halloran", {"titles": ["Sen."]}), "Ruth Calder"),
            article("c", ("Halloran", {"titles": ["Sen."]}), "Ruth Calder"),
        )
        assert ["a: William Halloran", "b: Bill Halloran", "c: Halloran"] in together(path)

    def test_relatives_stay_apart(self, tmp_path):
        path = store(
            tmp_path / "o.db",
            article("a", "Dale Hostetter", "Ruth Hostetter", "Dale Hostetter Jr."),
            article("b", "Dale Hostetter", "Ruth Hostetter"),
            article("c", "Dale Hostetter Jr."),
            article("d", "Dale Hostetter"),
        )
        names = [{entry.partition(": ")[2] for entry in group} for group in together(path)]
        assert sorted(map(sorted, names)) == [["Dale Hostetter"], ["Dale Hostetter Jr."], ["Ruth Hostetter"]]

    def test_two_of_one_name_stay_apart(self, tmp_path):
        goalkeeper, astronomer = {"roles": ["goalkeeper"]}, {"roles": ["astronomer"]}
        path = store(
            tmp_path / "o.db",
            article("a", ("David Marsh", goalkeeper), "Ann Rey"),
            article("b", ("David Marsh", goalkeeper), "Ann Rey"),
            article("c", ("David Marsh", astronomer), "Bo Lind"),
        )
        assert ["a: David Marsh", "b: David Marsh"] in together(path)
        assert ["c: David Marsh"] in together(path)

    def test_a_surname_of_several_is_left_alone(self, tmp_path):
        path = store(
            tmp_path / "o.db",
            article("a", "Ruth Calder"),
            article("b", "Dale Calder"),
            article("c", "Calder"),
        )
        assert len(together(path)) == 3

    def test_a_surname_goes_to_the_company_that_it_is_in(self, tmp_path):
        path = store(
            tmp_path / "o.db",
            article("a", "Ruth Calder", "Ann Rey", "Bo Lind", "Cy Marsh"),
            article("b", "Dale Calder", "Di Okoro"),
            article("c", "Calder", "Ann Rey", "Bo Lind", "Cy Marsh"),
        )
        assert ["a: Ruth Calder", "c: Calder"] in together(path)

    def test_given_names_alone_are_nobody(self, tmp_path):
        path = store(tmp_path / "o.db", article("a", "Alex"), article("b", "Alex"))
        assert len(together(path)) == 2


def shooting(name: str, day: str, killed: int, *names: str, source: str | None = None, **fields) -> Record:
    spoken = Source(start=0, end=6, text=source, entity=None) if source else None
    toll = Toll(role="killed", bound="=", value=killed, low=None, high=None, source=spoken, figures=[], by="stated")
    place = Place(
        id="place-1", name="Arvela", kind="city", country="XX", admin1=None, lat=fields.pop("lat", 10.0), lon=20.0,
        geonames_id=1, mentions=[Mention(start=0, end=6, text="Arvela", type="name")], rule="r",
    )  # fmt: skip
    event = Event(
        id="event-1", kind="shooting", main=True, place="place-1", date=None, earliest=day, latest=day, tolls=[toll],
        figures=[], rule="r",
    )  # fmt: skip
    return article(name, *names, day=fields.pop("printed", day), places=[place], events=[event], **fields)


class TestIncidents:
    def test_reports_of_one_incident(self, tmp_path):
        path = store(
            tmp_path / "o.db",
            shooting("a", "2024-03-05", 3, "Ruth Calder", "Dale Hostetter"),
            shooting("b", "2024-03-05", 4, "Ruth Calder", "Dale Hostetter", printed="2024-03-06"),
            shooting("c", "2024-09-01", 3, "Ann Rey"),
            shooting("d", "2024-03-05", 3, "Bo Lind", lat=-40.0),
        )
        with closing(sqlite3.connect(path)) as found:
            sizes = found.execute("SELECT articles, day_low, lat FROM incidents ORDER BY 1 DESC, 2, 3").fetchall()
            assert sizes == [(2, "2024-03-05", 10.0), (1, "2024-03-05", -40.0), (1, "2024-09-01", 10.0)]
            tolls = found.execute("SELECT low, best, high FROM incident_tolls ORDER BY high DESC").fetchone()
            assert tolls == (3.0, 4.0, 4.0)

    def test_every_circumstance_has_a_weight_and_an_example(self):
        known = {row.circumstance for row in rows("incidents")}
        assert len(known) == len(rows("incidents"))
        assert all(row.example for name in ("incidents", "people") for row in rows(name))
        for one in (told("a", killed=3), told("b", day=None, point=None), told("c", killed=9, published="2025-01-01")):
            for other in (told("d", killed=4), told("e", kind="fire", point=(60.0, 60.0))):
                assert set(circumstances(one, other, Counter())) <= known

    def test_words_of_roles_and_sports_are_listed_once(self):
        assert {"politics", "sport", "science"} <= set(families().values())
        assert sports()["wicket"] == "cricket"


def told(name: str, *, killed: float | None = None, source: str | None = None, bound: str = "=", **fields) -> Report:
    claim = Claim("killed", bound, killed, None, None, None, source, None)
    made = {
        "id": f"{name}:event-1", "article": name, "published": "2024-03-05", "publisher": "", "sha256": name,
        "kind": "shooting", "main": True, "place": None, "place_kind": None, "point": (1.0, 1.0), "low": "2024-03-05",
        "high": "2024-03-05", "claims": (claim,) if killed is not None else (), "people": frozenset({"person:a b"}),
        "organizations": frozenset(), "spots": frozenset(),
    }  # fmt: skip
    day = fields.pop("day", "2024-03-05")
    return Report(**(made | {"low": day, "high": day} | fields))


class TestContradictions:
    @pytest.mark.parametrize(
        ("one", "other", "kind"),
        [
            (told("a", killed=3, source="police"), told("b", killed=5, source="the hospital"), "disputed"),
            (told("a", killed=3), told("b", killed=5, published="2024-03-09"), "revised"),
            (told("a", killed=5), told("b", killed=3, published="2024-03-09"), None),
            (told("a", killed=7), told("b", killed=6, published="2024-03-09"), None),
            (told("a", killed=3, publisher="P"), told("b", killed=5, publisher="P", published="2024-03-06"), "revised"),
            (told("a", killed=3), told("b", killed=3), None),
            (told("a", killed=3, bound=">="), told("b", killed=5), None),
            (told("a", killed=20, bound="~"), told("b", killed=21), None),
            (told("a", killed=3), told("b", killed=5), None),
            (told("a", killed=3, sha256="s"), told("b", killed=5, sha256="s"), None),
            (told("a", killed=3, source="police"), told("b", killed=5, source="the hospital", main=False), None),
        ],
    )
    def test_kinds(self, one, other, kind):
        found = [each[2] for each in contradictions(given([one, other]))]
        assert found == ([kind] if kind else [])


def links(path: Path) -> dict[str, list[tuple]]:
    with closing(sqlite3.connect(path)) as found:
        assert found.execute("SELECT count(*) FROM unsettled").fetchone() == (0,)
        return {name: sorted(found.execute(f"SELECT * FROM {name}"), key=repr) for name in LINKS}


def corpus(seed: int) -> list[Record]:
    """Articles with names of few parts, so that they collide, and shootings that may be one."""
    draw = random.Random(seed)
    first, last = ("Ruth", "Dale", "R.", "Bill", "William", ""), ("Calder", "Halloran", "Orlov", "Orloff")
    found = []
    for number in range(24):
        names = {f"{draw.choice(first)} {draw.choice(last)}".strip() for _ in range(3)}
        people = [(name, {"roles": draw.choice([[], ["goalkeeper"], ["astronomer"]])}) for name in sorted(names)]
        day = f"2024-{draw.randint(1, 3):02}-{draw.randint(1, 28):02}"
        if draw.random() < 0.5:
            found.append(shooting(f"a{number}", day, draw.randint(2, 5), *people))
        else:
            known = [
                Organization(id="organization-1", name=draw.choice(["North Arvela Front", "NAF", "Calder Inc."]),
                             acronym=None, kind=None, mentions=[], rule="r")
            ]  # fmt: skip
            found.append(article(f"a{number}", *people, day=day, organizations=known))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", some(range(12), of=4))
def test_the_same_rows_in_any_order_of_nights(tmp_path, seed):
    records = corpus(seed)
    once = links(store(tmp_path / "once.db", *records))
    draw = random.Random(seed)
    draw.shuffle(records)
    while records:
        night, records = records[: draw.randint(1, 9)], records[draw.randint(1, 9) :]
        store(tmp_path / "nights.db", *night)
    store(tmp_path / "nights.db", *corpus(seed)[:5])
    store(tmp_path / "nights.db", *corpus(seed))
    assert links(tmp_path / "nights.db") == once


class TestDecisions:
    def decided(self, folder: Path, *lines: tuple[str, str, str]) -> Path:
        path = folder / "decisions.csv"
        with path.open("w", newline="") as stream:
            csv.writer(stream).writerows([("decision", "one", "other"), *lines])
        return path

    def test_they_win_and_last(self, tmp_path):
        records = [
            article("a", "Ruth Calder", "Ann Rey"),
            article("b", "Ruth Calder", "Ann Rey"),
            article("c", "Ines Marsh"),
        ]
        path = store(tmp_path / "o.db", *records)
        entry = {name: f"{key(f'{name}.txt', name)}:person-1" for name in "abc"}
        lines = [
            ("same", entry["a"], entry["c"]),
            ("different", entry["a"], entry["b"]),
            ("name", entry["a"], "Ruth Marsh"),
        ]
        with Database(path) as database:
            assert decide(database, self.decided(tmp_path, *lines)) == 3
            link(database)
        for _ in range(2):
            assert ["a: Ruth Calder", "c: Ines Marsh"] in together(path)
            assert ["b: Ruth Calder"] in together(path)
            with closing(sqlite3.connect(path)) as found:
                assert found.execute("SELECT count(*) FROM entities WHERE name = 'Ruth Marsh'").fetchone() == (1,)
                rules = {row[0] for row in found.execute("SELECT rule FROM entity_members")}
                assert {"decided: same", "decided: different"} <= rules
            store(path, *records, article("d", "Ann Rey"))

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            (("sane", "x", "y"), 'decisions.csv:2: decision "sane"; use same, different, name'),
            (("same", "person-1", "person-2"), 'decisions.csv:2: there is no "person-1" in the store'),
        ],
    )
    def test_refused(self, tmp_path, line, message):
        path = store(tmp_path / "o.db", article("a", "Ruth Calder"))
        with Database(path) as database, pytest.raises(InputError, match=message.replace(".", r"\.")):
            decide(database, self.decided(tmp_path, line))

    def test_an_entity_of_yesterday_is_found_today(self, tmp_path):
        path = store(tmp_path / "o.db", article("b", "Ruth Calder", day="2024-03-05"))
        with closing(sqlite3.connect(path)) as found:
            (old,) = found.execute("SELECT id FROM entities").fetchone()
        store(path, article("a", "Ruth Calder", day="2023-01-01"))
        with Database(path) as database:
            decide(database, self.decided(tmp_path, ("name", old, "Ruth A. Calder")))
            link(database)
            assert database.connection.execute("SELECT name FROM entities").fetchall() == [("Ruth A. Calder",)]


class TestReports:
    def test_every_report_answers(self, tmp_path):
        path = store(
            tmp_path / "o.db",
            shooting("a", "2024-03-05", 3, "Ruth Calder", source="police"),
            shooting("b", "2024-03-05", 5, "Ruth Calder", source="the hospital"),
        )
        with Database(path) as database:
            (event,) = database.connection.execute("SELECT id FROM incidents").fetchone()
            names = {"person": "Ruth Calder", "event": event}
            for what in WHAT:
                table = report(database.connection, what, Asked(name=names.get(what)))
                found = list(table.rows)
                assert all(set(table.columns) <= set(row) for row in found), what
                assert found or what in {"sources", "copies", "changes"}, what
            (told_,) = report(database.connection, "events", Asked()).rows
            assert (told_["killed"], told_["disputed"], len(told_["members"])) == (5.0, 1, 2)
            assert next(iter(report(database.connection, "event", Asked(name=event)).rows))["disputed"]

    def test_what_is_narrowed(self, tmp_path):
        path = store(
            tmp_path / "o.db",
            article("a", "Ruth Calder", publisher="P"),
            article("b", "Ruth Calder", publisher="Q", day="2024-05-01"),
            article("c", "Ann Rey", publisher="Q"),
        )
        with Database(path) as database:
            names = {
                asked: [row["name"] for row in report(database.connection, "people", asked).rows]
                for asked in (Asked(), Asked(min_articles=2), Asked(publishers=("P",)), Asked(since="2024-04-01"))
            }
        assert list(names.values()) == [["Ruth Calder", "Ann Rey"], ["Ruth Calder"], ["Ruth Calder"], ["Ruth Calder"]]

    def test_the_commands(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.txt").write_text("Ana Rey met Bo.")
        assert extract("update", "o.db", "a.txt", "-q")[0] == 0
        code, _, err = extract("report", "o.db", "people")
        assert (code, err) == (2, "extract: 1 articles of the store are not linked yet; run extract link on it first\n")
        code, _, err = extract("link", "o.db")
        assert (code, err.startswith("extract: o.db: 1 articles looked at")) == (0, True)
        code, out, _ = extract("report", "o.db", "entities", "--format", "jsonl")
        assert (code, json.loads(out.splitlines()[0])["members"][0]["article"]) == (0, "a")
        assert extract("report", "o.db", "people", "-o", "p.csv")[0] == 0
        assert (tmp_path / "p.csv").read_text().startswith("id,name,titles")
        assert 'WHAT has no "peple"' in extract("report", "o.db", "peple")[2]
        assert extract("link", "none.db")[::2] == (
            2,
            "extract: no database none.db; extract update none.db INPUT... makes one\n",
        )


def test_what_is_least_sure_is_to_be_checked_first(tmp_path):
    path = store(
        tmp_path / "a.db",
        article("one", ("Ruth Calder", {"confidence": 0.95}), ("Great Rift", {"confidence": 0.2})),
        article("two", ("Amit Rao", {"confidence": 0.5}), "Old Record"),
    )
    with closing(sqlite3.connect(path)) as connection:
        rows_ = list(report(connection, "check", Asked()).rows)
    told = [(row["doubt"], row["what"], row["says"], row["article"]) for row in rows_]
    assert told == [(0.8, "person", "Great Rift", "one"), (0.5, "person", "Amit Rao", "two")]
