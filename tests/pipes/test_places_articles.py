"""Places in more texts of our own: local papers, lists, metonyms, facilities, what the caller says, and why."""

from typing import Any

import pytest

from extractor import Article, Record
from extractor.annotations import CALLER
from extractor.collect import collect
from extractor.pipeline import Extractor
from extractor.record import Place
from extractor.writing.members import members
from extractor.writing.view import View

RIVER = "Boats sank on the Tayi River on Friday. By Sunday the Tayi was back in its bed."


def test_a_speaking_place_is_an_organization_too(loaded: Extractor) -> None:
    """The government speaks and the town stays on the map: one stretch, two lists."""
    record = loaded.record(Article(text="Beijing denied the report on Friday."))
    assert [place.speaks for place in record.places] == [True]
    assert [organization.name for organization in record.organizations] == ["Beijing"]


def test_a_river_without_its_word(loaded: Extractor) -> None:
    """The Tayi is the Tayi River, which no map has."""
    record = loaded.record(Article(text=RIVER))
    assert [(place.name, [mention.text for mention in place.mentions]) for place in record.places] == [
        ("Tayi River", ["Tayi River", "Tayi"])
    ]


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Birmingham", (), "GB"),
        ("Birmingham", ("US",), "US"),
        ("Perth", (), "AU"),
        ("Perth", ("GB",), "GB"),
        ("Hyderabad", (), "IN"),
        ("Hyderabad", ("PK",), "PK"),
        ("Oslo", ("US",), "NO"),
    ],
)
def test_caller_names_a_country(loaded: Extractor, name: str, countries: tuple[str, ...], country: str) -> None:
    """A doubtful name is rather in the caller's country; a town that the world knows stays where it is."""
    record = loaded.record(Article(text=f"A bakery in {name} won the prize.", countries=countries))
    assert [place.country for place in record.places] == [country]


def test_the_text_beats_the_caller(loaded: Extractor) -> None:
    record = loaded.record(Article(text="A bakery in Paris, Texas, won the prize.", countries=("FR",)))
    assert [place.admin1 for place in record.places] == ["Texas", "Texas"]


def test_candidates_only_for_those_who_ask(loaded: Extractor) -> None:
    """What was weighed is in the record where the caller asks, the chosen one first and the parts adding up."""
    article = Article(text="A bakery in Birmingham won the prize.")
    assert [place.candidates for place in loaded.record(article).places] == [None]
    (place,) = explained(loaded, article)["places"]
    best, *others = place["candidates"]
    assert (best["country"], best["geonames_id"]) == (place["country"], place["geonames_id"])
    assert any(other["country"] == "US" for other in others)
    for each in place["candidates"]:
        parts = each["prior"] + each["beside"] + each["caller"] + each["votes"]
        assert each["score"] == pytest.approx(parts, abs=0.03)


def explained(loaded: Extractor, article: Article) -> dict[str, Any]:
    doc = loaded.doc(article)
    CALLER.put(doc, {**CALLER.of(doc), "explain": True})
    return {"places": loaded.nlp.get_pipe("news_places")(doc)._.places}


def test_one_sense_however_it_is_said(loaded: Extractor) -> None:
    """ "The city of Decatur" is no other town than Decatur."""
    text = "The city of Decatur sued on Monday. Decatur lies in DeKalb County. Decatur is small."
    record = loaded.record(Article(text=text))
    assert [len(place.mentions) for place in named(record, "Decatur")] == [3]


def named(record: Record, text: str) -> list[Place]:
    return [place for place in record.places if any(mention.text == text for mention in place.mentions)]


def test_explained_records_are_printed_with_their_candidates(loaded: Extractor) -> None:
    """`candidates` stands in the JSON only where there are some to show."""
    article = Article(text="A bakery in Birmingham won the prize.")
    (plain,) = members(loaded.record(article), View())["places"]
    assert "candidates" not in plain
    doc = loaded.doc(article)
    CALLER.put(doc, {**CALLER.of(doc), "explain": True})
    record = collect(loaded.nlp.get_pipe("news_places")(doc), article, loaded.provenance)
    (full,) = members(record, View())["places"]
    assert [each["country"] for each in full["candidates"]].count("US") > 1
