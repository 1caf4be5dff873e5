"""The page as a string: what stands in it, what a hostile article becomes, its size and its speed."""

import io
import json
import os
import re
import runpy
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.record import LISTS, Date, Dateline, Failure, FigureConfidences, Mention, Person, Record, Span
from extractor.writing import FORMATS, View, amounts, cast, ledger, periods, sureness, timeline, titles
from extractor.writing.html import atlas, outlines
from extractor.writing.html.shown import shown
from extractor.writing.marks import Closed, Mark, Opened, labels, marks, nested, within
from extractor.writing.paragraphs import paragraphs
from tests import cost, golden
from tests.strategies import RECORDS
from tests.test_writing import FAILED, MADE, TEXTS, figure, quote, sample

HOSTILE = (
    "<script>alert(1)</script> \"' onload=x javascript:alert(1) --> </style> {{ 7 * 7 }} "
    "\x00\x1b[31m\u202eevil\u2066 ]]>"
)


def written(*records: Record, **view) -> str:
    stream = io.BytesIO()
    FORMATS["html"].write(iter(records), stream, View(**view))
    return stream.getvalue().decode("utf-8")


def held(page: str) -> dict:
    """The data of a page of several articles."""
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])


def person(number: int, name: str, *stretches: tuple[int, int], text: str = "") -> Person:
    found = [Mention(start=start, end=end, text=text[start:end], type="name") for start, end in stretches]
    return Person(id=f"person-{number}", name=name, titles=[], roles=[], mentions=found, rule="r")


