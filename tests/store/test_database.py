"""The database: keys by source and id, one row an article, lists never lost, what is like what."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from datasketch import MinHash

from extractor.article import digest
from extractor.errors import OutputError
from extractor.record import LISTS, Failure, Mention, Record, Speaker
from extractor.writing import FORMATS, View
from extractor.writing.database import Database, copies
from extractor.writing.database.schema import VIEWS, record_tables
from extractor.writing.keys import Keys, key
from extractor.writing.speakers import group
from tests.test_writing import sample

RELEASED = Path(__file__).parent / "released.sql"
WORDS = [f"word{number}" for number in range(400)]


def database(folder: Path, *records: Record, **view) -> sqlite3.Connection:
    FORMATS["sqlite"].add(iter(records), folder / "o.db", View(**view))
    return sqlite3.connect(folder / "o.db")


def told(text: str, **fields) -> Record:
    return replace(sample(), sha256=digest(text), text=text, **fields)


def count(found: sqlite3.Connection, table: str) -> int:
    return found.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


class TestTables:
    def test_keys_views_and_search(self, tmp_path):
        found = database(tmp_path, told("The old bridge fell."))
        assert {name: count(found, name) for name in LISTS} == {name: len(getattr(sample(), name)) for name in LISTS}
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert found.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        for view in VIEWS:
            found.execute(f"SELECT * FROM {view}").fetchall()
        assert found.execute("SELECT quotes FROM speakers WHERE speaker = 'Ines Oda'").fetchone()[0] >= 1
        assert count(found, "articles_fts('falling OR bridges')") == 1
        assert count(found, "person_mentions") == 4
        assert count(found, "figure_conflicts") == 1

    @pytest.mark.parametrize("name", record_tables())
    def test_every_table_has_a_primary_key_and_keys_of_its_owners(self, tmp_path, name):
        found = database(tmp_path)
        columns = found.execute(f"PRAGMA table_info({name})").fetchall()
        assert any(column[5] for column in columns), "no primary key"
        assert name == "articles" or found.execute(f"PRAGMA foreign_key_list({name})").fetchall()

    @pytest.mark.parametrize(
        ("table", "columns"),
        [
            ("people", {"name", "article"}),
            ("organizations", {"name"}),
            ("places", {"name", "geonames_id"}),
            ("quotes", {"speaker", "speaker_person", "speaker_organization"}),
            ("figures", {"role"}),
            ("dates", {"earliest"}),
            ("articles", {"published", "sha256"}),
        ],
    )
    def test_what_is_looked_up_has_an_index(self, tmp_path, table, columns):
        found = database(tmp_path)
        indexes = [row[1] for row in found.execute(f"PRAGMA index_list({table})")]
        assert columns <= {found.execute(f"PRAGMA index_info('{name}')").fetchone()[2] for name in indexes}

    def test_ids_in_lists_are_tables_of_links(self, tmp_path):
        assert {"person_organizations", "figure_conflicts", "figure_same", "quote_speakers"} <= set(record_tables())

    def test_a_database_with_the_triggers_of_before_is_searched_as_well(self, tmp_path):
        found = database(tmp_path, told("The old bridge fell."))
        come = "INSERT INTO articles_fts (rowid, title, text) VALUES (new.rowid, new.title, new.text)"
        found.execute(f"CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN {come}; END")
        found.close()
        found = database(tmp_path, told("A new bridge.", id="b"))
        assert count(found, "articles_fts('bridge')") == 2
        found.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")

    @pytest.mark.parametrize("view", ["quotes_by_speaker", "tolls_by_source", "places_on_the_map"])
    def test_views_tell_publisher_and_day(self, tmp_path, view):
        found = database(tmp_path, told("x"))
        row = found.execute(f"SELECT publisher, published FROM {view}").fetchone()
        assert row == ("The Valley Courier", "2024-03-05")

    def test_search_holds_after_vacuum(self, tmp_path):
        found = database(tmp_path, told("The old bridge fell."), told("No river.", id="b"))
        found.execute("VACUUM")
        found.close()
        found = database(tmp_path, told("A new bridge.", id="a"))
        query = "SELECT a.name FROM articles_fts f JOIN articles a ON a.rowid = f.rowid WHERE articles_fts MATCH 'new'"
        assert found.execute(query).fetchall() == [("a",)]

    def test_the_columns_that_the_record_has_gained_are_added(self, tmp_path):
        found = database(tmp_path, told("x"))
        found.execute("ALTER TABLE quotes DROP COLUMN cue_lemma")
        found.execute("DROP TABLE quote_spans")
        found.commit()
        found = database(tmp_path, told("x"))
        assert found.execute("SELECT cue_lemma FROM quotes WHERE cue = 'told'").fetchone() == ("told",)
        assert count(found, "quote_spans") == len(sample().quotes)

    def test_other_peoples_files_are_left_alone(self, tmp_path):
        (tmp_path / "o.db").write_bytes(b"no database at all, certainly " * 50)
        with pytest.raises(OutputError, match=r"o\.db"):
            database(tmp_path, sample())
        other = sqlite3.connect(tmp_path / "p.db")
        other.execute("CREATE TABLE quotes (mine)")
        other.close()
        with pytest.raises(OutputError, match="tables of its own named quotes"):
            FORMATS["sqlite"].add([sample()], tmp_path / "p.db", View())

    def test_a_later_version_is_not_touched(self, tmp_path):
        found = database(tmp_path, sample())
        found.execute("INSERT INTO extract_migrations VALUES (99, 'later')")
        found.execute("DELETE FROM extract_settings WHERE name = 'form'")
        found.commit()
        with pytest.raises(OutputError, match="later version"):
            database(tmp_path, sample())

    def test_a_run_that_breaks_leaves_nothing(self, tmp_path):
        def broken():
            yield told("b", id="b")
            raise KeyboardInterrupt

        database(tmp_path, told("a")).close()
        with pytest.raises(KeyboardInterrupt):
            FORMATS["sqlite"].add(broken(), tmp_path / "o.db", View())
        assert count(sqlite3.connect(tmp_path / "o.db"), "articles") == 1

    def test_records_of_strangers(self, tmp_path):
        with pytest.raises(OutputError, match="refers to person-1, which it does not hold"):
            database(tmp_path, replace(sample(), people=[]))
        far = replace(sample().people[0], mentions=[Mention(start=0, end=2**64, text="", type="name")])
        found = database(tmp_path, replace(sample(), people=[far, *sample().people[1:]]))
        assert found.execute('SELECT "end" FROM person_mentions').fetchone() == (None,)


class TestArticles:
    def test_the_same_text_in_two_papers_is_two_articles(self, tmp_path):
        text = " ".join(WORDS[:60])
        found = database(tmp_path, told(text, id="a", publisher="P"), told(text, id="b", publisher="Q"))
        assert found.execute("SELECT publisher FROM articles ORDER BY 1").fetchall() == [("P",), ("Q",)]
        assert found.execute("SELECT kind, similarity FROM article_copies").fetchall() == [("same", 1.0)]

    def test_an_edited_article_is_replaced(self, tmp_path):
        first = told("one")
        database(tmp_path, first).close()
        found = database(tmp_path, told("two", quotes=first.quotes[:1]))
        assert [count(found, name) for name in ("articles", "quotes", "quotes_fts", "people")] == [1, 1, 1, 2]

    def test_one_id_twice_is_two_keys(self, tmp_path):
        found = database(tmp_path, told("one"), told("two"), told("three"))
        assert count(found, "articles") == 3
        assert count(found, "people") == 6

    def test_keys(self):
        assert key("a.txt", "a") == key("a.txt", "a") != key("b.txt", "a")
        keys = Keys()
        nowhere = [replace(sample(), source=None, id="-", sha256=digest(text)) for text in "ab"]
        assert len({keys.of(record) for record in (*nowhere, *nowhere)}) == 4
        assert len({Keys().of(record) for record in (*nowhere, *nowhere)}) == 2

    def test_a_failure_marks_the_last_good_record(self, tmp_path):
        lists = {name: [] for name in LISTS}
        failed = replace(sample(), sha256=None, dateline=None, **lists, error=Failure(type="InputError", message="no"))
        found = database(tmp_path, failed)
        assert found.execute("SELECT error, has_last_good FROM failures").fetchall() == [("no", 0)]
        found.close()
        found = database(tmp_path, told("good"))
        assert (count(found, "failures"), count(found, "people")) == (0, 2)
        found.close()
        found = database(tmp_path, failed)
        assert found.execute("SELECT error, has_last_good FROM failures").fetchall() == [("no", 1)]
        assert [count(found, name) for name in ("articles", "people")] == [1, 2]

    def test_lists_that_were_not_asked_for_are_never_lost(self, tmp_path):
        database(tmp_path, told("a")).close()
        with pytest.raises(OutputError, match="its other lists would be lost"):
            database(tmp_path, told("a"), only=["quotes"])
        assert count(sqlite3.connect(tmp_path / "o.db"), "figures") == len(sample().figures)

    def test_a_database_of_some_lists(self, tmp_path):
        database(tmp_path, told("a"), only=["quotes"]).close()
        found = database(tmp_path, told("b"), only=["quotes"])
        assert [count(found, name) for name in ("people", "quotes")] == [0, len(sample().quotes)]
        assert found.execute("SELECT count(speaker_person) FROM quotes").fetchone() == (0,)


class TestCopies:
    def test_near_and_contained_texts(self, tmp_path):
        wire = WORDS[:200]
        edited = [*wire[:90], "other", *wire[91:]]
        longer = [*wire, *WORDS[200:400]]
        texts = {"wire": wire, "edited": edited, "longer": longer, "else": [f"x{word}" for word in wire]}
        records = [told(" ".join(words), id=name) for name, words in texts.items()]
        pairs = self.pairs(database(tmp_path, *records))
        assert {names: kind for names, (kind, _) in pairs.items()} == {
            ("edited", "wire"): "near",
            ("longer", "wire"): "contains",
            ("edited", "longer"): "contains",
        }
        assert pairs["edited", "wire"][1] > 0.85
        other = tmp_path / "other"
        other.mkdir()
        assert self.pairs(database(other, *reversed(records))) == pairs

    @staticmethod
    def pairs(found):
        query = """SELECT a.name, b.name, c.kind, c.similarity FROM article_copies c
            JOIN articles a ON a.id = c.article JOIN articles b ON b.id = c.other"""
        return {tuple(sorted(row[:2])): row[2:] for row in found.execute(query)}

    def test_what_is_replaced_is_no_copy_any_more(self, tmp_path):
        text = " ".join(WORDS[:200])
        database(tmp_path, told(text, id="a"), told(text + " more", id="b")).close()
        found = database(tmp_path, told("something else entirely", id="b"))
        assert self.pairs(found) == {}
        assert count(found, "text_signatures") == 1
        assert count(found, "text_bands") == copies.BANDS

    def test_short_texts_are_like_every_other(self):
        assert copies.signature("Photo by a photographer of the agency") is None

    def test_the_estimate_is_that_of_datasketch(self):
        sets = [WORDS[:300], WORDS[100:400]]
        runs = [{" ".join(words[at : at + copies.RUN]) for at in range(len(words) - copies.RUN + 1)} for words in sets]
        exact = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        ours = [copies.signature(" ".join(words)) for words in sets]
        assert [found[0] for found in ours] == [len(each) for each in runs]
        signatures = [MinHash(num_perm=copies.ORDERS) for _ in runs]
        for signature, each in zip(signatures, runs, strict=True):
            signature.update_batch(run.encode() for run in each)
        assert abs(float((ours[0][1] == ours[1][1]).mean()) - exact) < 0.1
        assert abs(signatures[0].jaccard(signatures[1]) - exact) < 0.1


class TestSpeakers:
    @pytest.mark.parametrize(
        ("text", "kind", "name"),
        [
            ("police", "nominal", "police"),
            ("Police", "nominal", "police"),
            ("the police", "nominal", "police"),
            ("officials", "nominal", "official"),
            ("two senior officials", "nominal", "official"),
            ("An official", "nominal", "official"),
            ("the spokesmen", "nominal", "spokesman"),
            ("authorities", "nominal", "authority"),
            ("NATO", "nominal", "NATO"),
            ("Smith", "name", "Smith"),
            ("he", "pronoun", None),
        ],
    )
    def test_one_name_for_all_ways_to_write_it(self, text, kind, name):
        assert group(Speaker(start=0, end=len(text), text=text, type=kind, entity=None, name=None)) == name

    def test_documents_are_nobody(self):
        report = Speaker(start=0, end=10, text="the report", type="nominal", kind="document", entity=None, name=None)
        assert group(report) is None


class TestReleased:
    def test_a_database_of_the_first_release_is_taken_over(self, tmp_path):
        old = sqlite3.connect(tmp_path / "o.db")
        old.executescript(RELEASED.read_text(encoding="utf-8"))
        counted = {name: count(old, name) for name in (*LISTS[:6], "person_mentions", "quote_spans")}
        query = """SELECT f.role, f.bound, f.value FROM figures f JOIN articles a ON a.id = f.article
            WHERE f.role IS NOT NULL AND a.name = 'siege' ORDER BY 1, 2, 3"""
        tolls = old.execute(query).fetchall()
        old.close()
        found = database(tmp_path, sample())
        for name, before in counted.items():
            added = sum(len(item.mentions) for item in sample().people) if name == "person_mentions" else 0
            added += sum(len(quote.spans) for quote in sample().quotes) if name == "quote_spans" else 0
            added += len(getattr(sample(), name)) if name in LISTS else 0
            assert count(found, name) == before + added, name
        own = key("samples/siege.txt", "siege")
        assert found.execute(query).fetchall() == tolls
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
        titles = [json.loads(row[0]) for row in found.execute("SELECT titles FROM people WHERE article = ?", (own,))]
        assert ["Col."] in titles
        flood = key("samples/flood-wrapped-crlf.txt", "flood-wrapped-crlf")
        for table in ("figure_same", "figure_conflicts"):
            assert found.execute(f"SELECT count(*) FROM {table} WHERE figure LIKE ?", (f"{flood}:%",)).fetchone()[0]
        assert count(found, "quotes_fts('town OR army OR said')") > 0
        names = {row[0] for row in found.execute("SELECT name FROM sqlite_master")}
        assert not [name for name in names if name.startswith("released_")]

    def test_it_is_migrated_once(self, tmp_path):
        with Database(tmp_path / "o.db") as first:
            steps = first.connection.execute("SELECT * FROM extract_migrations").fetchall()
            changes = first.connection.total_changes
        with Database(tmp_path / "o.db") as second:
            assert second.connection.execute("SELECT * FROM extract_migrations").fetchall() == steps
            assert second.connection.total_changes == 0 < changes
