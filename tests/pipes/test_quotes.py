"""What `news_quotes` promises: one quote for each act of reporting, with its words, its cue and its speaker.

The sentences of its phenomena stand in `tests/sentences/quotes.txt`, all of them our own.
"""

from functools import partial

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import extractor.pipes.quotes.pipe  # noqa: F401 - registers the factory
from extractor import Article
from extractor.annotations import FRAME, NAMES, PARAGRAPHS, QUOTES
from extractor.collect import collect
from extractor.pipes.paragraphs.layout import paragraphs
from extractor.pipes.quotes import marks
from tests import cost
from tests.thorough import some


def quotes(loaded, text):
    return QUOTES.of(loaded.doc(Article(text=text)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is safe,” the mayor said.", "direct"),
        ("The mayor said the bridge was safe.", "indirect"),
        ("The mayor said the bridge was “perfectly safe.”", "mixed"),
    ],
)
def test_kind_is_told_by_the_marks(loaded, text, kind):
    assert [quote["kind"] for quote in quotes(loaded, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said the bridge was safe.", "states"),
        ("The mayor claimed that the bridge was safe.", "claims"),
        ("The mayor denied any role in the sale.", "denies"),
        ("The mayor asked whether the bridge was safe.", "asks"),
        ("The mayor ordered the crew to close the bridge.", "orders"),
        ("The mayor vowed to close the bridge.", "promises"),
        ("The mayor declined to comment.", "declines"),
        ("The mayor did not say when the bridge would open.", "declines"),
    ],
)
def test_stance_is_the_row_s(loaded, text, stance):
    assert [quote["cue"]["stance"] for quote in quotes(loaded, text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The mayor declined to comment and said the inquiry would go on.", ["declines", "states"]),
        ("Vogt would not say how far rents could rise but said demand should grow.", ["declines", "states"]),
        ("Berg denied the charge and promised to pay.", ["denies", "promises"]),
    ],
)
def test_stance_follows_the_cue_in_its_clause(loaded, text, stances):
    assert [quote["cue"]["stance"] for quote in quotes(loaded, text)] == stances


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ines Vogt said the bridge was safe.", "name"),
        ("The mayor said the bridge was safe.", "nominal"),
        ("She said the bridge was safe.", "pronoun"),
    ],
)
def test_type_of_the_mention(loaded, text, kind):
    assert [quote["speaker"]["type"] for quote in quotes(loaded, text)] == [kind]


def test_passive_without_agent_says_why_there_is_no_speaker(loaded):
    (quote,) = quotes(loaded, "The guard was told that the vault was empty.")
    assert quote["speaker"] is None
    assert quote["no_speaker"] == "passive"


def test_sentence_in_marks_that_nobody_is_given_for(loaded):
    (quote,) = quotes(loaded, "Snow fell. “We are not afraid of the winter.”")
    assert (quote["cue"], quote["speaker"], quote["no_speaker"]) == (None, None, "no cue")


def test_sentence_in_marks_goes_on_with_the_speaker_before(loaded):
    text = "“The bridge is safe,” the mayor said. Snow fell on the square. “It will stay open all winter.”"
    first, second = quotes(loaded, text)
    assert (first["speaker"]["type"], second["speaker"], second["inherits"]) == ("nominal", None, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ("The 5'10\" man", []),
        ("In the '90s he wrote 'Low Tide' twice.", ["'Low Tide'"]),
        ("It's the voters' choice, isn't it?", []),
        ("One “two\n\nthree” four", ["“two"]),
        ("«one» and »two«", ["«one»", "»two«"]),
        ("“one ‘two’ three”", ["“one ‘two’ three”"]),
        ('"one “two” three"', ['"one “two” three"']),
    ],
)
def test_marks_pair_within_their_paragraph(text, expected):
    found = marks.pair(text, paragraphs(text))
    assert [text[one.start : one.end] for one in found] == expected


def test_dialogue_takes_turns(loaded):
    text = "“Where is it?” Berg asked.\n\n“Here,” Holm said.\n\n“Where was it found?”\n\n“It was in the river.”"
    assert [quote.get("inherits") for quote in quotes(loaded, text)] == [None, None, 0, 1]


