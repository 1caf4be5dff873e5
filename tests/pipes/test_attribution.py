"""What `news_attribution` promises: who gives a figure, where and when it holds, which figures agree or contradict.

What it finds in which sentence is in `tests/sentences/attribution.txt` and in the tables' examples.
"""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article
from extractor import annotations as slots
from extractor.pipeline import Extractor
from extractor.pipes.attribution.comparing import one_ground, one_time
from extractor.pipes.attribution.sources import innermost


def figure(start: int, end: int) -> slots.FigureFound:
    """A count as `news_figures` gives it."""
    return {
        "start": start, "end": end, "kind": "count", "value": 14, "low": None, "high": None, "bound": "=",
        "trend": None,
        "unit": None, "unit_text": None, "noun": None, "role": None, "person": None, "hypothetical": False,
        "sentence": {"start": 0, "end": 100}, "rule": "x",
    }  # fmt: skip


def quote(start: int, end: int) -> slots.QuoteFound:
    """A quote of one span, without speaker."""
    return {
        "kind": "indirect", "spans": [{"start": start, "end": end}], "cue": None, "speaker": None,
        "no_speaker": None, "sentence": {"start": 0, "end": 100}, "rule": "x",
    }  # fmt: skip


def test_the_innermost_quote_gives_the_figure() -> None:
    quotes = [quote(0, 60), quote(15, 40), quote(30, 35)]
    assert innermost([figure(20, 22), figure(31, 33), figure(50, 52), figure(58, 64)], quotes) == [1, 2, 0, None]


def found(loaded: Extractor, text: str) -> list[slots.Attribution]:
    return slots.ATTRIBUTIONS.of(loaded.doc(Article(text=text)))


def test_a_quote_that_goes_on_has_the_speaker_of_the_one_before(loaded: Extractor) -> None:
    text = "“We lost 14 rams,” Ann Lee said. “And we lost 40 ewes.”"
    sources = [one["source"] for one in found(loaded, text)]
    assert [text[source["start"] : source["end"]] for source in sources if source] == ["Ann Lee", "Ann Lee"]


def test_who_gives_a_figure_is_one_of_the_people_or_organizations(loaded: Extractor) -> None:
    doc = loaded.doc(Article(text="Ann Lee is a nurse. Lee, who counted 14 rams, said so."))
    (given,) = slots.ATTRIBUTIONS.of(doc)
    assert given.get("person") == 0
    assert slots.PEOPLE.of(doc)[0]["name"] == "Ann Lee"


def test_the_work_is_bounded_for_a_ledger_of_counts(loaded: Extractor) -> None:
    linked = found(loaded, "The army said 20 rebels were killed. " * 200)
    assert max(len(one["same_as"]) for one in linked) == 48, "24 before and 24 behind"


PIECES = [
    "20", "31", "killed", "said", "police", "the army", "people", "of them", "from", "to", "rose", "not", "the", "all",
    "died", "shot", "in Lima", "on Monday", ",", ".", "“", "”",
]  # fmt: skip


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_links_are_mutual_and_never_both(loaded: Extractor, text: str) -> None:
    doc = loaded.doc(Article(text=text))
    linked, figures = slots.ATTRIBUTIONS.of(doc), slots.FIGURES.of(doc)
    assert len(linked) == len(figures)
    for index, one in enumerate(linked):
        assert not set(one["same_as"]) & set(one["conflicts_with"])
        assert all(index in linked[other]["same_as"] for other in one["same_as"])
        assert all(index in linked[other]["conflicts_with"] for other in one["conflicts_with"])
        assert all(figures[other]["value"] == figures[index]["value"] for other in one["same_as"])
        assert index not in [*one["same_as"], *one["conflicts_with"], one.get("part_of"), one.get("updates")]
        assert one["source"] is None or 0 <= one["source"]["start"] < one["source"]["end"] <= len(text)


LAND, CITY = {"kind": "country", "admin1": None}, {"kind": "city"}


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (LAND | {"country": "PE"}, CITY | {"country": "PE", "admin1": "15"}, True),
        (LAND | {"country": "PE"}, CITY | {"country": "CL", "admin1": "12"}, False),
        (CITY | {"country": "PE", "admin1": "15"}, CITY | {"country": "PE", "admin1": "08"}, False),
        ({"kind": "admin1", "country": "PE", "admin1": "08"}, CITY | {"country": "PE", "admin1": "08"}, True),
        ({"kind": "admin1", "country": "PE", "admin1": "15"}, CITY | {"country": "PE", "admin1": "08"}, False),
        ({"kind": "continent", "country": None, "admin1": None}, LAND | {"country": "PE"}, True),
        ({"kind": "city", "country": None, "admin1": None}, LAND | {"country": "PE"}, False),
        ({"kind": "city", "country": None, "admin1": None}, CITY | {"country": "PE", "admin1": "08"}, False),
    ],
)
def test_one_place_may_lie_in_the_other(one, other, may):
    around: Any = SimpleNamespace(places=[one, other])
    assert one_ground(around, 0, 1) is one_ground(around, 1, 0) is may
    assert one_ground(around, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (("2014-03-06", "2014-03-06"), ("2014-03-07", "2014-03-07"), True),
        (("2014-03-06", "2014-03-06"), ("2014-03-09", "2014-03-09"), False),
        (("2014-03-01", "2014-03-31"), ("2014-03-09", "2014-03-09"), True),
        (("2014-02-01", "2014-02-28"), ("2014-03-09", "2014-03-09"), False),
    ],
)
def test_one_day_may_be_the_other(one, other, may):
    days: list[Any] = [{"earliest": first, "latest": last, "value": first} for first, last in (one, other)]
    assert one_time(*days) is one_time(*reversed(days)) is may


def test_days_that_nobody_can_place_are_one_by_their_value():
    blank: dict[str, Any] = {"earliest": None, "latest": None}
    days: list[Any] = [blank | {"value": value} for value in ("XXXX-03", "XXXX-04", None)]
    assert one_time(days[0], days[0])
    assert not one_time(days[0], days[1])
    assert one_time(days[0], days[2])
