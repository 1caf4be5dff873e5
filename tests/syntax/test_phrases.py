"""The edges of noun phrases, whose head is marked with asterisks, and trimming."""

import pytest

from extractor import syntax


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The old *mayor* of Bath left.", "The old mayor of Bath"),
        ("The *mayor*, who was ill, left.", "The mayor"),
        ("The *mayor* and the bishop left.", "The mayor"),
        ("Two men's *boats* sank.", "Two men's boats"),
    ],
)
def test_edges(loaded, marked, expected):
    before, _, rest = marked.partition("*")
    word, _, behind = rest.partition("*")
    doc = loaded.nlp(before + word + behind)
    head = next(token for token in doc if token.idx == len(before))
    first, last = syntax.left_edge(head), syntax.right_edge(head)
    assert doc.text[first.idx : syntax.end_of(last)] == expected
    assert syntax.head_of(first, last).i == head.i


def test_object_of(loaded):
    doc = loaded.nlp("The mayor of Bath left.")
    assert syntax.object_of(doc[2]).text == "Bath"


def test_trimmed():
    assert syntax.trimmed("a, b -- c", 1, 7) == (3, 4)
    assert syntax.trimmed(" ,, ", 0, 4) == (4, 4)
