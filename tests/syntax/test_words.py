"""The words of a text, found once."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.syntax.words import first_run, flat, holds, runs, small, small_runs


def test_runs_are_letters_without_a_break() -> None:
    assert runs("St.-Denis, D.C. 20th") == {"St", "Denis", "D", "C", "th"}
    assert small_runs("The the THE") == {"the"}
    assert (first_run("St.-Denis"), first_run("20th")) == ("St", "")


def test_a_phrase_is_held_where_all_its_words_are() -> None:
    assert holds("According\nto her", "according to")
    assert not holds("She went according her", "according to")


@given(st.text())
def test_characters_keep_their_places(text: str) -> None:
    assert len(small(text)) == len(flat(text)) == len(text)
    assert not {"\n", "\r", "\t"} & set(flat(text))
