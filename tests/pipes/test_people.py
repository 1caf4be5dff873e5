"""What `news_people` promises: one entry a person, with every name, titles and roles."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article
from extractor.annotations import PEOPLE, PersonFound
from extractor.pipeline import Extractor
from extractor.pipes.people.gathered import NameAt
from extractor.pipes.people.identity import people as gather
from extractor.pipes.people.variants import Variants, same_word
from tests import cost


def people(loaded: Extractor, text: str) -> list[PersonFound]:
    return PEOPLE.of(loaded.doc(Article(text=text)))


@pytest.mark.parametrize(("text", "count"), [
    ("Mr. and Mrs. Smith have sold shoes since 1971.", 2),
    ("Tobenna Oruche scored twice. His brother Ikenna Oruche scored once.", 2),
    ("Council President Eugene Yoder voted no. Councilwoman Patricia Yoder voted no too.", 2),
    ("Harold Ames Jr. designed tunnels. Harold Ames III kept the letters.", 2),
    ("Ruth Calder spoke. Calder was brief. Ms. Calder left.", 1),
    ("George W. Dahl won. George H. Dahl lost.", 2),
    ("Muammar Gaddafi spoke. Gadaffi was brief.", 1),
    ("Viktor W. Dahl won. Viktor H. W. Dahl lost.", 2),
    ("John Paul Dahl won. John P. Dahl wept.", 1),
])  # fmt: skip
def test_how_many(loaded: Extractor, text: str, count: int) -> None:
    assert len(people(loaded, text)) == count, people(loaded, text)


def test_title_tells_two_of_one_surname_apart(loaded: Extractor) -> None:
    text = "Gabor Kerti and Ilona Kerti met. Mrs. Kerti wept, and Mr. Kerti laughed."
    found = {
        person["name"]: [text[m["start"] : m["end"]] for m in person["mentions"]] for person in people(loaded, text)
    }
    assert found == {"Gabor Kerti": ["Gabor Kerti", "Kerti"], "Ilona Kerti": ["Ilona Kerti", "Kerti"]}


@pytest.mark.parametrize(("text", "couple"), [
    ("Mr. and Mrs. John Halloran have sold shoes since 1971.", {"John Halloran": ["Mr."], "Halloran": ["Mrs."]}),
    ("Dr. and Mrs. Halloran have sold shoes since 1971.", {"Halloran": ["Dr."], "Halloran ": ["Mrs."]}),
    ("Sir and Lady Halloran have sold shoes since 1971.", {"Halloran": ["Sir"], "Halloran ": ["Lady"]}),
])  # fmt: skip
def test_each_of_a_couple_has_a_name_and_a_title(loaded: Extractor, text: str, couple: dict[str, list[str]]) -> None:
    found = [(person["name"], person["titles"]) for person in people(loaded, text)]
    assert found == [(name.strip(), titles) for name, titles in couple.items()]


@pytest.mark.parametrize(("text", "gender"), [
    ("Mrs. Halloran left.", "f"),
    ("Sir Alasdair Macrae left.", "m"),
    ("Councilwoman Robin Yoder left.", "f"),
    ("Her husband, Vernon, left.", "m"),
    ("Zsuzsanna Kerti left.", "f"),
    ("Gen. Waheed Marri left.", "m"),
    ("Dr. Xu Halloran left.", None),
])  # fmt: skip
def test_gender(loaded: Extractor, text: str, gender: str | None) -> None:
    assert [person["gender"] for person in people(loaded, text)] == [gender]


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Gaddafi", "Gadaffi", True), ("Hussein", "Hussain", True), ("Núñez", "Nunez", True), ("Dahl", "Dale", False),
    ("Martin", "Marten", True), ("Hoffman", "Halloran", False), ("", "", True),
])  # fmt: skip
def test_spellings(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same


def a_name(start: int, given: str, surname: str) -> NameAt:
    full = f"{given} {surname}".strip()
    words = tuple(given.split())
    return NameAt(start, start + len(full), full, words, surname, None, None, (), (), None, False, False, "test")


def test_who_is_named_alone_first_is_not_a_middle_name() -> None:
    first, daughter, second = a_name(0, "", "Marri"), a_name(50, "Ines Marri", "Halloran"), a_name(90, "", "Marri")
    assert [figure.names for figure in gather([first, daughter, second], Variants(()))] == [[daughter], [first, second]]
    assert len(gather([daughter, second], Variants(()))) == 1


def test_an_initial_is_whose_first_name_begins_so() -> None:
    karl, other, initial = a_name(0, "Karl", "Marsh"), a_name(30, "Ruth", "Dahl"), a_name(60, "", "K.")
    assert [figure.names for figure in gather([karl, other, initial], Variants(()))] == [[karl, initial], [other]]


@pytest.mark.parametrize("shared", [False, True])
def test_linear_in_names_that_are_all_different(shared: bool) -> None:
    def names(count: int) -> list[NameAt]:
        surnames = ["Smith" if shared else f"Sm{chr(97 + n % 26)}th{n}" for n in range(count)]
        full = [a_name(20 * n, f"{chr(65 + n % 26)}nne{n}", surname) for n, surname in enumerate(surnames)]
        alone = [a_name(20 * (n + count), "", surname) for n, surname in enumerate(surnames)]
        return [*full, *alone]

    def work(given: list[NameAt]) -> None:
        assert gather(given, Variants(()))

    few, many = (cost.seconds(work, partial(names, count)) for count in (500, 2000))
    assert many < 10 * max(few, 0.01)  # comparing all with all took sixteen times as long


WORDS = [
    "Mr.",
    "and",
    "Mrs.",
    "Smith",
    "Ruth",
    "Calder",
    "van",
    "der",
    "“",
    "Bud",
    "”",
    "Jr.",
    ",",
    "III",
    "Gen.",
    "-",
    ".",
]


@given(text=st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_every_person_has_a_name_in_the_text(loaded: Extractor, text: str) -> None:
    for person in people(loaded, text):
        assert person["name"]
        assert person["mentions"]
        assert all(0 <= mention["start"] < mention["end"] <= len(text) for mention in person["mentions"])
