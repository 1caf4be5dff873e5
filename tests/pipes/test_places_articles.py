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
from tests.examples import check

LOCAL = [
    "Deputies of Walker County closed the road to [Huntsville](admin1=Texas) on Monday.",
    "The Henry County sheriff said a [Paris](admin1=Tennessee) man was arrested near Puryear.",
    "Selectmen in [Portland](admin1=Connecticut) hired a lawyer from Middletown, Connecticut.",
    "[Lebanon](admin1=Indiana) police asked the Boone County sheriff and officers from Zionsville for help.",
    "A crash near Heath and Granville, Ohio, killed a [Newark](admin1=Ohio) man.",
    "The [Decatur](admin1=Georgia) council met its neighbors from Avondale Estates and Stone Mountain.",
    "The bridge at [Atalissa](admin1=Iowa) in Muscatine County is closed.",
    "A [Headington](country=GB) man was jailed at Oxford.",
    "Volunteers in [Winside](admin1=Nebraska) and Wayne, Nebraska, collected food.",
    "Trains from [Perth](country=GB) to Dundee and Stirling were late.",
    "Trains from [Perth](country=AU) to Fremantle were late.",
    "Voters in [Athens](admin1=Georgia) and Clarke County, Georgia, turned out early.",
    "The envoy flew from [Athens](country=GR) to Ankara.",
    "[Springfield](admin1=Ohio), Ohio, beat Springfield, Illinois, by a point.",
    "Springfield, Ohio, beat [Springfield](admin1=Illinois), Illinois, by a point.",
    "He drove from Kansas City, Missouri, to [Kansas City](admin1=Kansas), Kansas.",
    "They met in [Cambridge](country=GB), England, and married in Cambridge, Massachusetts.",
    "They met in Cambridge, England, and married in [Cambridge](country=US), Massachusetts.",
    "The company has offices in [Reading](country=GB, kind=city), Berkshire.",
    "He moved from London to [Boston](country=US) and from there to Leeds.",
    "Born in [Rotterdam](country=NL), she sailed for New York at nine and settled in Pittsburgh.",
    "Officials of [Alexandria](admin1=Virginia), south of Washington, met those of Arlington and Fairfax counties.",
    "[Alexandria](country=EG) was quiet after protests in Egypt.",
]

LISTS = [
    "Fires burned in Oregon, Idaho and [Washington](kind=admin1) on Tuesday.",
    "Envoys of Armenia, Azerbaijan and [Georgia](kind=country) met on Tuesday.",
    "Cases rose in Alberta, Manitoba and [Ontario](kind=admin1, country=CA).",
    "Cases rose in Ontario, Quebec and [New Brunswick](kind=admin1, country=CA).",
    "Trade between Chad, Mali and [Niger](kind=country) grew.",
    "Voters in Lebanon, Pa., [Cairo](admin1=Georgia), Ga., and Moscow, Idaho, went to the polls.",
]

WHOLE = [
    "[New York City](kind=city, country=US) schools stayed closed.",
    "Albany, [New York](kind=admin1), reopens on Monday.",
    "Two sailors from [Dar es Salaam](country=TZ) were found.",
    "Doctors in [Burkina Faso](country=BF) reported new cases.",
    "Doctors in [Papua New Guinea](country=PG) reported new cases.",
    "A [St. Louis](country=US)-based brewer closed its plant.",
    "Envoys from the [Democratic Republic of the Congo](country=CD) left early.",
    "He was held in [S. Dakota](name=South Dakota, kind=admin1) on Monday.",
    "Rep. John Hall, D-[N.Y.](name=New York, kind=admin1), voted no.",
]

FACILITIES = [
    "Troops left [Fort Campbell](kind=facility, country=US) at dawn.",
    "Their plane landed at [Heathrow Airport](kind=facility, country=GB) on Sunday.",
    "The meeting in [City Hall](kind=facility, lat=null) lasted an hour.",
    "A house in [Thrum Lane](kind=facility, lat=null) burned down.",
    "The carrier passed the [Suez Canal](kind=facility, country=EG) at night.",
    "Visitors left [Zion National Park](kind=facility, country=US) in the afternoon.",
    "Snow fell on [Long Island Sound](kind=natural) overnight.",
]

METONYMS = [
    "[Moscow](country=RU, speaks=true) denied that its troops had crossed the border.",
    "[Tehran](country=IR, speaks=true) warned that it would answer.",
    "Visitors to [Moscow](country=RU, speaks=false) complained of the heat.",
    "[Washington](kind=city, speaks=true) said it would recall its ambassador.",
]

FORMER = [
    "She grew up in [Rangoon](name=Yangon, country=MM).",
    "He taught in [Bechuanaland](name=Botswana, country=BW) for a year.",
    "He fled from [Leningrad](name=Saint Petersburg, country=RU) as a boy.",
    "The plane came from [Saigon](name=Ho Chi Minh City, country=VN).",
]

NOBODY = [
    "Paris Hilton met Sydney Pollack and Austin Powers.",
    "Jordan scored 30 points in the second half.",
]

RIVER = "Boats sank on the Tayi River on Friday. By Sunday the Tayi was back in its bed."


@pytest.mark.parametrize("example", LOCAL + LISTS + WHOLE + FACILITIES + METONYMS + FORMER + NOBODY)
def test_sentence(loaded: Extractor, example: str) -> None:
    check(loaded, "places", example)


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
