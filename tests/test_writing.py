"""What the writers promise: the record unchanged in JSON, a report that nothing in an article can act on, and an
output file that is whole or absent."""

import io
import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import saved
from extractor.errors import InputError, OutputError
from extractor.record import (
    LISTS,
    Anchor,
    Cue,
    Date,
    Dateline,
    Failure,
    Figure,
    Mention,
    Organization,
    Person,
    Place,
    Provenance,
    Quote,
    Record,
    Sentence,
    Source,
    Span,
    Speaker,
)
from extractor.writing import FORMATS, View, automatic, check_output, open_output
from extractor.writing.safe import visible
from tests.strategies import RECORDS

MADE = Provenance(package="newsextract 1", model="m 1", tables="en 1")
HERE = Sentence(start=0, end=90)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def figure(number: int, **fields) -> Figure:
    given = dict.fromkeys(("value", "low", "high", "trend", "unit", "unit_text", "noun", "role", "person"))
    given |= {"start": 0, "end": 4, "text": "dozens", "kind": "count", "bound": "=", "attributed_to": None}
    given |= {"hypothetical": False, "same_as": [], "conflicts_with": [], "sentence": HERE, "rule": "r"}
    return Figure(id=f"figure-{number}", **given | fields)


def quote(number: int, text: str, speaker: Speaker | None, cue: str | None = None, **fields) -> Quote:
    said = Cue(start=0, end=4, text=cue, lemma=cue, stance="states") if cue else None
    spans = [Span(start=0, end=len(text), text=text)]
    given = {"kind": "direct", "spans": spans, "cue": said, "speaker": speaker, "no_speaker": None} | fields
    return Quote(id=f"quote-{number}", text=text, sentence=HERE, rule="r", **given)


def sample() -> Record:
    named = Mention(start=0, end=3, text="Oda", type="name")
    oda = Speaker(start=0, end=8, text="Mayor Oda", type="name", entity="person-1", name="Ines Oda")
    return Record(
        id="flood",
        source="flood.txt",
        title="River takes the old bridge",
        publisher="The Valley Courier",
        published="2024-03-05",
        dateline=Dateline(start=0, end=5, text="TARVO", place="place-1"),
        anchor=Anchor(date="2024-03-05", origin="header"),
        extractor=MADE,
        people=[
            Person(id="person-1", name="Ines Oda", titles=["Mayor"], roles=[], mentions=[named] * 3, rule="r"),
            Person(id="person-2", name="Åsa Ny", titles=[], roles=["engineer"], mentions=[named], rule="r"),
        ],
        organizations=[
            Organization(
                id="organization-1",
                name="Tarvo Water Board",
                acronym="TWB",
                kind="government",
                mentions=[named] * 2,
                rule="r",
            )
        ],
        places=[
            Place(
                id="place-1",
                name="Tarvo",
                kind="city",
                country="XX",
                admin1=None,
                lat=1.5,
                lon=-2.25,
                geonames_id=7,
                mentions=[named],
                rule="r",
            ),
            Place(
                id="place-2",
                name="Old Bridge",
                kind=None,
                country=None,
                admin1=None,
                lat=None,
                lon=None,
                geonames_id=None,
                mentions=[named],
                rule="r",
            ),
        ],
        figures=[
            figure(
                1,
                value=20,
                bound=">=",
                noun="people",
                role="killed",
                attributed_to=Source(start=0, end=3, text="she", entity="person-1"),
                conflicts_with=["figure-2"],
            ),
            figure(2, value=14, noun="people", role="killed", hypothetical=True),
            figure(3, value=3500000, kind="money", unit="dollar", unit_text="$", noun="damage", trend="up"),
            figure(4, low=12, high=120, noun="houses"),
            figure(5, noun="cars"),
        ],
        quotes=[
            quote(1, "“We heard it go.”", oda, "told"),
            quote(2, "the road will stay closed", None, "according to", kind="indirect", no_speaker="unnamed"),
            quote(3, "“It was\n built in 1911.”", oda),
        ],
        dates=[
            Date(
                id="date-1",
                start=0,
                end=7,
                text="Tuesday",
                type="DATE",
                value="2024-03-05",
                earliest="2024-03-05",
                latest="2024-03-05",
                rule="r",
            ),
            Date(
                id="date-2",
                start=0,
                end=7,
                text="this month",
                type="DATE",
                value="2024-03",
                earliest="2024-03-01",
                latest="2024-03-31",
                rule="r",
            ),
            Date(
                id="date-3",
                start=0,
                end=7,
                text="recently",
                type="DATE",
                value=None,
                earliest=None,
                latest=None,
                rule="r",
            ),
        ],
        warnings=["decoded as windows-1252, which is a guess; --encoding overrules it"],
    )


