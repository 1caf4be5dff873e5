"""The cast of short texts: which people an article has, under which names, in which roles, and who is no person.

One text a line, with all people expected in it and the names by which each is mentioned; no other people may be there.
"""

from collections.abc import Sequence

import pytest

from extractor import Article
from extractor import annotations as slots
from extractor.pipeline import Extractor
from extractor.pipes.names.candidates import Taken
from extractor.pipes.names.page import Candidate
from tests import cost

Cast = dict[str, list[str]]

JOINED = [
    ("The prize went to Chaudhry Nazeer Alam. Alam wept.", "Chaudhry Nazeer Alam = Chaudhry Nazeer Alam | Alam"),
    ("Kim Jong-un met Moon Jae-in. Moon smiled.", "Kim Jong-un; Moon Jae-in = Moon Jae-in | Moon"),
    (
        "Wilhelmina van der Horst rose. Van der Horst spoke.",
        "Wilhelmina van der Horst = Wilhelmina van der Horst | Van der Horst",
    ),
    ("Ramon de la Cruz rose. De la Cruz spoke.", "Ramon de la Cruz = Ramon de la Cruz | De la Cruz"),
    (
        "Khalid bin Nasser al-Rawahi spoke. Al-Rawahi left.",
        "Khalid bin Nasser al-Rawahi = Khalid bin Nasser al-Rawahi | Al-Rawahi",
    ),
    ("Dale Hostetter, 41, and Ruth Calder, 39, were fined.", "Dale Hostetter; Ruth Calder"),
    ("J. R. Halloran wrote it. Halloran's sister drew it.", "J. R. Halloran = J. R. Halloran | Halloran"),
    ("AJ Halloran wrote the book. Halloran lives in Duluth.", "AJ Halloran = AJ Halloran | Halloran"),
    ("Harold Ames III left. Ames was ill.", "Harold Ames III = Harold Ames III | Ames"),
    ("Ruth Calder's and Tomas Okafor’s plans failed.", "Ruth Calder; Tomas Okafor"),
    ("MAYOR RUTH CALDER QUITS\n\nRuth Calder resigned on Friday.", "Ruth Calder = RUTH CALDER | Ruth Calder"),
    (
        "Ruth Calder Slams Harbour Plan\n\nRuth Calder, the mayor, rejected the plan on Friday.",
        "Ruth Calder = Ruth Calder | Ruth Calder",
    ),
    (
        "By Ines Halloran and Tomas Okafor\n\nDULUTH, Minn. (AP) - The mill burned, Ray Olson said.",
        "Ines Halloran; Tomas Okafor; Ray Olson",
    ),
    ("The activist Alia Salem wept.", "Alia Salem"),
]
NICKNAMES = [
    ("Robert (Bob) Marsh ran again. Bob lost.", "Robert Marsh = Robert (Bob) Marsh | Bob"),
    ('Angela "Angie" Dorsey won. Angie wept.', 'Angela Dorsey = Angela "Angie" Dorsey | Angie'),
    ("William Danforth lost. Bill Danforth wept.", "William Danforth = William Danforth | Bill Danforth"),
    ("Aung San Suu Kyi was freed. Suu Kyi waved.", "Aung San Suu Kyi = Aung San Suu Kyi | Suu Kyi"),
    (
        "Muammar al-Gaddafi ruled. Qaddafi fled. Gadhafi was shot.",
        "Muammar al-Gaddafi = Muammar al-Gaddafi | Qaddafi | Gadhafi",
    ),
    ("Mohammed Hosni spoke. Mohamed Hosni left.", "Mohammed Hosni = Mohammed Hosni | Mohamed Hosni"),
    ("Hadiza Núñez spoke. Nunez left.", "Hadiza Núñez = Hadiza Núñez | Nunez"),
]
COUPLES = [
    ("Bill and Hillary Danforth danced.", "Bill Danforth = Bill; Hillary Danforth"),
    ("Barack and Michelle Dahl danced. Mr. Dahl smiled.", "Barack Dahl = Barack | Dahl; Michelle Dahl"),
    (
        "Brothers Ethan and Joel Marlow shot the film. Joel Marlow wrote it.",
        "Ethan Marlow = Ethan; Joel Marlow = Joel Marlow | Joel Marlow",
    ),
    ("Gabor Kerti and Ilona Kerti met. Mrs. Kerti wept.", "Gabor Kerti; Ilona Kerti = Ilona Kerti | Kerti"),
    ("Jozsef Kerti and his son Jozsef Kerti Jr. were fined.", "Jozsef Kerti; Jozsef Kerti Jr."),
    ("George H. W. Dahl met his son George W. Dahl.", "George H. W. Dahl; George W. Dahl"),
    ("Peter Marlow and his brother, David Marlow, sued.", "Peter Marlow; David Marlow"),
    ("Tomas Okafor tried to speak to his mother, but Okafor was cut off.", "Tomas Okafor = Tomas Okafor | Okafor"),
    ("Maria Lopez and her daughter Ana live in Lima. Ana is nine.", "Maria Lopez; Ana = Ana | Ana"),
    ("Carlos Duarte's brother, Luis, was shot. Luis Duarte died.", "Carlos Duarte; Luis Duarte = Luis | Luis Duarte"),
]
NOBODY_ELSE = [
    ("The ferry Queen Victoria sank. Queen Victoria had 300 passengers.", ""),
    ("The USS Abraham Lincoln left port.", ""),
    ("The trawler Ruth Calder was lost.", ""),
    ("Hurricane Katrina hit New Orleans. Katrina killed hundreds.", ""),
    ("Typhoon Gilda and Storm Harvey weakened.", ""),
    ("Megan's Law passed. St. Mary's Hospital and St. John's Church burned.", ""),
    ("Hannah liked the romantic comedy Silent Harbor.", "Hannah"),
    ("He watched the film Gilda Marlow twice.", ""),
    ("Ernst & Young audited the books.", ""),
    ("The Gates Foundation gave $2 million. The Ford Motor Co. cut jobs.", ""),
    ("The cities of Scottsdale, Tempe, Glendale, Peoria, Chandler, and Gilbert sued.", ""),
    ("A Dane won the race. The driver, an Aussie, was unhurt.", ""),
    ("Readers saw the Calder Courier and the Duluth News Tribune.", ""),
    ("The Marlow Act and the Danforth Amendment failed.", ""),
    ("Abu Dhabi said the talks had failed.", ""),
    ("Protesters marched in N. Korea and in San Jose.", ""),
    ("Thank you, Mr. President, said the Chief Executive.", ""),
    ("The Booker went to Ruth Calder.", "Ruth Calder"),
    ("The Oruche family and the Marlow brothers left.", ""),
]
FOUND = [
    ("They worship gods such as Zeus, Hera, Poseidon and Athena.", "Zeus; Hera; Poseidon; Athena"),
    ("The mill burned. Photo: Ines Dahl.", "Ines Dahl"),
    ("The shirt was by fashion designer Halvorsen.", "Halvorsen"),
    ("Eden Hazard scored. It was Eden Hazard's goal.", "Eden Hazard = Eden Hazard | Eden Hazard"),
    ("Hiroshi Tanabe left Osaka. In 2011 Tanabe came back.", "Hiroshi Tanabe = Hiroshi Tanabe | Tanabe"),
    ("In the film Tom Hanley plays a pilot.", "Tom Hanley"),
]
ROLES = [
    ("Waheed Marri, a spokesman for the Harbour Authority, agreed.", "Waheed Marri", ["Harbour Authority"]),
    ("Tidewell Bank CEO Satya Nadkarni spoke.", "Satya Nadkarni", ["Tidewell Bank"]),
    ("The Fed's chair, Ines Dahl, spoke.", "Ines Dahl", ["Fed"]),
    ("Calder Rovers coach Tomas Okafor left.", "Tomas Okafor", ["Calder Rovers"]),
    ("Ines Halloran, president of Tidewell Bank, resigned.", "Ines Halloran", ["Tidewell Bank"]),
    ("Ruth Calder, a surgeon, met Tidewell Bank.", "Ruth Calder", []),
    ("Ruth Calder is the director of the Calder Institute.", "Ruth Calder", ["Calder Institute"]),
    ("Army spokesman Gen. Waheed Marri left Microsoft.", "Waheed Marri", ["Army"]),
]  # fmt: skip
SPEAKING = [
    ("Kabul denied the report. The embassy in Kabul closed.", ["Kabul"], ["Kabul"]),
    ("Tehran said the talks had failed.", ["Tehran"], []),
    ("He flew from Tehran to Kabul.", [], ["Tehran", "Kabul"]),
    ("Moscow accused London of lying.", ["Moscow"], ["London"]),
    ("Downing Street welcomed the news.", ["Downing Street"], []),
    ("Reporters waited outside the White House.", [], ["White House"]),
    ("The Kremlin denied it. Tourists left the Kremlin.", ["Kremlin", "Kremlin"], []),  # one throughout
    ("The road to Kabul, police said, was closed.", [], ["Kabul"]),
]  # fmt: skip
ORGANIZATIONS = [
    (
        "The Ministry of Health said nine died. The Health Ministry gave no names.",
        "Ministry of Health = Ministry of Health | Health Ministry",
    ),
    (
        "The National Union of Harbour Workers (NUHW) struck. NUHW members cheered.",
        "National Union of Harbour Workers = National Union of Harbour Workers | NUHW | NUHW",
    ),
    ("St. Mary's Hospital said 14 people were hurt.", "St. Mary's Hospital"),
    (
        "Tidewell Instruments Inc. fell. Tidewell rose.",
        "Tidewell Instruments Inc. = Tidewell Instruments Inc. | Tidewell",
    ),
    ("Ernst & Young audited the books.", "Ernst & Young"),
]
EVERYBODY = [*JOINED, *NICKNAMES, *COUPLES, *NOBODY_ELSE, *FOUND]


