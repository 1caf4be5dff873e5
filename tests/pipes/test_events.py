"""What `news_events` promises: what happened, where, when, and how many, by whom.

What it finds in which sentence is in `tests/sentences/events.txt` and in the tables' examples.
"""

import csv
import importlib.util
import math
from datetime import date
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article, locate, tables
from extractor.annotations.globe import Point, kilometres
from extractor.pipeline import Extractor
from extractor.pipes.events import headline
from extractor.pipes.events.choosing import best, ranked
from extractor.pipes.events.tolls import Count, Total, totals
from extractor.pipes.events.words import Words
from extractor.record import Record
from extractor.vocabulary import CasualtyRole

WORDS = Words.of(tables.folder("events"))


def count(role: CasualtyRole, value: int, figure: int = 0) -> Count:
    """A count of the title, which stands in no sentence."""
    return Count(figure, role, value, None, None, "=", None)


def said(found: list[Total]) -> list[tuple[float | int | None, str]]:
    return [(total.said[0], total.by) for total in found]


def test_the_wounded_are_those_shot_less_the_dead() -> None:
    counts = [count("shot", 5), count("killed", 2, 1)]
    assert said(totals("wounded", counts)) == [(5, "stated"), (3, "difference")]
    assert said(totals("killed", counts)) == [(2, "stated")]


def test_a_toll_rests_on_all_the_counts_that_state_it() -> None:
    (total,) = totals("killed", [count("killed", 2, 0), count("wounded", 4, 1), count("killed", 2, 2)])
    assert [one.figure for one in total.counts] == [0, 2]
    assert "stated twice" in total.circumstances


def test_the_best_is_the_one_of_the_highest_sum_and_the_first_of_equals() -> None:
    weights = {"stated once": -1.0, "stated twice": 1.0}
    found = totals("killed", [count("killed", 2, 0), count("killed", 5, 1), count("killed", 5, 2)])
    chosen = best(found, weights)
    assert chosen is not None
    assert chosen.said[0] == 5
    assert [one.number for one in ranked(found, {})] == [0, 1]
    assert best([], weights) is None


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ((6.45, 3.39), (6.37, 2.43), 100.0, 112.0),  # Lagos, Cotonou
        ((51.5, -0.12), (51.5, -0.12), 0.0, 0.0),
        ((0.0, 0.0), (0.0, 180.0), 20010.0, 20020.0),
        ((6.45, None), (6.37, 2.43), math.inf, math.inf),
        ((6.45, 3.39), (None, 2.43), math.inf, math.inf),
    ],
)
def test_kilometres_over_ground(one: Point, other: Point, least: float, most: float) -> None:
    assert least <= kilometres(one, other) <= most
    assert kilometres(other, one) == kilometres(one, other)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Two dead, five hurt in Leeds bar", [("killed", 2), ("wounded", 5)]),
        ("Man shot dead in Leeds", [("killed", 1)]),
        ("12 people shot in Leeds", [("shot", 12)]),
        ("Bus crash kills nine", [("killed", 9)]),
        ("Nine lamps stolen in Leeds", []),
        ("", []),
    ],
)
def test_a_headline_counts(title: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.role, one.value) for one in headline.counts(title, WORDS)] == expected


def events(loaded: Extractor, text: str, title: str | None = None) -> Record:
    return loaded.record(Article(text=text, title=title, published=date(2007, 7, 10)))


def test_an_article_that_counts_nobody_may_tell_of_an_event(loaded: Extractor) -> None:
    (event,) = events(loaded, "An earthquake shook Lima on Monday.").events
    assert (event.kind, event.earliest, event.main, event.tolls) == ("earthquake", "2007-07-09", True, [])
    assert events(loaded, "The mayor of Lima spoke on Monday.").events == []


def test_a_toll_of_the_title_alone_has_no_figures(loaded: Extractor) -> None:
    (event,) = events(loaded, "A fire broke out in Lima on Monday.", "Nine dead in Lima fire").events
    assert [(toll.role, toll.value, toll.figures, toll.source) for toll in event.tolls] == [("killed", 9, [], None)]


def test_a_figure_knows_its_event(loaded: Extractor) -> None:
    record = events(loaded, "Twelve people were killed in a fire in Lima on Monday. The hotel had 40 rooms.")
    assert [figure.event for figure in record.figures] == ["event-1", None]
    assert record.events[0].figures == ["figure-1"]


PIECES = [
    "20",
    "two",
    "killed",
    "shot",
    "wounded",
    "people",
    "men",
    "fire",
    "another",
    "in Lima",
    "on Monday",
    ".",
    ",",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_events_of_any_text_refer_to_what_is_there(loaded: Extractor, text: str) -> None:
    record = events(loaded, text)
    figures = {figure.id: figure for figure in record.figures}
    assert sum(event.main for event in record.events) <= 1
    for event in record.events:
        assert event.place in {None, *(place.id for place in record.places)}
        assert event.date in {None, *(one.id for one in record.dates)}
        for toll in event.tolls:
            values = [figures[ident].value or 0 for ident in toll.figures]
            assert set(toll.figures) <= set(event.figures)
            assert toll.by != "stated" or not values or toll.value in (None, *values)
            assert toll.by != "sum" or toll.value == sum(values)
            assert toll.by != "difference" or toll.value == values[0] - sum(values[1:])


def learner() -> ModuleType:
    """The script beside the tables."""
    spec = importlib.util.spec_from_file_location("learn", locate.language("en") / "events" / "learn.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_learner_finds_what_tells_right_from_wrong() -> None:
    script = learner()
    asked = [script.Question((("good", "old"), ("bad", "old")), (True, False))] * 8
    weights = script.fit(asked)
    assert weights["good"] > 0 > weights["bad"]
    assert weights["old"] == 0
    assert script.share(asked, weights) == 100
    assert script.fit(asked[:2]) == {}, "too few reports"


def test_every_weight_is_of_a_circumstance_that_can_hold() -> None:
    with (locate.language("en") / "events" / "weights.csv").open(encoding="utf-8", newline="") as lines:
        choices = {row["choice"] for row in csv.DictReader(lines)}
    assert choices == {"toll", "place", "day"}