FAILED = Record(id="bad", source="bad.txt", extractor=MADE, error=Failure(type="InputError", message="bad.txt is bad"))

REPORT = """\
River takes the old bridge
The Valley Courier · Tue 5 March 2024 · TARVO
flood.txt · dates count from 2024-03-05 (header)
! decoded as windows-1252, which is a guess; --encoding overrules it

What      Ines Oda, Tarvo Water Board, Åsa Ny · TARVO · Tue 5 March 2024
Toll      none told
Disputed  killed: ≥ 20 (Ines Oda) against perhaps 14 (no source)
Speaking  Ines Oda 2 of 3 quotes; 2 in quotation marks
To check  1 quote without a known speaker, 1 place not on the map

PEOPLE 2
P1  Ines Oda  Mayor     3 mentions, 2 quotes
P2  Åsa Ny    engineer  1 mention

ORGANIZATIONS 1
O1  Tarvo Water Board  TWB, government  2 mentions

PLACES 2
L1  Tarvo       city        XX  1.50, -2.25  1 mention
L2  Old Bridge  unresolved                   1 mention

FIGURES 5
Casualties
F1  dozens people killed          ≥ 20  Ines Oda P1  ≠ 14 F2
F2  perhaps dozens people killed  14
Money
F3  dozens, damage  ↑ $3.5m
Other figures
F4  dozens houses  12–120
F5  dozens cars

QUOTES 3
P1 Ines Oda  Mayor
  Q1  told  “We heard it go.”  [direct]
  Q3  “It was built in 1911.”  [direct]
Speaker unknown: not named
  Q2  according to  the road will stay closed  [indirect]

TIMELINE 3
March 2024        D2 this month
Tue 5 March 2024  D1 Tuesday · the article’s day
no day            D3 recently
"""


def written(name: str, *records: Record, **view) -> str:
    stream = io.BytesIO()
    FORMATS[name].write(iter(records), stream, View(**view))
    return stream.getvalue().decode("utf-8")


class TestJson:
    def test_one_article_is_one_indented_object(self):
        text = written("json", sample(), single=True)
        assert text.startswith('{\n  "schema_version": 1,\n  "id": "flood",\n')
        assert text.endswith("\n}\n")
        assert json.loads(text)["quotes"][1]["speaker"] is None

    @pytest.mark.parametrize("number", [0, 1, 3])
    def test_several_are_an_array(self, number):
        text = written("json", *[sample()] * number)
        assert json.loads(text) == [json.loads(written("json", sample(), single=True))] * number
        assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"

    def test_an_interrupted_array_is_closed(self):
        def interrupted():
            yield sample()
            raise KeyboardInterrupt

        stream = io.BytesIO()
        with pytest.raises(KeyboardInterrupt):
            FORMATS["json"].write(interrupted(), stream, View())
        assert len(json.loads(stream.getvalue())) == 1

    def test_lines_are_compact_and_flushed_one_by_one(self):
        seen = []

        class Pipe(io.BytesIO):
            def flush(self):
                seen.append(self.getvalue())

        FORMATS["jsonl"].write([sample(), sample()], Pipe(), View())
        assert [data.count(b"\n") for data in seen] == [1, 2]
        assert json.loads(seen[1].splitlines()[1])["id"] == "flood"
        assert b'{"schema_version":1,"id":"flood",' in seen[0]

    def test_characters_are_printed_as_they_are(self):
        assert "“We heard it go.”" in written("jsonl", sample())

    def test_fields_have_the_order_of_the_record(self):
        (line,) = written("jsonl", FAILED).splitlines()
        assert list(json.loads(line)) == [name for name in Record.__dataclass_fields__ if name != "text"]

    def test_error_is_there_only_where_the_article_failed(self):
        assert "error" not in json.loads(written("jsonl", sample()))
        failed = json.loads(written("jsonl", FAILED))
        assert failed["error"] == {"type": "InputError", "message": "bad.txt is bad"}
        assert [failed[name] for name in LISTS] == [[]] * len(LISTS)

    def test_only(self):
        for record in (sample(), FAILED):
            shown = json.loads(written("jsonl", record, only=("people", "dates")))
            assert [name for name in LISTS if name in shown] == ["people", "dates"]
            assert shown["id"] == record.id