def long_article() -> Record:
    """An article of some 6,000 words and more than 900 items."""
    sentence = "Mayor Ines Oda said that “at least 20 people” had left Tarvo on Tuesday. "
    number, step = 470, len(sentence)
    text = sentence * number
    people = [
        person(
            n + 1, f"Ines Oda {n}", *((at * step + 6, at * step + 14) for at in range(n * 10, n * 10 + 10)), text=text
        )
        for n in range(number // 10)
    ]
    quotes = [
        quote(n + 1, text[n * step + 25 : n * step + 44], None, spans=[
            Span(start=n * step + 25, end=n * step + 44, text=text[n * step + 25 : n * step + 44])])
        for n in range(number)
    ]  # fmt: skip
    figures = [
        figure(n + 1, start=n * step + 26, end=n * step + 37, text=text[n * step + 26 : n * step + 37], value=20)
        for n in range(number)
    ]
    return replace(sample(), text=text, people=people, quotes=quotes, figures=figures)


ROOT = Path(__file__).resolve().parent.parent


class Page(HTMLParser):
    """The elements of a page, checked to be closed in order; and the text of the paragraphs of articles."""

    VOID = frozenset({"meta", "link", "input", "path", "use", "rect", "circle"})

    def __init__(self, source: str):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.text, self.inside = [], [], [], 0
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        assert len({name for name, _ in attributes}) == len(attributes)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "p" in self.open and "section" in self.open and "aside" not in self.open:
            self.text.append(data)


class TestMarks:
    TEXT = "Ana Rey said: it rained."

    def record(self) -> Record:
        return Record(
            id="x",
            extractor=MADE,
            text=self.TEXT,
            people=[person(1, "Ana Rey", (0, 7), text=self.TEXT)],
            quotes=[quote(1, "Rey said: it", None, spans=[Span(start=4, end=16, text="Rey said: it")])],
        )

    def test_marks_that_cross_are_cut(self):
        events = list(nested(self.TEXT, marks(self.record()), 0, len(self.TEXT)))
        shown_as = "".join(
            each if isinstance(each, str) else f"[{each.mark.label}" if isinstance(each, Opened) else "]"
            for each in events
        )
        assert shown_as == "[P1Ana [Q1Rey]][Q1 said: it] rained."
        assert [each.mark.first for each in events if isinstance(each, Opened)] == [True, True, False]

    def test_what_is_not_in_the_text_is_left_out(self):
        wrong = replace(self.record(), text="Another text of the same length, or so.")
        assert marks(wrong) == []
        assert marks(replace(wrong, text=None)) == []
        assert [mark.label for mark in marks(self.record(), ("people",))] == ["P1"]

    @given(st.text(min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=20))
    def test_any_marks_nest_and_keep_the_text(self, text, ends):
        found = sorted(Mark(min(pair), max(pair), f"P{n}", "") for n, pair in enumerate(ends) if pair[0] != pair[1])
        found = [mark for mark in found if mark.end <= len(text)]
        for start, end, here in within(found, [(0, len(text) // 2), (len(text) // 2, len(text))]):
            opened, out, covered = [], [], {}
            for event in nested(text, here, start, end):
                if isinstance(event, Opened):
                    opened.append(event.mark)
                elif isinstance(event, Closed):
                    assert opened.pop() == event.mark
                else:
                    for mark in opened:
                        covered[mark.label] = covered.get(mark.label, "") + event
                    out.append(event)
            assert (opened, "".join(out)) == ([], text[start:end])
            if len(here) <= 12:
                assert covered == {
                    mark.label: inside for mark in here if (inside := text[max(mark.start, start) : min(mark.end, end)])
                }

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("One.\n\nTwo\n", ["One.", "Two"]),
            ("One.\r\n \r\n\tTwo.", ["One.", "Two."]),
            ("A heading\nA long line.\n", ["A heading", "A long line."]),
            (f"{'x' * 60}\n{'y' * 62}\nz\n\nw", [f"{'x' * 60}\n{'y' * 62}\nz", "w"]),
            ("", []),
            (" \n\n ", []),
        ],
    )
    def test_paragraphs(self, text, expected):
        assert [text[start:end] for start, end in paragraphs(text)] == expected

    @given(TEXTS)
    def test_paragraphs_hold_all_but_white_space(self, text):
        assert "".join("".join(text[a:b].split()) for a, b in paragraphs(text)) == "".join(text.split())


class TestPage:
    def test_one_article(self):
        text = "TARVO, Tuesday — Oda said."
        record = replace(sample(), text=text, people=[person(1, "Ines Oda", (17, 20), text=text)])
        page = written(record)
        assert '<mark class="p k" data-k="P1" id="a1-P1">Oda</mark>' in page
        assert "<title>River takes the old bridge</title>" in page
        assert 'id="index"' not in page
        assert "The river" not in page
        assert page.count("http") == 0 or "http" not in re.sub(r"http-equiv", "", page)

    def test_the_policy_names_what_is_there(self):
        page = written(sample())
        assert "default-src 'none'" in page
        elements = Page(page).elements
        assert not [tag for tag, given in elements if any(name.startswith("on") or name == "style" for name in given)]
        assert [tag for tag, _ in elements if tag in {"script", "style"}] == ["style", "script", "script"]
        assert {given["href"][:1] for tag, given in elements if "href" in given} <= {"#", "d"}

    def test_without_text(self):
        page = written(sample())
        assert "saved without its text" in page
        assert "<mark" not in page
        assert "Ines Oda" in page

    def test_only_some_lists(self):
        page = written(replace(sample(), text="x"), only=("people",))
        assert "Ines Oda" in page
        assert 'data-kind="q"' not in page
        assert "We heard" not in page

    def test_failed_and_none(self):
        assert "This article failed: bad.txt is bad" in written(FAILED)
        assert "0 articles" in written()

    def test_several_articles(self):
        later = replace(sample(), id="later", title="Later", published="2025-01-01")
        page = written(later, sample(), FAILED)
        Page(page)
        assert '<h1 id="index-h">3 articles</h1>' in page
        assert page.count('class="doc at-text"') == page.count('<noscript id="a') == 3
        assert page.count('id="world-land"') == 0, "Tarvo alone is on a map at close range"
        assert page.count('class="land"') == 3
        data = held(page)
        (oda,) = (row for row in data["people"] if row["name"] == "Ines Oda")
        assert [data["quotes"][at][0] for at in oda["quotes"]] == ["a2-Q1", "a2-Q3", "a1-Q1", "a1-Q3"]
        assert data["articles"]["a3"][4] == "bad.txt is bad"
        assert data["articles"]["a1"][:3] == ["Later", "The Valley Courier", "2025-01-01"]

    def test_people_are_joined_by_full_name_only(self):
        one = Record(id="a", extractor=MADE, people=[person(1, "Ann Lee"), person(2, "Lee")])
        people = held(written(one, replace(one, id="b")))["people"]
        assert sorted((row["name"], len(row["in"])) for row in people) == [("Ann Lee", 2), ("Lee", 1), ("Lee", 1)]

    def test_hostile_text_is_text(self):
        person_of = person(1, HOSTILE, (0, len(HOSTILE)), text=HOSTILE)
        record = replace(
            sample(), id=HOSTILE, text=HOSTILE, title=HOSTILE, publisher=HOSTILE, source=HOSTILE, language='"><script>',
            people=[replace(person_of, id='"><script>', rule=HOSTILE, roles=[HOSTILE])], warnings=[HOSTILE],
            error=None, published=HOSTILE, byline=HOSTILE,
        )  # fmt: skip
        for page in (
            written(record),
            written(record, record, replace(FAILED, error=Failure(type="E", message=HOSTILE))),
        ):
            found = Page(page)
            assert [tag for tag, _ in found.elements].count("script") == (3 if 'id="data"' in page else 2)
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", page)
            assert "49" not in re.findall(r"<h1.*?</h1>", page)[0]
            assert "U+202E" in page

    @given(st.lists(RECORDS, max_size=3), st.sets(st.sampled_from(LISTS)))
    def test_any_record_makes_a_page(self, records, only):
        page = written(*records, only=only)
        Page(page)
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)

    @given(st.text(max_size=60))
    def test_all_of_the_text_is_shown(self, text):
        given_text = text.encode("utf-8", "replace").decode()
        page = Page(written(Record(id="x", extractor=MADE, text=given_text or "."), only=()))
        breaks = "\r\n\t\x0b\x0c\x85\u2028\u2029"
        expected = [
            c if c.isprintable() else f"U+{ord(c):04X}"
            for c in (given_text or ".")
            if c not in breaks and not (c.isspace() and c >= "\xa0") and c != " "
        ]
        assert "".join("".join(expected).split()) in "".join("".join(page.text).split())

    def test_characters_that_mislead_are_named(self):
        assert str(shown("a\u202eb")) == 'a<span class="ctl" title="RIGHT-TO-LEFT OVERRIDE">U+202E</span>b'
        assert str(shown("a\xa0<\ttab\r\nline\u2028")) == "a\xa0&lt;\ttab\nline\n"
        assert "U+0000" in str(shown("\0"))

    def test_a_long_article_is_quick_and_small(self):
        record = long_article()
        written(sample())
        assert cost.seconds(written, lambda: record, tries=2) < 1
        assert len(written(record).encode()) < 900_000

    @pytest.mark.parametrize("name", [path.stem for path in golden.SAMPLES])
    def test_the_page_of_a_sample_is_small_and_whole(self, name):
        record = golden.saved_record(name)
        page = written(record)
        assert len(page.encode()) < 300_000
        assert "".join(record.text.split()) in "".join("".join(Page(page).text).split())
        marked = set(re.findall(r'<mark [^>]*data-k="(\w+)"', page))
        assert marked == set(labels(record).values())


class TestParts:
    def test_contradictions_are_groups(self):
        record = replace(sample(), figures=[
            figure(1, value=20, conflicts_with=["figure-2"]),
            figure(2, value=14, conflicts_with=["figure-1", "figure-4"]),
            figure(3, value=3), figure(4, value=9), figure(5, value=1, conflicts_with=["figure-9"]),
        ])  # fmt: skip
        groups = ledger.contradictions(ledger.ledger(record, labels(record)))
        assert [[(side.value, [each.label for each in side.entries]) for side in group.sides] for group in groups] == [
            [("20", ["F1"]), ("14", ["F2"]), ("9", ["F4"])]
        ]

    @pytest.mark.parametrize(
        ("ends", "words"),
        [
            (("2014-03-05", "2014-03-05"), "Wed 5 March 2014"),
            (("2014-03-01", "2014-03-31"), "March 2014"),
            (("2024-02-01", "2024-02-29"), "February 2024"),
            (("2014-01-01", "2014-12-31"), "2014"),
            (("2010-01-01", "2019-12-31"), "2010–2019"),
            (("2014-03-03", "2014-03-09"), "3–9 March 2014"),
            (("2014-03-31", "2014-04-06"), "31 March – 6 April 2014"),
            (("2013-12-30", "2014-01-05"), "30 December 2013 – 5 January 2014"),
            (("9999-12-01", "9999-12-31"), "1–31 December 9999"),
        ],
    )
    def test_days_in_words(self, ends, words):
        assert timeline.in_words(*map(date.fromisoformat, ends)) == words

    @pytest.mark.parametrize(
        ("kind", "value", "mod", "text", "words"),
        [
            ("TIME", "2015-08-19TNI", None, "late on Wednesday", "night"),
            ("TIME", "2014-03-05T04:15", None, "4:15 a.m. Wednesday", ""),
            ("TIME", "2014-03-05T12:00", None, "noon Wednesday", "12:00"),
            ("DATE", "PRESENT_REF", None, "currently", "now"),
            ("DATE", "PAST_REF", None, "recently", "in the past"),
            ("SET", "XXXX-WXX-1", None, "Mondays", "every Monday"),
            ("DATE", "XXXX-WXX-3", None, "one Wednesday", ""),
            ("DATE", "XXXX-02-03", None, "Feb. 3", "3 February"),
            ("DURATION", "P6M", "MORE_THAN", "half a year and more", "more than 6 months"),
            ("DURATION", "PT4H32M11S", None, "the race", "4 hours 32 minutes 11 seconds"),
            ("DURATION", "PXY", None, "for years", "some years"),
            ("DURATION", "P1CE", None, "a hundred years", "1 century"),
            ("SET", "P1D", None, "daily", "every day"),
            ("SET", "PT90S", None, "at each turn", "every 90 seconds"),
            ("DATE", "2015-SU", None, "that summer", "summer 2015"),
            ("DATE", "2020-Q2", None, "the spring quarter", "second quarter 2020"),
            ("DATE", "2007-W27-WE", None, "that weekend", "weekend of week 27, 2007"),
            ("DATE", "196", "START", "the sixties", "early 1960s"),
            ("DATE", "2021-XX-XX", None, "that year", "2021"),
            ("DATE", "P?*", None, "then", ""),
            ("DATE", None, None, "then", ""),
        ],
    )
    def test_values_in_words(self, kind, value, mod, text, words):
        found = Date(
            id="d", start=0, end=1, text=text, type=kind, value=value, mod=mod, earliest=None, latest=None, rule="r"
        )
        assert (periods.beside_days if value and value[:1] == "2" and "T" in value else periods.words)(found) == words

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"value": 8_000_000_000, "kind": "money", "unit_text": "$", "text": "$8 billion"}, "$8bn"),
            ({"value": 3_500_000, "kind": "money", "unit_text": "A$", "bound": "~", "text": "some A$3.5m"}, "~ A$3.5m"),
            ({"value": 105_000, "kind": "money", "unit_text": "$", "text": "$105,000"}, "$105,000"),
            ({"value": 1_234_567, "text": "1,234,567"}, "1,234,567"),
            ({"value": 2_500_000, "text": "2.5 million"}, "2.5 million"),
            ({"low": 1e6, "high": 1e7, "bound": "~", "text": "millions"}, "~ 1–10 million"),
            ({"value": 0.5, "kind": "ratio", "text": "half"}, "half"),
            ({"value": 0.2, "kind": "ratio", "text": "one in five"}, "one in five"),
            ({"value": 2.5, "kind": "percent", "trend": "down", "text": "2.5%"}, "↓ 2.5%"),
            ({"value": None, "text": "dozens"}, "dozens"),
        ],
    )
    def test_amounts_as_papers_print_them(self, fields, words):
        assert amounts.amount(figure(1, **fields)) == words

    def test_a_phrase_is_the_articles_where_it_stands_there(self):
        text = "Perhaps dozens of wounded people fled. Six did not; people stayed."
        assert (
            amounts.phrase(figure(1, start=8, end=14, text="dozens", noun="people"), text) == "dozens of wounded people"
        )
        assert amounts.phrase(figure(2, start=39, end=42, text="Six", noun="people"), text) == "Six people"
        assert amounts.phrase(figure(3, text="$3", kind="money", noun="damage"), "") == "$3, damage"

    def test_speakers_with_a_name_come_first_and_direct_quotes_before_reported_ones(self):
        groups = cast.speeches(replace(sample(), quotes=sample().quotes[::-1]), labels(sample()), LISTS)
        assert [(group.name, [said.kind for said in group.quotes]) for group in groups] == [
            ("Ines Oda", ["direct", "direct"]),
            ("Speaker unknown: not named", ["indirect"]),
        ]

    def test_a_title_falls_back_to_the_first_sentence(self):
        made = replace(sample(), title=None, dateline=None, text="The U.S. river rose in St. Annette. It fell again.")
        assert titles.title(made) == "The U.S. river rose in St. Annette."
        assert titles.title(replace(made, text=f"{'word ' * 60}end.")).endswith("word…")
        assert titles.title(replace(made, text=None)) == "flood"
        dateline = Dateline(start=0, end=5, text="TARVO", place=None)
        assert titles.title(replace(made, dateline=dateline, text="TARVO — It rained. All day.")) == "It rained."
        agency = replace(made, dateline=dateline, text="TARVO (Reuters) - It rained. All day.")
        assert titles.title(agency) == "It rained."
        assert titles.source_line(sample()).startswith("River takes the old bridge, The Valley Courier, Tue 5 March")

    def test_what_is_least_sure_comes_first(self):
        people = [replace(each, confidence=sure) for each, sure in zip(sample().people, (0.97, 0.4), strict=True)]
        figures = [
            replace(sample().figures[0], confidence=0.7, confidences=FigureConfidences(
                value=0.99, noun=0.72, role=0.9, source=0.6))
        ]  # fmt: skip
        record = replace(sample(), people=people, figures=figures)
        found = sureness.doubts(record)
        assert [(each.label, each.words, each.sure.least) for each in found] == [
            ("P2", "Åsa Ny", 0.4),
            ("F1", "dozens people killed", 0.6),
        ]
        assert found[1].sure.doubtful == (("who gives it", 0.6), ("what it counts", 0.72), ("role", 0.9))
        assert [sureness.told(each) for each in (record, sample())] == [True, False]
        page = written(record)
        assert '<span class="sure low">70% sure · who gives it 60% · what it counts 72% · role 90%</span>' in page
        assert "sure" not in re.sub(r"<(style|script)>.*?</\1>", "", written(sample()), flags=re.DOTALL)

    def test_timeline(self):
        found = timeline.timeline(sample())
        assert [(each.when, each.anchor, len(each.moments)) for each in found.stretches] == [
            ("March 2024", False, 1),
            ("Tue 5 March 2024", True, 1),
        ]
        assert [each.text for each in found.unplaced] == ["recently"]
        lasting = replace(sample().dates[0], type="DURATION", value="P2D", text="two days", earliest=None, latest=None)
        assert [each.text for each in timeline.timeline(replace(sample(), dates=[lasting])).lasting] == ["two days"]

    def test_map(self):
        spots = [atlas.Spot("a", "Here", 51.5, -0.1, 3, False), atlas.Spot("b", "There", 48.9, 2.3, 1, False)]
        found = atlas.atlas(spots)
        assert [pin.spot.name for pin in found.pins] == ["Here", "There"]
        assert all(0 < pin.x < found.width and 0 < pin.y < found.height for pin in found.pins)
        assert [name.text for name in found.names] == ["Here", "There"]
        assert found.pins[0].x < found.pins[1].x
        assert found.pins[0].y < found.pins[1].y
        assert atlas.atlas([]) is None
        assert atlas.atlas([atlas.Spot("a", "Off", 100.0, 0.0, 1, False)]) is None
        world = atlas.atlas(
            [atlas.Spot("a", "Fiji", -18.0, 178.0, 1, False), atlas.Spot("b", "Apia", -13.8, -172.0, 1, False)]
        )
        assert all(0 <= pin.x <= world.width for pin in world.pins)

    def test_a_map_of_thousands_is_quick(self):
        spots = [
            atlas.Spot(f"place-{n}", f"Place {n}", n % 160 - 80, n % 340 - 170, 1, n % 7 == 0) for n in range(5000)
        ]
        few, many = (
            cost.seconds(lambda some: atlas.atlas(some, atlas.LARGE), lambda n=n: spots[:n], tries=1)
            for n in (1000, 5000)
        )
        assert len(atlas.atlas(spots, atlas.LARGE).pins) == 5000
        assert many < 10 * max(few, 0.05)

    @given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=20))
    def test_every_spot_is_on_the_map(self, points):
        for size in (atlas.SMALL, atlas.LARGE):
            found = atlas.atlas([atlas.Spot("a", "Spot", lat, lon, 1, False) for lat, lon in points], size)
            assert len(found.pins) == len(points)
            across = [pin for pin in found.pins if not -1 <= pin.x <= size[0] + 1]
            assert across == []


