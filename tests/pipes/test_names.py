"""What `news_names` promises: where names begin and end, and what they name."""

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import Article
from extractor.annotations import NAMES
from extractor.pipeline import Extractor
from tests import examples

ROWS = examples.rows("names")

TEXTS = [
    # boundaries
    "The mayor praised [Chaudhry Nazeer Alam](kind=person) on Friday.",
    "Critics of [Ruth Calder](kind=person)'s plan walked out.",
    "Critics of [Ruth Calder](kind=person)’s plan walked out.",
    "[Tomas Okafor](kind=person), 34, was fined.",
    "[Wilhelmina van der Horst](kind=person) drew bridges.",
    "[Khalid bin Saeed al-Rawahi](kind=person) smiled.",
    "[Joan de la Torre](kind=person) called at noon.",
    "[J. R. Halloran](kind=person) wrote to the board.",
    "[Dale R. Hostetter Jr.](kind=person) pleaded guilty.",
    "[Harold Ames III](kind=person) kept the letters.",
    "[Earl “Bud” Lightner](kind=person) has a driveway.",
    'Police arrested [Wayne "Duke" Hostetter](kind=person) on Sunday.',
    "[Kim Jong-un](kind=person) inspected the dam.",
    "Gen. [Waheed Marri](kind=person) and Col. [Tomas Okafor](kind=person) disagreed.",
    "Prime Minister [Hadiza Korgom](kind=person) declined to comment.",
    "Former President [Viktor Dahl](kind=person) died on Monday.",
    "Romanian Deputy Transport Minister [Horia Munteanu](kind=person) said so.",
    "Judge [Marguerite O'Dell](kind=person) adjourned.",
    "Sir [Alasdair Macrae](kind=person) sat down.",
    "The study by [Ruth Calder](kind=person), PhD, was withdrawn.",
    "[Jean d'Aubigny](kind=person) painted it.",
    "The board had a list of forty-one names, said its director [Graciela\nAyala](kind=person) on the steps.",
    "By RUTH CALDER\n\nHarbour Courier\n\nThe ferry sank, [Ruth Calder](kind=person) wrote.",
    # pairs
    "[Bill](kind=person) and [Hillary Danforth](kind=person) left early.",
    "Mr. and Mrs. [Smith](kind=person) have sold shoes since 1971.",
    # one decision for the article
    "[Hiroshi Tanabe](kind=person) moved to Osaka. [Tanabe](kind=person) taught there.",
    "[Brock Lindgren](kind=person) was drafted in 2009. In 2011, [Lindgren](kind=person) hit a home run.",
    "[Tidewell Instruments Inc.](kind=organization) opened an office. [Tidewell](kind=organization) makes sensors.",
    "[Calder Vale Rovers](kind=organization) won. It was a good day for [Calder Vale](kind=organization).",
    "The [Middle Danube Authority](kind=organization) ([MDA](kind=organization)) closed the river.",
    "The Front for the Dignity of the Mountains ([FDM](kind=organization)) seized a fort.",
    "The [Front for the Dignity of the Mountains](kind=organization) (FDM) seized a fort.",
    "They seized the mud-walled “[Fort of the Wells](kind=place)” on Saturday.",
    # places
    "The rally in [Duluth](kind=place) drew 300 people.",
    "They crossed the [Calder River](kind=place) at dawn.",
    "She lives on [Chestnut Street](kind=place) in [Toledo](kind=place).",
    "[Georgia](kind=place) elected a senator. He went back to [Georgia](kind=place).",
    # seats of power
    "The [White House](kind=organization) said the talks had failed.",
    "Tourists walked past the [White House](kind=place) on Sunday.",
    "[Downing Street](kind=organization) insisted that nothing had changed.",
    # organizations
    "He works for [Hallström Bank](kind=organization) in Oslo.",
    "The [Sahel Relief Network](kind=organization) counted 800 people.",
    "Shares of [Microsoft](kind=organization) fell.",
]

NOTHING = [
    "It was about the Halloran Prize, nothing else.",
    "The Company said it would pay.",
    "Thank you, Mr. President.",
    "The village is proud of it.",
    "Nobody came.",
    "Story Continues →",
]

NOT_PEOPLE = [
    ("The Oruche brothers turned it round.", "Oruche"),
    ("He watched Easy Rider (1969) twice.", "Easy Rider"),
    ("The Treasury declined to comment.", "Treasury"),
    ("Geo TV showed the ruins.", "Geo TV"),
    ("They met in St. Petersburg in May.", "Petersburg"),
    ("The Chief Executive resigned.", "Executive"),
    ("The Winter Paralympics open in Sochi.", "Winter Paralympics"),
    ("The George Calder Justice in Housing Act failed.", "Act"),
]


@pytest.mark.parametrize(("rule", "example"), ROWS, ids=[rule for rule, _ in ROWS])
def test_tables(loaded: Extractor, rule: str, example: str) -> None:
    examples.check(loaded, "names", example)


@pytest.mark.parametrize("text", TEXTS)
def test_names(loaded: Extractor, text: str) -> None:
    examples.check(loaded, "names", text)


@pytest.mark.parametrize("text", NOTHING)
def test_no_names(loaded: Extractor, text: str) -> None:
    examples.check(loaded, "names", text)


@pytest.mark.parametrize(("text", "name"), NOT_PEOPLE)
def test_not_people(loaded: Extractor, text: str, name: str) -> None:
    doc = loaded.doc(Article(text=text))
    people = [text[found["start"] : found["end"]] for found in NAMES.of(doc) if found["kind"] == "person"]
    assert not [person for person in people if name in person]


def test_titles_are_off_the_name(loaded: Extractor) -> None:
    text = "President Gen. Pervez Halloran spoke."
    name = NAMES.of(loaded.doc(Article(text=text)))[0]
    assert [text[title["start"] : title["end"]] for title in name["titles"]] == ["President", "Gen."]


def test_furniture_has_no_names_and_the_publisher_is_one(loaded: Extractor) -> None:
    text = "- The Harbour Courier - Thursday, March 6, 2014\n\nTroops left, Ruth Calder said.\n\nStory Continues →\n"
    found = [(text[name["start"] : name["end"]], name["kind"]) for name in NAMES.of(loaded.doc(Article(text=text)))]
    assert found == [("The Harbour Courier", "organization"), ("Ruth Calder", "person")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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

    def seconds(times: int) -> float:
        doc = loaded.doc(Article(text=text * times))
        start = time.process_time()
        pipe(doc)
        return time.process_time() - start

    seconds(5)
    least = min(seconds(160) for _ in range(3))  # once in a while the collector runs in between
    assert least < 16 * max(seconds(20), 0.005)