class TestSaved:
    @given(st.lists(RECORDS, max_size=3))
    def test_every_json_form_is_read_back_as_it_was(self, records):
        for text in [written("json", *records), written("jsonl", *records)]:
            assert list(saved.records(io.BytesIO(text.encode()), name="s")) == records
        for record in records:
            text = written("json", record, single=True)
            assert list(saved.records(io.BytesIO(text.encode()), name="s")) == [record]

    def test_from_a_file(self, tmp_path):
        (tmp_path / "r.jsonl").write_text(written("jsonl", sample(), FAILED, only=("quotes",)), encoding="utf-8")
        first, second = saved.load(tmp_path / "r.jsonl")
        assert (first.quotes, first.people, second) == (sample().quotes, [], FAILED)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('{"schema_version": 1}', "s:1: no record of ours: Object missing required field `id`"),
            ('{"schema_version": 2}', "s:1: a record of schema 2; this program knows 1"),
            ("[\n{}\n]", "s: record 1: no record of ours"),
            ("\n{", "s:2: no JSON"),
            ("[[[", "s:1: no JSON"),
            ("5", "s:1: no record of ours"),
        ],
    )
    def test_what_is_no_record(self, text, message):
        with pytest.raises(InputError, match=f"^{re.escape(message)}"):
            list(saved.records(io.BytesIO(text.encode()), name="s"))


class TestReport:
    def test_report(self):
        assert written("text", sample()) == REPORT

    def test_columns_are_narrowed_by_folding_and_nothing_is_cut_off(self):
        record = replace(sample(), people=[replace(sample().people[0], name="Maximiliana " * 9, roles=["pilot " * 30])])
        text = written("text", record, width=40, only=("people", "dates"))
        assert max(map(len, text.splitlines())) <= 40
        assert text.count("pilot") == 30
        assert "…" not in text

    def test_several_reports_stand_apart(self):
        text = written("text", sample(), FAILED)
        assert text == REPORT + "\nbad\nbad.txt\nfailed: bad.txt is bad\n"

    def test_only(self):
        text = written("text", sample(), only=("dates",))
        assert "TIMELINE 3" in text
        assert "QUOTES" not in text

    def test_colour_is_nothing_but_colour(self):
        text = written("text", sample(), color=True)
        assert "\x1b[" in text
        assert "".join(re.sub(r"\x1b\[[0-9;]*m", "", text).split()) == "".join(REPORT.split())

    def test_markup_is_text(self):
        record = replace(sample(), title="[red]Sale[/red] :smile: [/] [link=x]", warnings=["[/bold] \\[x]"])
        assert "[red]Sale[/red] :smile: [/] [link=x]" in written("text", record, color=True)
        assert "[/bold] \\[x]" in written("text", record)

    @given(RECORDS, st.integers(1, 160), st.sets(st.sampled_from(LISTS)))
    def test_nothing_of_an_article_acts_on_the_terminal(self, record, width, only):
        plain = written("text", record, width=width, only=only)
        assert all(line.isprintable() for line in plain.split("\n"))
        coloured = written("text", record, width=width, only=only, color=True)
        assert all(line.isprintable() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).split("\n"))

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
            ("a\u202eb\u2066c\u200bd\ufeff", "a\\u202eb\\u2066c\\u200bd\\ufeff"),
            ("\x9b31m\x7f\x00", "\\x9b31m\\x7f\\x00"),
            (" two\r\n\tlines\x0b ", "two lines"),
            ("no\xa0break “é” 😀", "no break “é” 😀"),
            ("\ud800\U000e0041", "\\ud800\\U000e0041"),
        ],
    )
    def test_visible(self, text, shown):
        assert visible(text) == shown


