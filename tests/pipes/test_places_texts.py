"""Places in texts of our own: ambiguity, extents, what is no place, and properties on arbitrary text."""

import pickle
from datetime import date
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor import Article, Record
from extractor.pipeline import Extractor
from extractor.record import Place
from tests import cost

SEVERAL = """PARIS, Texas — A fire destroyed a bakery here on Monday. The owner, who was born in Paris, France, and \
moved to Texas as a girl, said she would rebuild. Firefighters from Dallas and Tyler helped."""

DATELINED = """HYDERABAD, Pakistan (AP) — A bomb killed two policemen outside a market on Monday. Hyderabad has seen \
several attacks this year. Police in Karachi made no comment."""

WORDS = ["Paris,", "Texas.", "in", "(AP)", "—", "the", "County", "“Georgia”", "U.S.", "é", "-’"]


def places(record: Record, text: str) -> list[Place]:
    return [place for place in record.places if any(mention.text == text for mention in place.mentions)]


def test_two_senses_of_one_name(loaded: Extractor) -> None:
    """Each Paris stands for itself where the text tells them apart."""
    record = loaded.record(Article(text=SEVERAL))
    assert {(place.country, place.admin1) for place in places(record, "Paris") + places(record, "PARIS")} == {
        ("US", "Texas"),
        ("FR", "Île-de-France"),
    }


def test_dateline_gives_the_sense(loaded: Extractor) -> None:
    """What the dateline tells holds for every further mention."""
    record = loaded.record(Article(text=DATELINED))
    (place,) = places(record, "Hyderabad")
    assert (place.name, place.country, len(place.mentions)) == ("Hyderabad", "PK", 2)
    assert record.dateline is not None
    assert record.dateline.place == place.id


def test_names_of_one_place_are_one(loaded: Extractor) -> None:
    """However it is called, a country is one entry."""
    text = "The United States sent food. U.S. officials said America would send more to Bombay. Mumbai thanked them."
    record = loaded.record(Article(text=text))
    assert [(place.name, len(place.mentions)) for place in record.places] == [("United States", 3), ("Mumbai", 2)]


@pytest.mark.parametrize(
    ("publisher", "country"), [("The Irish Times", "IE"), ("The Columbus Dispatch", "US"), (None, "IE")]
)
def test_publisher_decides(loaded: Extractor, publisher: str | None, country: str) -> None:
    """A bare name is the one near the paper's home."""
    text = "The council of Dublin rejected a plan for a library on Monday. A vote is planned in June."
    record = loaded.record(Article(text=text, publisher=publisher))
    assert [place.country for place in places(record, "Dublin")] == [country]


def test_facility_stands_in_its_town(loaded: Extractor) -> None:
    """A mosque that no map knows has country and division of its town, and no coordinates."""
    record = loaded.record(Article(text="Troops stormed Lahore’s Jade Mosque at dawn. The Jade Mosque was empty."))
    (mosque,) = places(record, "Jade Mosque")
    assert (mosque.kind, mosque.country, mosque.admin1, mosque.lat) == ("facility", "PK", "Punjab", None)
    assert len(mosque.mentions) == 2


def test_unknown_place_is_null_and_disturbs_nobody(loaded: Extractor) -> None:
    """The village has no coordinates, the city next to it has."""
    record = loaded.record(Article(text="The village of Torvenmoor, near Bergen, Norway, was cut off by snow."))
    (village,) = places(record, "Torvenmoor")
    assert (village.lat, village.country, village.geonames_id, village.kind) == (None, None, None, "city")
    (city,) = places(record, "Bergen")
    assert (city.country, city.geonames_id) == ("NO", 3161732)


def test_country_of_its_people_only(loaded: Extractor) -> None:
    """Demonyms alone make no place; beside its name they join it."""
    assert loaded.record(Article(text="Georgian officials met on Tuesday.")).places == []
    both = loaded.record(Article(text="Officials of Norway met on Tuesday. Norwegian papers were full of it."))
    assert [[mention.type for mention in place.mentions] for place in both.places] == [["name", "nominal"]]


@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(["Paris,", "Texas.", "in", "(AP)", "—", "the", "County", "“Georgia”", "U.S.", "é\n", "-'’"]),
        max_size=60,
    ).map(" ".join)
)
def test_arbitrary_text(loaded: Extractor, text: str) -> None:
    """Nothing raises, mentions are in order, within the text and do not overlap."""
    record = loaded.record(Article(text=text, published=date(2020, 1, 1)))
    mentions = sorted((mention.start, mention.end) for place in record.places for mention in place.mentions)
    assert all(0 <= start < end <= len(text) for start, end in mentions)
    assert all(end <= after for (_, end), (after, _) in pairwise(mentions))


@pytest.mark.parametrize(
    "hostile", ["A " * 5000, "U.S." * 5000, "Paris, " * 3000, "in " * 5000, "X and " * 4000 + "counties"]
)
def test_linear(loaded: Extractor, hostile: str) -> None:
    """Four times the text takes not much more than four times the time, on patterns made to backtrack."""
    pipe = loaded.nlp.get_pipe("news_places")

    def made(text: str) -> Doc:
        doc = loaded.nlp.make_doc(text)
        for name in ("news_paragraphs", "news_structure", "news_names"):
            doc = loaded.nlp.get_pipe(name)(doc)
        return doc

    few, many = (cost.seconds(pipe, partial(made, text)) for text in (hostile[: len(hostile) // 4], hostile))
    assert many < 12 * few + 0.2


def test_pickles(loaded: Extractor) -> None:
    """Worker processes get the component by pickle."""
    pipe = pickle.loads(pickle.dumps(loaded.nlp.get_pipe("news_places")))
    doc = loaded.doc(Article(text="It rained in Oslo."))
    assert pipe(doc)._.places[0]["country"] == "NO"
