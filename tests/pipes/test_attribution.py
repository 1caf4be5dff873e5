"""What `news_attribution` promises: who gives a figure, and which figures agree or contradict."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import Article, tables
from extractor import annotations as slots
from extractor.pipeline import Extractor
from extractor.pipes.attribution.agreement import Context, Links, Words, links
from extractor.pipes.attribution.sources import Given, sources
from tests import examples

WORDS = Words.of(tables.folder("attribution"))
MARKED = re.compile(r"\[([^\[\]]+)\]\(([^()]*)\)")

LINKED = [
    # (text with figures marked, same pairs, conflicting pairs); `by` is who gives a figure, `at` where, `on` when
    ("[20](role=killed, unit=rebel) rebels died. Later [20](role=killed, unit=rebel) rebels.", [(0, 1)], []),
    ("[20](role=killed, unit=rebel, by=army) rebels died. [40](role=killed, unit=rebel, by=chief) fell.", [], [(0, 1)]),
    ("[20](role=killed, unit=rebel) rebels died. [40](role=killed, unit=rebel, by=chief) fell.", [], [(0, 1)]),
    ("[20](role=killed, unit=rebel, by=army) rebels died. [40](role=killed, unit=rebel, by=army) fell.", [], []),
    ("[22](role=killed, unit=body, by=clinic) bodies. All [46](by=chief): [2](role=killed, by=chief) dead.", [], []),
    ("[20](role=killed, unit=rebel) rebels died. [40](role=killed, unit=rebel) rebels fell.", [], []),
    ("[20](role=killed, unit=rebel, by=army) rebels, [3](role=killed, unit=soldier, by=chief) soldiers.", [], []),
    ("[20](role=killed, unit=rebel, by=army) died. [40](role=wounded, unit=rebel, by=chief) were hurt.", [], []),
    ("[20](role=killed, unit=person, by=a) people died. [31](role=killed, unit=body, by=b) bodies.", [], [(0, 1)]),
    ("[20](role=killed, unit=person) people died. The [20](role=killed, unit=victim) victims.", [(0, 1)], []),
    ("[20](role=killed, unit=rebel, by=a) died. [6](role=killed, unit=rebel, by=b) of them in hospital.", [], []),
    ("[20](role=killed, unit=rebel, by=a) died. Another [6](role=killed, unit=rebel, by=b) fell.", [], []),
    ("[20](role=killed, unit=rebel, by=a) died, among them [6](role=killed, unit=rebel, by=b) boys.", [], []),
    ("[20](role=killed, unit=rebel, by=a, at=Lima) died. [6](role=killed, unit=rebel, by=b, at=Cusco) fell.", [], []),
    ("[20](role=killed, unit=rebel, by=a, on=2001-01-02) died. [6](role=killed, unit=rebel, by=b, on=2001-01-05).",
     [], []),
    ("[20](role=killed, unit=rebel, by=a, bound=>=) died. [40](role=killed, unit=rebel, by=b) fell.", [], []),
    ("[20](role=killed, unit=rebel, by=a, bound=>=) died. [12](role=killed, unit=rebel, by=b) fell.", [], [(0, 1)]),
    ("[20](role=killed, unit=rebel, by=a, bound=~) died. [21](role=killed, unit=rebel, by=b) fell.", [], []),
    ("[20](role=killed, unit=rebel, by=a, bound=~) died. [30](role=killed, unit=rebel, by=b) fell.", [], [(0, 1)]),
    ("[20](role=killed, unit=rebel, by=a, hypothetical=1) may die. [30](role=killed, unit=rebel, by=b) fell.", [], []),
    ("[1](role=killed, unit=man) man died in May. In June [1](role=killed, unit=man) man died.", [], []),
    ("It rose from [32](role=killed, unit=person) to [41](role=killed, unit=person).", [], [(0, 1)]),
    ("[41](role=missing, unit=person) people are missing, up from [32](unit=person) on Monday.", [], [(0, 1)]),
    ("It rose to [41](role=killed, unit=person) from [32](role=killed, unit=person).", [], [(0, 1)]),
    ("[19](role=killed, unit=person) people and [5](unit=cow) cows died, up from [11](unit=person).", [], [(0, 2)]),
    ("[38](role=killed, by=a) fell. Of the men [6](role=killed, by=b) fell.", [], []),
    ("A toll of [38](role=killed, by=a) was given. The dead were [6](role=killed, by=b).", [], [(0, 1)]),
    ("They moved from [32](unit=house) to [41](unit=house).", [], []),
    ("It rose from [32](role=killed, unit=person) to [41](role=wounded, unit=person).", [], []),
    ("[14](unit=rifle, noun=rifles) rifles. Then [20](unit=rifle, noun=rifles) rifles.", [], []),
    ("[14](unit=rifle, noun=rifles) rifles. The [14](unit=rifle, noun=rifles) rifles.", [(0, 1)], []),
    ("[3](unit=time, noun=times) times. Later [3](unit=time, noun=times) times.", [], []),
    ("[12](role=killed, unit=man, noun=Iraqi men, by=a). [5](role=killed, unit=man, noun=French men, by=b).", [], []),
    ("[0](role=killed, unit=person) people died. [0](role=killed, unit=person) people died.", [(0, 1)], []),
]  # fmt: skip
GIVEN = [
    ("Officials said [12](source=Officials) people were killed.", True),
    ("According to the army, [12](source=the army) rebels were killed.", True),
    ("[12](source=police) people were killed, police said.", True),
    ("Twelve people were killed in the fire.", False),
    ("Peter Novak said [40](source=Peter Novak) houses had burned.", True),
    ("“We lost [40](source=Peter Novak) houses,” Peter Novak said.", True),
    ("“We lost many houses,” Peter Novak said. Forty houses burned.", False),
    ("Officials put the death toll at [41](source=Officials).", True),
    ("The World Forum put the number of dead at [41](source=The World Forum).", True),
    (
        "The ministry raised its estimate of the missing from [40](source=The ministry) to [55](source=The ministry).",
        True,
    ),
    ("The thief put the lamp at 40 paces.", False),
    ("The wind put out 40 lamps.", False),
]


def article(marked: str) -> tuple[str, list[slots.FigureFound], Context]:
    """A text with hand-made figures, and what surrounds them."""
    text, at, figures = "", 0, []
    by: list[str | None] = []
    places, dates = {}, {}
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        fields = dict(pair.split("=", 1) for pair in match.group(2).split(", "))
        sentence = text.rfind(". ") + 2 if ". " in text else 0
        figures.append(figure(len(text), match.group(1), fields, sentence))
        by.append(fields.get("by"))
        places[sentence] = frozenset({fields["at"]} if "at" in fields else ())
        dates[sentence] = frozenset({fields["on"]} if "on" in fields else ())
        text += match.group(1)
    return text + marked[at:], figures, Context(places, dates, by)


def figure(start: int, written: str, fields: dict[str, str], sentence: int) -> slots.FigureFound:
    """A count as `news_figures` gives it."""
    return {
        "start": start, "end": start + len(written), "kind": "count", "value": int(written), "low": None, "high": None,
        "bound": fields.get("bound", "="), "trend": None, "unit": fields.get("unit"), "unit_text": None,
        "noun": fields.get("noun"), "role": fields.get("role"), "person": None,
        "hypothetical": "hypothetical" in fields, "sentence": {"start": sentence, "end": sentence + 500}, "rule": "x",
    }  # fmt: skip


def pairs(found: list[Links], which: int) -> list[tuple[int, int]]:
    """Linked pairs, the smaller index first; every link goes both ways."""
    assert all(index in found[other][which] for index, link in enumerate(found) for other in link[which])
    return [(index, other) for index, link in enumerate(found) for other in link[which] if index < other]


@pytest.mark.parametrize(("marked", "same", "conflicting"), LINKED)
def test_figures_are_linked(marked: str, same: list[tuple[int, int]], conflicting: list[tuple[int, int]]) -> None:
    text, figures, context = article(marked)
    found = links(text, figures, WORDS, context)
    assert (pairs(found, 0), pairs(found, 1)) == (same, conflicting)


CONTRADICTED = [
    # sentences that are read by the whole pipeline: same pairs, conflicting pairs, as indices of figures
    ("Officials put the death toll at 41. The rebels put it at 60.", [], [(0, 1)]),
    ("Police said 12 people were killed. The mayor said 12 people died.", [(0, 1)], []),
    ("Police said 12 people were killed. The clinic said 15 people were killed.", [], [(0, 1)]),
    ("The toll, which had stood at 11, rose to 14.", [], [(0, 1)]),
    ("The ministry raised its estimate of the missing from 40 to 55.", [], [(0, 1)]),
    ("The army said 20 rebels were killed. The army said 31 rebels were wounded.", [], []),
    ("Police said 12 people were killed and 12 wounded.", [], []),
    ("Six people died in Lima. In Cusco nine people died, police said.", [], []),
]


@pytest.mark.parametrize(("text", "same", "conflicting"), CONTRADICTED)
def test_sources_differ(
    loaded: Extractor, text: str, same: list[tuple[int, int]], conflicting: list[tuple[int, int]]
) -> None:
    found = [
        Links(one["same_as"], one["conflicts_with"]) for one in slots.ATTRIBUTIONS.of(loaded.doc(Article(text=text)))
    ]
    assert (pairs(found, 0), pairs(found, 1)) == (same, conflicting)


def quote(start: int, end: int, speaker: tuple[int, int] | None, **more: int) -> slots.QuoteFound:
    """A quote of one span."""
    mention: slots.MentionAt | None = {"start": speaker[0], "end": speaker[1], "type": "name"} if speaker else None
    return {
        "kind": "indirect", "spans": [{"start": start, "end": end}], "cue": None, "speaker": mention,
        "no_speaker": None, "sentence": {"start": 0, "end": 100}, "rule": "x", **more,
    }  # type: ignore[typeddict-item]  # fmt: skip


def test_the_innermost_quote_gives_the_figure() -> None:
    one = figure(20, "14", {}, 0)
    quotes = [quote(0, 60, (61, 65)), quote(15, 40, (41, 45)), quote(30, 35, (36, 38))]
    assert sources([one], quotes) == [Given(1, {"start": 41, "end": 45})]


def test_a_quote_that_goes_on_has_the_speaker_of_the_one_before() -> None:
    one = figure(70, "14", {}, 0)
    quotes = [quote(0, 20, (21, 25)), quote(60, 80, None, inherits=0)]
    assert sources([one], quotes) == [Given(1, {"start": 21, "end": 25})]
    assert sources([one], [quote(60, 80, None, inherits=0)]) == [Given(0, None)]
    assert sources([one], [quote(60, 80, None, inherits=7)]) == [Given(0, None)]
    assert sources([one], [quote(60, 71, (0, 2))]) == [Given(None, None)]


@pytest.mark.parametrize(("rule", "marked"), examples.rows("attribution"))
def test_rows_do_what_their_examples_show(loaded: Extractor, rule: str, marked: str) -> None:
    examples.check(loaded, "attribution", marked)


@pytest.mark.parametrize(("marked", "said"), GIVEN)
def test_who_gives_a_figure(loaded: Extractor, marked: str, said: bool) -> None:
    example = examples.parse(marked, "attribution")
    doc = loaded.doc(Article(text=example.text))
    found = {
        figure["start"]: given["source"]
        for figure, given in zip(slots.FIGURES.of(doc), slots.ATTRIBUTIONS.of(doc), strict=True)
    }
    for one in example.expected:
        source = found[one.start]
        assert source is not None
        assert example.text[source["start"] : source["end"]] == one.fields["source"]
    assert said or not any(found.values())


COUNTS = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from(["killed", "wounded", None]), st.sampled_from(["rebel", "person"])),
    max_size=30,
)


@given(COUNTS, st.lists(st.sampled_from(["army", "chief", None]), min_size=30, max_size=30))
def test_links_are_mutual_and_never_both(counts: list[tuple[int, str | None, str]], by: list[str | None]) -> None:
    text, figures = "", []
    for value, role, unit in counts:
        fields = {"unit": unit, **({"role": role} if role else {})}
        figures.append(figure(len(text), str(value), fields, len(text)))
        text += f"{value} {unit}. "
    found = links(text, figures, WORDS, Context({}, {}, by))
    same, conflicting = pairs(found, 0), pairs(found, 1)
    assert not set(same) & set(conflicting)
    assert all(figures[a]["value"] == figures[b]["value"] for a, b in same)
    assert all(figures[a]["value"] != figures[b]["value"] for a, b in conflicting)


def test_the_work_is_bounded_for_a_ledger_of_counts() -> None:
    figures = [figure(10 * index, "20", {"role": "killed", "unit": "rebel"}, 10 * index) for index in range(2000)]
    found = links("20 rebels " * 2000, figures, WORDS, Context({}, {}, [None] * 2000))
    assert max(len(link.same_as) for link in found) <= 48


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(["20", "killed", "said", "police", "people", "of them", "from", "to", "rose", ".", "“", "”"]),
        max_size=50,
    ).map(" ".join)
)
def test_any_text_gives_one_item_a_figure(loaded: Extractor, text: str) -> None:
    doc = loaded.doc(Article(text=text))
    found = slots.ATTRIBUTIONS.of(doc)
    assert len(found) == len(slots.FIGURES.of(doc))
    for index, one in enumerate(found):
        linked = [*one["same_as"], *one["conflicts_with"]]
        assert all(0 <= other < len(found) and other != index for other in linked)
        assert one["source"] is None or 0 <= one["source"]["start"] < one["source"]["end"] <= len(text)
