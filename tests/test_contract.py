"""The contract on anything at all: keys, offsets, ids, the same bytes twice, one piece or many."""

import itertools
import json
import re
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor
from extractor import Article, ExtractError, Record
from extractor.collect.record import EMPTY
from extractor.pipeline import Extractor
from extractor.pipeline.pieces import LONGEST_WORD, cut, tokenize
from extractor.record import LISTS, STANDING
from extractor.schema import json_schema

VOCABULARY = """said told he she Mr. Gen. Ann Lee Paris Texas the at least 20 1,000 killed people Tuesday last May 2007
according to AP UN that and of in three million dozens By week U.S. no one not president ’s 34-year-old Friday
years ago more hours around 10 p.m. a per each month to 1999 quarters
“ ” ‘ ’ " ' . , ; : — - ( ) [ ] $ £ % ° ½ \u200b \u202e \x00 \x1b"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n", "\u00a0"])
NEWSLIKE = st.lists(WORDS, max_size=60).map(" ".join)


def assert_sound(record: Record, text: str) -> None:
    """Every object with offsets has the article's text there; ids are consecutive; what is named exists."""
    plain = msgspec.to_builtins(record)
    known = {item["id"] for name in LISTS for item in plain[name]}
    for thing in objects(plain):
        if {"start", "end", "text"} <= thing.keys():
            assert text[thing["start"] : thing["end"]] == thing["text"]
            assert thing["text"]
    for name in LISTS:
        items = plain[name]
        assert [int(item["id"].rpartition("-")[2]) for item in items] == list(range(1, len(items) + 1))
        assert all(item["rule"] for item in items)
        if name not in STANDING:
            continue
        starts = [min([m["start"] for m in item.get("mentions") or item.get("spans") or [item]]) for item in items]
        assert starts == sorted(starts), f"{name} are in order of first mention"
    for figure in plain["figures"]:
        assert_figure(figure, known)
    for figure, date in itertools.product(plain["figures"], plain["dates"]):
        both = date["type"] == "DURATION" and figure["kind"] in {"duration", "rate", "speed"}  # "half a barrel a day"
        assert both or figure["end"] <= date["start"] or date["end"] <= figure["start"], (figure, date)
    for quote in plain["quotes"]:
        assert_quote(quote, known)


def assert_figure(figure: dict[str, Any], known: set[str]) -> None:
    """Those that it is linked with exist; it has a value or a range, in order but for a score, which is as printed."""
    assert {figure["person"], *figure["same_as"], *figure["conflicts_with"]} - {None} <= known
    assert (figure["value"] is None) != (figure["low"] is None), figure
    assert figure["low"] is None or figure["low"] <= figure["high"] or figure["kind"] == "score"


def assert_quote(quote: dict[str, Any], known: set[str]) -> None:
    """Its stretches are in order and its text; its speaker is somebody, or it says why there is none."""
    spans = quote["spans"]
    assert spans
    assert all(one["end"] <= other["start"] for one, other in itertools.pairwise(spans))
    assert quote["text"] == " ".join(span["text"] for span in spans)
    entity = quote["speaker"] and quote["speaker"]["entity"]
    assert (entity is None) == (quote["no_speaker"] is not None), quote
    assert entity is None or entity in known


def objects(thing: Any) -> Any:
    """Every dict in a tree."""
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from objects(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from objects(value)


@given(text=st.one_of(NEWSLIKE, st.text(max_size=120)))
def test_nothing_raises_and_every_offset_holds(loaded: Extractor, text: str) -> None:
    assert_sound(loaded.record(Article(text=text)), text)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", "\x00", "'", "“", "-", "1", "\U0001f600" * 50, "he " * 200]
)
def test_next_to_nothing_is_no_error(loaded: Extractor, text: str) -> None:
    record = loaded.record(Article(text=text))
    assert_sound(record, text)
    assert (EMPTY in record.warnings) == (not loaded.normalized(text).text.strip())