class TestAutomatic:
    @pytest.mark.parametrize(
        ("output", "terminal", "single", "name"),
        [
            (None, True, True, "text"),
            (None, True, False, "text"),
            (None, False, True, "json"),
            (None, False, False, "jsonl"),
            ("o.json", True, False, "json"),
            ("o.NDJSON", False, True, "jsonl"),
            ("o.txt", False, True, "text"),
            ("o.data", True, True, "json"),
            ("o", True, False, "jsonl"),
        ],
    )
    def test_format(self, output, terminal, single, name):
        path = Path(output) if output else None
        assert automatic(path, terminal=terminal, single=single).name == name


class TestSinks:
    def put(self, path, data=b"new", *, force=False):
        with open_output(path, force=force) as stream:
            stream.write(data)

    def test_a_file_with_the_usual_permissions(self, tmp_path):
        before = os.umask(0o027)
        self.put(tmp_path / "o")
        os.umask(before)
        assert (tmp_path / "o").read_bytes() == b"new"
        assert (tmp_path / "o").stat().st_mode & 0o777 == 0o640
        assert list(tmp_path.iterdir()) == [tmp_path / "o"]

    def test_an_existing_file_is_kept_unless_forced(self, tmp_path):
        path = tmp_path / "o"
        path.write_bytes(b"old")
        path.chmod(0o604)
        with pytest.raises(OutputError, match=r"o exists; --force overwrites it$"):
            self.put(path)
        assert path.read_bytes() == b"old"
        self.put(path, force=True)
        assert path.read_bytes() == b"new"
        assert path.stat().st_mode & 0o777 == 0o604

    @pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
    def test_a_failure_leaves_everything_as_it_was(self, tmp_path, error):
        path = tmp_path / "o"
        path.write_bytes(b"old")
        sink = open_output(path, force=True)
        sink.__enter__().write(b"half")
        assert not sink.__exit__(error, error(), None)  # which lets the error pass
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [tmp_path / "o"]

    def test_a_link_stays_a_link(self, tmp_path):
        (tmp_path / "target").write_bytes(b"old")
        (tmp_path / "o").symlink_to("target")
        self.put(tmp_path / "o", force=True)
        assert (tmp_path / "o").is_symlink()
        assert (tmp_path / "target").read_bytes() == b"new"

    def test_a_device_stays_a_device(self):
        self.put(Path("/dev/null"))
        assert not Path("/dev/null").is_file()

    def test_what_cannot_be_written(self, tmp_path):
        with pytest.raises(OutputError, match="is a folder; name a file in it, such as"):
            check_output(tmp_path, force=True)
        with pytest.raises(OutputError, match="there is no folder"):
            check_output(tmp_path / "a" / "b", force=False)
        with pytest.raises(OutputError, match="cannot be written: file name too long"):
            self.put(tmp_path / ("o" * 300))

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_a_full_disk(self):
        with pytest.raises(OutputError, match="/dev/full cannot be written: no space left"):
            self.put(Path("/dev/full"))

    def test_standard_output_that_is_closed(self, monkeypatch):
        monkeypatch.setattr(sys, "stdout", None)
        with pytest.raises(OutputError, match="standard output is closed"):
            self.put(None)
