"""What `news_names` promises: where names begin and end, and what they name."""

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article
from extractor.annotations import DESCRIPTIONS, NAMES
from extractor.pipeline import Extractor
from extractor.pipes.names.lexicon import read
from extractor.tables import folder
from tests import cost


def test_titles_are_off_the_name(loaded: Extractor) -> None:
    text = "President Gen. Pervez Halloran spoke."
    name = NAMES.of(loaded.doc(Article(text=text)))[0]
    assert [text[title["start"] : title["end"]] for title in name["titles"]] == ["President", "Gen."]


def test_furniture_has_no_names_and_the_publisher_is_one(loaded: Extractor) -> None:
    text = "- The Harbour Courier - Thursday, March 6, 2014\n\nTroops left, Ruth Calder said.\n\nStory Continues →\n"
    found = [(text[name["start"] : name["end"]], name["kind"]) for name in NAMES.of(loaded.doc(Article(text=text)))]
    assert found == [("The Harbour Courier", "organization"), ("Ruth Calder", "person")]


@given(
    text=st.text(max_size=120)
    | st.lists(
        st.sampled_from(
            [
                "Mr.",
                "and",
                "Mrs.",
                "Smith",
                "Ruth",
                "Calder",
                "van",
                "der",
                "(",
                "FDM",
                ")",
                "“",
                "Bud",
                "”",
                "-",
                "\n",
                "\n\n",
                ",",
                "Jr.",
                "the",
                "of",
                "'s",
                "II",
                "Gen.",
            ]
        ),
        max_size=20,
    ).map(" ".join)
)
def test_in_order_apart_and_within(loaded: Extractor, text: str) -> None:
    names = NAMES.of(loaded.doc(Article(text=text)))
    assert all(0 <= name["start"] < name["end"] <= len(text) for name in names)
    assert all(a["end"] <= b["start"] for a, b in pairwise(names))


def test_linear(loaded: Extractor) -> None:
    text = "Gen. Waheed Marri met Ruth Calder and Mrs. Halloran of Tidewell Inc. in Duluth. "
    pipe = loaded.nlp.get_pipe("news_names")

    few, many = (cost.seconds(pipe, partial(loaded.doc, Article(text=text * times))) for times in (10, 80))
    assert many < 16 * max(few, 0.005)


def test_towns_are_found_by_bisection() -> None:
    lexicon = read(folder("names"))
    towns = lexicon.towns.decode().split("\n")
    assert towns[0] == towns[-1] == ""
    assert towns[1:-1] == sorted(towns[1:-1])
    for town in (towns[1], towns[-2], *towns[2:-2:997]):
        assert lexicon.is_town(town), town
        assert not lexicon.is_town(town[:-1] + "\x01"), town
    assert not any(map(lexicon.is_town, ("", "\x01", "zzzz", "\U0010ffff")))
    assert not lexicon._replace(towns=b"").is_town("bergen")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ann Lee left early. She was the editor of the paper.", [["former editor of the paper"]]),
        ("Ann Lee left early. He is a surgeon, and she is a judge.", [["surgeon"], ["judge"]]),
        ("Ann Lee left early. She was late.", []),
    ],
)
def test_what_verbs_say_of_pronouns(loaded: Extractor, text: str, roles: list[list[str]]) -> None:
    found = DESCRIPTIONS.of(loaded.doc(Article(text=text)))
    assert [[role["text"] for role in one["roles"]] for one in found] == roles