class TestClose:
    """Maps at close range."""

    def test_states_borders_and_a_country_as_an_area(self):
        spots = [
            atlas.Spot("a", "Austin", 30.27, -97.74, 3, False),
            atlas.Spot("b", "Mexico", 23.0, -102.0, 1, True, "MX"),
            atlas.Spot("c", "Midland", 32.0, -102.1, 1, False),
        ]
        found = atlas.atlas(spots)
        assert all(re.fullmatch(r"(?:M-?\d+ -?\d+l[\d -]+z?)+", path) for path in found.close)
        assert [area.spot.name for area in found.areas] == ["Mexico"]
        assert [pin.spot.name for pin in found.pins] == ["Austin", "Midland"]
        assert sum(map(len, found.close)) < 25_000
        assert atlas.atlas([spots[0], atlas.Spot("d", "Hanoi", 21.0, 105.8, 1, False)]).close is None

    def test_a_country_alone_is_whole_on_its_map(self):
        (area,) = atlas.atlas([atlas.Spot("a", "Kenya", 1.0, 38.0, 1, True, "KE")]).areas
        starts = re.findall(r"M(-?\d+) (-?\d+)l", area.path)
        assert all(0 < int(x) < atlas.SMALL[0] and 0 < int(y) < atlas.SMALL[1] for x, y in starts)

    def test_names_lie_over_no_other_name(self):
        spots = [atlas.Spot(f"s{n}", "Nowhere", 10 + n % 5 / 9, 10 + n / 20, 1, False) for n in range(40)]
        names = atlas.atlas(spots).names
        assert 3 < len(names) < 40
        at = {(name.x, name.y) for name in names}
        assert len(at) == len(names)

    def test_the_script_leaves_out_points_on_a_line_and_small_states(self):
        script = runpy.run_path(str(ROOT / "models" / "world" / "build_close.py"))
        square = [[0, 0], [50, 0], [50, 0], [0, 100], [-100, 0], [0, -100]]
        transform = {"scale": [0.1, 0.1], "translate": [0, 0]}
        geometry = {"type": "Polygon", "arcs": [[0]], "id": "404", "properties": {"name": "Kenya"}}
        atlas_of = {
            "transform": transform, "arcs": [square],
            "objects": {"countries": {"geometries": [geometry, geometry | {"id": "", "properties": {"name": "None"}}]}},
        }  # fmt: skip
        states = {"transform": transform, "arcs": [square], "objects": {"x": {"geometries": [geometry, geometry]}}}
        small = {**states, "transform": {"scale": [0.001, 0.001], "translate": [0, 0]}}
        made = script["close"](atlas_of, {"ken.topo.json": states, "lux.topo.json": small}, {"404": "KE"})
        ring = [9000, 4500, 500, 0, 0, -500, -500, 0, 0, 500]
        assert made["countries"] == {"-": [ring], "KE": [ring]}
        assert (made["borders"], made["states"]) == ([ring], [ring])