def parse(expected: str) -> Cast:
    """The cast of "Ruth Calder = Ruth Calder | Calder; Tomas Okafor"; a name alone is mentioned once and in full."""
    cast: Cast = {}
    for one in filter(None, expected.split("; ")):
        name, _, names = one.partition(" = ")
        cast[name] = names.split(" | ") if names else [name]
    return cast


def mentions(entities: Sequence[slots.PersonFound | slots.OrganizationFound], text: str) -> Cast:
    """The names of the entities, with the texts of their mentions by name."""
    return {one["name"]: [text[m["start"] : m["end"]] for m in one["mentions"]] for one in entities}


@pytest.mark.parametrize(("text", "expected"), EVERYBODY, ids=[text[:40] for text, _ in EVERYBODY])
def test_people(loaded: Extractor, text: str, expected: str) -> None:
    assert mentions(slots.PEOPLE.of(loaded.doc(Article(text=text))), text) == parse(expected)


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS, ids=[text[:40] for text, _ in ORGANIZATIONS])
def test_organizations(loaded: Extractor, text: str, expected: str) -> None:
    assert mentions(slots.ORGANIZATIONS.of(loaded.doc(Article(text=text))), text) == parse(expected)


@pytest.mark.parametrize(("text", "person", "expected"), ROLES, ids=[text[:40] for text, _, _ in ROLES])
def test_organizations_of_roles(loaded: Extractor, text: str, person: str, expected: list[str]) -> None:
    record = loaded.record(Article(text=text))
    names = {one.id: one.name for one in record.organizations}
    assert [names[one] for who in record.people if who.name == person for one in who.organizations] == expected


@pytest.mark.parametrize(("text", "speaking", "places"), SPEAKING, ids=[text[:40] for text, _, _ in SPEAKING])
def test_capitals_and_seats_speak(loaded: Extractor, text: str, speaking: list[str], places: list[str]) -> None:
    names = slots.NAMES.of(loaded.doc(Article(text=text)))
    found = [(text[one["start"] : one["end"]], one["kind"]) for one in names]
    assert [name for name, kind in found if kind == "organization"] == speaking
    assert [name for name, kind in found if kind == "place"] == places


def test_taking_candidates_is_linear() -> None:
    def take(count: int) -> None:
        taken = Taken(4 * count)
        for at in range(count):
            taken.take(Candidate(4 * at, 4 * at + 2, "PERSON"))
        for at in range(count):  # every one gives way to a longer one
            taken.take(Candidate(4 * at, 4 * at + 3, "PERSON"))
        assert len(taken.found) == count

    few, many = (cost.seconds(take, lambda count=count: count) for count in (4_000, 40_000))
    assert many < 30 * max(few, 0.005)  # a list that was searched took 100 times as long