def test_headline_in_marks_says_why_there_is_no_speaker(loaded):
    (quote,) = quotes(loaded, "'We Will Never Close': Mayor Defends Bridge")
    assert (quote["speaker"], quote["no_speaker"]) == (None, "headline")


def test_asking_without_an_asker_is_nobody_s(loaded):
    quote = quotes(loaded, "Asked whether the bridge was safe, the mayor smiled.")[0]
    assert (quote["speaker"], quote["no_speaker"]) == (None, "passive")


NLP = spacy.blank("en")
NLP.add_pipe("news_quotes")


def read_blank(text: str | Doc) -> Doc:
    """The component on a text without a parse."""
    doc = NLP.make_doc(text) if isinstance(text, str) else text
    PARAGRAPHS.put(doc, [{"start": start, "end": end} for start, end in paragraphs(doc.text)])
    NAMES.put(doc, [])
    doc._.set(FRAME.name, None)
    return NLP.get_pipe("news_quotes")(doc)


def check_shape(doc: Doc) -> None:
    for quote in QUOTES.of(doc):
        edges = [edge for span in quote["spans"] for edge in (span["start"], span["end"])]
        assert edges == sorted(edges)
        assert all(span["start"] < span["end"] for span in quote["spans"])
        assert 0 <= edges[0] <= edges[-1] <= len(doc.text)
        if quote["cue"]:
            assert all(quote["cue"]["end"] <= s["start"] or s["end"] <= quote["cue"]["start"] for s in quote["spans"])
        for part in ("cue", "speaker"):
            if quote[part]:
                assert 0 <= quote[part]["start"] < quote[part]["end"] <= len(doc.text)


PIECES = st.sampled_from(
    [
        *"\"“”‘’'«».,:;?!-—\n",
        "''",
        "``",
        "said",
        "says he",
        "according to",
        "Ann Lee",
        "the mayor",
        "that it rains",
        " ",
    ]
)


@pytest.mark.parametrize("text", ["0«0-", "“", "as “a", ": “", "“a,” ", "@a: b — C (@d)"])
def test_texts_that_once_crashed_or_might(text):
    check_shape(read_blank(text))


@given(st.text(max_size=200))
def test_any_text_without_a_parse(text):
    check_shape(read_blank(text))


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_mixture_of_marks_and_reports(loaded, text):
    check_shape(loaded.doc(Article(text=text)))


@given(st.lists(PIECES, max_size=60).map("".join))
def test_marks_are_in_order_and_disjoint(text):
    found = marks.pair(text, paragraphs(text))
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(one.start < one.end and one.inner_start <= one.inner_end for one in found)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", some(['" ', '"a" ', "“a ", "‘a ", '"Go," he said. ', "he said that ", "'' ", "a:\n"], of=2)
)
def test_ten_thousand_marks_in_a_few_seconds(piece):
    part = NLP.make_doc(piece)
    words, spaces = [token.text for token in part], [bool(token.whitespace_) for token in part]
    few, many = (
        cost.seconds(read_blank, partial(Doc, NLP.vocab, words=words * times, spaces=spaces * times), tries=1)
        for times in (1_000, 10_000)
    )
    assert many < 20 * max(few, 0.05)


def test_tables_survive_the_disk(loaded, tmp_path):
    pipe = NLP.get_pipe("news_quotes")
    pipe.to_disk(tmp_path / "quotes")
    assert pipe.from_disk(tmp_path / "quotes") is pipe
    assert QUOTES.of(read_blank("")) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“It is safe,” Ines Vogt said. Snow fell. “It will stay open all winter.”", "layout:continued"),
        ("Ines Vogt said it was safe.\n\n“It will stay open all winter.”", "layout:continued"),
        (
            "“Where is it?” Jonas Berg asked.\n\n“Here,” Ada Holm said.\n\n“Where was it found?”\n\n“In the river.”",
            "layout:turns",
        ),
    ],
)
def test_quote_without_a_cue_is_recorded_with_the_speaker_it_rests_on(loaded, text, rule):
    article = Article(text=text)
    quotes = collect(loaded.doc(article), article, loaded.provenance).quotes
    last = quotes[-1]
    assert (last.cue, last.rule, last.no_speaker) == (None, rule, None)
    assert last.speaker is not None
    assert last.speaker.entity is not None
    assert last.speaker.text in {quote.speaker.text for quote in quotes[:-1]}