class TestOutlines:
    def test_they_are_small_and_hold_the_world(self):
        found = outlines.far()
        assert set(found) == {"source", "land", "borders"}
        assert len(found["land"]) + len(found["borders"]) < 60_000
        assert re.fullmatch(r"[Mlz0-9 -]+", found["land"] + found["borders"])

    def test_the_script_makes_a_path_of_every_arc(self, tmp_path):
        topology = {
            "transform": {"scale": [0.1, 0.1], "translate": [-180, -90]},
            "arcs": [
                [[0, 0], [100, 0], [0, 100]],
                [[100, 100], [-100, 0], [0, -100]],
                [[3550, 900], [-3500, 5], [0, 20]],
            ],
            "objects": {
                "land": {
                    "geometries": [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "MultiPolygon", "arcs": [[[2]]]}]
                },
                "countries": {
                    "geometries": [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "Polygon", "arcs": [[~0, ~1]]}]
                },
            },
        }
        made = runpy.run_path(str(ROOT / "models" / "world" / "build_outlines.py"))["outlines"](topology)
        assert made["land"].startswith("M0 1800l100 0 0-100-100 0z")
        assert "M3550 900l100-5" in made["land"]
        assert made["borders"] == "M0 1800l100 0 0-100M100 1700l-100 0 0 100"

    @pytest.mark.skipif(
        "WORLD_ATLAS" not in os.environ, reason="WORLD_ATLAS names no countries-110m.json of world-atlas"
    )
    def test_the_package_gives_the_same_bytes(self):
        script = runpy.run_path(str(ROOT / "models" / "world" / "build_outlines.py"))
        topology = json.loads(Path(os.environ["WORLD_ATLAS"]).read_text(encoding="utf-8"))
        found = dict(outlines.far())
        del found["source"]
        assert script["outlines"](topology) == found
