"""`news_paragraphs`: which line breaks end a paragraph, and that no sentence crosses one."""

import itertools
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article
from extractor.pipeline import Extractor
from extractor.pipes.paragraphs.layout import paragraphs

LONG = (
    "The harbour master said that the ferry had left without its second engineer, that the weather had turned "
    "within the hour, and that nobody on the quay had thought of telephoning the island before nightfall."
)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("One.", ["One."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        ("One.\u2028\u2028Two.", ["One.", "Two."]),
        ("Ferry late\nBy Ann Roe\nStaff writer", ["Ferry late", "By Ann Roe", "Staff writer"]),
        (f"{LONG}\n{LONG}", [LONG, LONG]),
    ],
)
def test_borders(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_are_one_paragraph(newline: str, width: int) -> None:
    wrapped = textwrap.fill(LONG, width).replace("\n", newline)
    assert found(f"{wrapped}{newline}{newline}{wrapped}") == [wrapped, wrapped]


def test_a_short_line_ends_a_wrapped_paragraph() -> None:
    wrapped = textwrap.fill(LONG.removesuffix(" before nightfall."), 72)
    assert found(f"{wrapped}\nShe left.\n{wrapped}") == [wrapped, "She left.", wrapped]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry runs aground off the northern cape\n\nNobody was hurt, the harbour master said.",
        "By Ann Roe\nThe ferry ran aground.",
        "HARBOUR CITY\n\nthe ferry ran aground and\n\nnobody was hurt",
    ],
)
def test_no_sentence_crosses_a_border(loaded: Extractor, text: str) -> None:
    doc = loaded.doc(Article(text=text))
    starts = {sentence[0].idx for sentence in doc.sents}
    assert {start for start, _ in paragraphs(text)} <= starts


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\x0b\x85\u2028"), max_size=200))
def test_paragraphs_are_ordered_disjoint_and_hold_all_that_is_not_blank(text: str) -> None:
    stretches = paragraphs(text)
    assert "".join("".join(text[start:end].split()) for start, end in stretches) == "".join(text.split())
    assert all(start < end for start, end in stretches)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(stretches))
