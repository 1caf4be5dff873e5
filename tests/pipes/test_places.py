"""Places: every table's examples, sentences of our own for each phenomenon, and properties."""

from collections.abc import Iterator
from typing import Any

import pytest
from spacy.tokens import Doc

from extractor import Article, tables
from extractor.annotations import NAMES, PLACES
from extractor.pipeline import Extractor
from extractor.pipes.places.gazetteer import normalise
from extractor.pipes.places.voters import home_of
from extractor.pipes.places.words import Words, read
from tests.examples import Example, _agrees, parse, rows, up_to

ARBITER = 75
TABLES = ("aliases", "regions", "demonyms", "divisions", "kinds", "cues", "guards", "hints", "relations", "weights")


@pytest.fixture(scope="session")
def words() -> Words:
    return read(tables.folder("places"))


@pytest.fixture(scope="session")
def verdicts(loaded: Extractor) -> dict[str, list[str]]:
    """{table: what is wrong with it}: all examples once, for there are thousands of them.

    Where the arbiter takes the name for a person's or an organization's, the fault is its own: {"arbiter": ...}.
    """
    examples = [(rule, parse(marked, "places")) for rule, marked in rows("places") if not rule.startswith("publishers")]
    made = up_to(loaded, "places")
    docs = (made.doc(Article(text=example.text)) for _, example in examples)
    wrong: dict[str, list[str]] = {}
    for (rule, example), doc in zip(examples, docs, strict=True):
        table = "arbiter" if is_claimed(example, doc) else rule.partition(".")[0]
        wrong.setdefault(table, []).extend(f"{rule}: {fault}" for fault in faults(example, doc))
    return wrong


def is_claimed(example: Example, doc: Doc) -> bool:
    """Whether a stretch that should be a place is a person or an organization to the arbiter."""
    return any(
        name["kind"] != "place" and name["start"] < one.end and one.start < name["end"]
        for name in NAMES.of(doc)
        for one in example.expected
    )


def faults(example: Example, doc: Doc) -> Iterator[str]:
    """What the component makes of an example otherwise than the markup says."""
    found = [(mention, place) for place in PLACES.of(doc) for mention in place["mentions"]]
    if not example.expected and found:
        yield f"{example.text} | nothing is expected, found {[doc.text[m['start'] : m['end']] for m, _ in found]}"
    for one in example.expected:
        here = [
            {**place, "type": mention["type"]}
            for mention, place in found
            if (mention["start"], mention["end"]) == (one.start, one.end)
        ]
        if not any(_agrees(one.fields, fields) for fields in here):
            shown = [short(fields) for fields in here] or [doc.text[m["start"] : m["end"]] for m, _ in found]
            yield f"{example.text} | {example.text[one.start : one.end]} {one.fields}: {shown}"


def short(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: fields[key] for key in ("name", "kind", "country", "admin1", "type")}


@pytest.mark.parametrize("table", TABLES)
def test_table(verdicts: dict[str, list[str]], table: str) -> None:
    wrong = verdicts[table]
    assert not wrong, f"{len(wrong)} rows:\n" + "\n".join(wrong)


def test_arbiter(verdicts: dict[str, list[str]]) -> None:
    """Few of the tables' places are taken for people and organizations in a sentence without context."""
    assert len(verdicts["arbiter"]) <= ARBITER, "\n".join(verdicts["arbiter"])


def test_publishers(words: Words) -> None:
    """Each paper is at home where the table says."""
    for rule, marked in rows("places"):
        if not rule.startswith("publishers"):
            continue
        example = parse(marked, "places")
        (one,) = example.expected
        home = home_of(example.text[one.start : one.end], words)
        assert home is not None, rule
        assert normalise(home.name) == normalise(one.fields["city"]), rule
        assert home.country == one.fields["country"], rule


@pytest.mark.parametrize(
    ("publisher", "text", "country", "admin1"),
    [
        ("The Ontario Herald", "A barn near London burned.", "CA", "Ontario"),
        ("Lagos Daily", "A man of Epe died.", "NG", "Lagos"),
        ("The Hobart Post", "Police in Richmond agreed.", "AU", "Tasmania"),
        ("Daily Sun", "Police in Richmond agreed.", "US", "Virginia"),
        ("Post", "A barn burned in Reading.", "GB", "England"),
    ],
)
def test_papers_named_for_a_place(loaded: Extractor, publisher: str, text: str, country: str, admin1: str) -> None:
    """The place in the name of a paper that no table knows speaks for towns near it."""
    record = loaded.record(Article(text=text, publisher=publisher))
    assert [(place.country, place.admin1) for place in record.places] == [(country, admin1)]