def test_unpaired_surrogates_are_replaced_one_for_one(loaded: Extractor) -> None:
    record = loaded.record(Article(text="Ann \udc80Lee said \ud800 on Monday."))
    assert msgspec.json.encode(record)
    assert "unpaired surrogates were replaced by U+FFFD" in record.warnings


def test_keys_are_the_contracts(loaded: Extractor) -> None:
    text = (
        "LAGOS, Nigeria (NNP) — Ann Lee of the Port Authority said on Tuesday that at least 20 people, among them the "
        "34-year-old captain, had died. “We are shaken,” she said."
    )
    record = msgspec.to_builtins(loaded.record(Article(text=text)))
    printed = {key: value for key, value in record.items() if key not in {"error", "text"}}
    jsonschema.Draft202012Validator(json_schema()).validate(printed)
    keys = {name: set(record[name][0]) for name in STANDING}
    assert all(names >= {"rule", "confidence"} for names in keys.values())
    told = {"id", "name", "aliases", "titles", "roles", "organizations", "mentions", "rule", "confidence"}
    assert keys["people"] == told
    assert keys["places"] >= {
        "id",
        "name",
        "kind",
        "country",
        "admin1",
        "lat",
        "lon",
        "geonames_id",
        "mentions",
        "rule",
    }
    assert keys["figures"] >= {
        "value",
        "low",
        "high",
        "bound",
        "trend",
        "unit",
        "unit_text",
        "noun",
        "role",
        "attributed_to",
    }
    assert keys["quotes"] >= {"kind", "text", "spans", "cue", "speaker", "no_speaker", "sentence"}
    assert keys["dates"] >= {"type", "value", "earliest", "latest"}


def test_the_same_article_gives_the_same_bytes(loaded: Extractor) -> None:
    article = Article(text="Mr. Roe said on Monday that 12 of 30 boats had sunk. He left for Oslo.", id="a")
    first = msgspec.json.encode(loaded.record(article))
    loaded.record(Article(text="Something else entirely, said Ann Lee, 34, in Paris."))
    assert msgspec.json.encode(loaded.record(article)) == first


def test_extract_takes_dates_and_texts() -> None:
    record = extractor.extract("It rained today.", published="2014-03-06", title="Rain", publisher="The Courier")
    assert (record.published, record.title, record.publisher) == ("2014-03-06", "Rain", "The Courier")
    assert [date.value for date in record.dates] == ["2014-03-06"]
    with pytest.raises(ExtractError, match="2014-13-06"):
        extractor.extract("It rained.", published="2014-13-06")


PARAGRAPH = "Ann Lee, the mayor, said on Monday that 12 boats had sunk. “We saw it,” she told reporters in Oslo.\n\n"


def test_a_long_article_is_one_article(loaded: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    text = PARAGRAPH * 12
    monkeypatch.setattr(loaded, "_piece_length", 300)
    record = loaded.record(Article(text=text))
    assert_sound(record, text)
    assert [person.name for person in record.people] == ["Ann Lee"]
    assert len(re.findall("Ann Lee", text)) == sum(m.type == "name" for m in record.people[0].mentions)
    assert len(record.quotes) == 24


@given(text=st.text(alphabet=st.sampled_from("ab. \n"), max_size=400), length=st.integers(min_value=5, max_value=50))
def test_pieces_are_the_text(text: str, length: int) -> None:
    pieces = list(cut(text, length))
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= length for piece in pieces) or not text


def test_pieces_end_at_paragraphs() -> None:
    assert list(cut(PARAGRAPH * 4, len(PARAGRAPH) * 2 + 20)) == [PARAGRAPH * 2] * 2


@pytest.mark.parametrize("word", ["(" * 5000, '"(' * 3000, "a" * 5000, "x " + "/" * (LONGEST_WORD + 1) + " y"])
def test_overlong_words_keep_the_text(loaded: Extractor, word: str) -> None:
    assert tokenize(loaded.nlp, word).text == word


def test_records_are_json_without_loss(loaded: Extractor) -> None:
    record = loaded.record(Article(text=PARAGRAPH, id="a"))
    assert msgspec.convert(json.loads(msgspec.json.encode(record)), Record) == record
