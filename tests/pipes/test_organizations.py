"""What `news_organizations` promises: one entry an organization, with acronym and kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article, tables
from extractor.annotations import ORGANIZATIONS
from extractor.pipeline import Extractor
from extractor.pipes.organizations.identity import initials, is_acronym
from extractor.pipes.organizations.words import read


@pytest.mark.parametrize(("name", "acronym"), [
    ("Front for the Dignity of the Mountains", "FDM"), ("Middle Danube Authority", "MDA"),
    ("Department of Justice", "DOJ"), ("Sorell Freight Inc.", "SF"),
])  # fmt: skip
def test_initials(name: str, acronym: str) -> None:
    assert acronym in initials(name, read(tables.folder("organizations")))


@pytest.mark.parametrize(
    ("text", "is_one"), [("FDM", True), ("U.N.", True), ("P&G", True), ("Reuters", False), ("", False)]
)
def test_acronyms(text: str, is_one: bool) -> None:
    assert is_acronym(text) is is_one


@given(
    text=st.text(max_size=120)
    | st.lists(
        st.sampled_from(["The", "WHO", "(", ")", "Sorell", "Inc.", "Bank", "of", "the", "U.N.", "&"]), max_size=15
    ).map(" ".join)
)
def test_mentions_within(loaded: Extractor, text: str) -> None:
    for organization in ORGANIZATIONS.of(loaded.doc(Article(text=text))):
        assert organization["name"]
        assert all(0 <= mention["start"] < mention["end"] <= len(text) for mention in organization["mentions"])
