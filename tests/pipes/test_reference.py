"""What `news_reference` promises: whom pronouns and descriptions mean, and whom the speaker of a quote is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article
from extractor import annotations as slots
from extractor.pipeline import Extractor
from extractor.pipes.reference.circumstances import distance
from extractor.pipes.reference.sites import Site

SPEAKERS = [
    ("“The road is closed,” said Peter Novak.", ["Peter Novak"]),
    ("“The road is closed,” army spokesman Gen. Peter Novak said.", ["Peter Novak"]),
    ("“The road is closed,” Microsoft spokesman Peter Novak said.", ["Peter Novak"]),
    ("“The road is closed,” a spokesman for Microsoft said.", ["unnamed"]),
    ("“The road is closed,” a police officer said.", ["unnamed"]),
    ("“The road is closed,” officials said.", ["unnamed"]),
    ("“The road is closed,” Peter Novak's lawyer said.", ["unnamed"]),
    ("Microsoft said it would close the plant.", ["Microsoft"]),
    ("Maria Lopez left the party in May. “It was time,” she said.", ["Maria Lopez"]),
    ("Maria Lopez left the party in May. “It was time,” they said.", ["unnamed"]),
    ("Sen. Maria Lopez left the party in May. “It was time,” the senator said.", ["Maria Lopez"]),
    ("“It was time,” she said.", ["ambiguous"]),
    ("Microsoft said sales fell. It said costs rose.", ["Microsoft", "Microsoft"]),
    ("It rained. Sales fell, it said.", ["ambiguous"]),
    ("Peter Novak left. “The door was open,” a clerk said. “It rained,” he added.", ["unnamed", "ambiguous"]),
]


def speakers(loaded: Extractor, text: str) -> list[str | None]:
    """The name of each quote's speaker, or why there is none."""
    doc = loaded.doc(Article(text=text))
    people, organizations = slots.PEOPLE.of(doc), slots.ORGANIZATIONS.of(doc)
    found: list[str | None] = []
    for speaker in slots.REFERENCES.of(doc)["speakers"]:
        if speaker["person"] is not None:
            found.append(people[speaker["person"]]["name"])
        elif speaker["organization"] is not None:
            found.append(organizations[speaker["organization"]]["name"])
        else:
            found.append(speaker["no_speaker"])
    return found


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers_resolve_by_the_head_of_their_mention(loaded: Extractor, text: str, expected: list[str]) -> None:
    assert speakers(loaded, text) == expected


@pytest.mark.parametrize(
    ("back", "name"),
    [
        (0, "same sentence"),
        (1, "last sentence"),
        (3, "three sentences back"),
        (4, "four to six sentences back"),
        (6, "four to six sentences back"),
        (7, "long ago"),
    ],
)
def test_how_far_back_somebody_was_mentioned_is_weighed(back: int, name: str) -> None:
    def site(sentence: int, paragraph: int) -> Site:
        return Site(token=0, start=0, end=2, sentence=sentence, paragraph=paragraph, role="subject", clause=0, marks=-1)

    before = site(1, 1)
    assert list(distance(site(1 + back, 1), before)) == [name]
    assert list(distance(site(1 + back, 2), before)) == [name, "last paragraph"]
    assert list(distance(site(1 + back, 3), before)) == [name, "paragraphs back"]
    assert list(distance(site(1, 1), None)) == ["not yet mentioned"]


def check_references(loaded: Extractor, text: str) -> None:
    """Indices point at what there is, stretches lie in the text, one item a quote, a reason where none speaks."""
    doc = loaded.doc(Article(text=text))
    found, people = slots.REFERENCES.of(doc), slots.PEOPLE.of(doc)
    starts = [mention["start"] for mention in found["mentions"]]
    assert starts == sorted(starts)
    assert len({(mention["start"], mention["end"]) for mention in found["mentions"]}) == len(starts)
    for mention in found["mentions"]:
        assert 0 <= mention["person"] < len(people)
        assert 0 <= mention["start"] < mention["end"] <= len(text)
    assert len(found["speakers"]) == len(slots.QUOTES.of(doc))
    for quote, speaker in zip(slots.QUOTES.of(doc), found["speakers"], strict=True):
        assert speaker["person"] is None or 0 <= speaker["person"] < len(people)
        assert speaker["organization"] is None or 0 <= speaker["organization"] < len(slots.ORGANIZATIONS.of(doc))
        known = speaker["person"] is not None or speaker["organization"] is not None
        assert (speaker["no_speaker"] is None) == (known and quote["speaker"] is not None)


WORDS = st.sampled_from(
    ["Peter Novak", "Maria Lopez", "he", "She", "his", "himself", "him", "said", "“", "”", '"', ",", ".", "\n\n", "the",
     "president", "his mother", "who", "and", "Gen.", "told", "that", "I", "34-year-old", "is", "a", "lawyer", "'s"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_valid_references(loaded: Extractor, text: str) -> None:
    check_references(loaded, text)


def quote(start: int, end: int, speaker: tuple[int, int, str] | None, **more: int) -> slots.QuoteFound:
    """A quote of one span, with (start, end, type) of its speaker."""
    mention: Any = None
    if speaker is not None:
        mention = {"start": speaker[0], "end": speaker[1], "type": speaker[2]}
    return {
        "kind": "direct", "spans": [{"start": start, "end": end}], "cue": None, "speaker": mention,
        "no_speaker": None if mention else "no cue", "sentence": {"start": 0, "end": end}, "rule": "x", **more,
    }  # type: ignore[typeddict-item]  # fmt: skip


def resolved(loaded: Extractor, text: str, quotes: list[slots.QuoteFound]) -> slots.References:
    """What the component makes of hand-made quotes."""
    doc = loaded.doc(Article(text=text))
    slots.QUOTES.put(doc, quotes)
    loaded.nlp.get_pipe("news_reference")(doc)
    return slots.REFERENCES.of(doc)


def test_a_quote_that_goes_on_has_the_speaker_of_the_one_before(loaded: Extractor) -> None:
    text = "“We lost,” Peter Novak said.\n\n“I am sorry,” was all. “And I mean it.”"
    first, second = text.index("“I am"), text.index("“And")
    quotes = [
        quote(0, 10, (11, 22, "name")),
        quote(first, first + 13, None, inherits=0),
        quote(second, second + 16, None, inherits=1),
    ]
    found = resolved(loaded, text, quotes)
    assert [speaker["person"] for speaker in found["speakers"]] == [0, 0, 0]
    assert [speaker["no_speaker"] for speaker in found["speakers"]] == [None, "no cue", "no cue"]
    assert [text[one["start"] : one["end"]] for one in found["mentions"]] == ["I", "I"]


def test_quotes_that_inherit_in_a_circle_have_no_speaker(loaded: Extractor) -> None:
    text = "“We lost.” “We did.”"
    found = resolved(loaded, text, [quote(0, 10, None, inherits=1), quote(11, 20, None, inherits=0)])
    assert [speaker["person"] for speaker in found["speakers"]] == [None, None]


def test_an_empty_and_an_unparsed_text_have_none(loaded: Extractor) -> None:
    check_references(loaded, "")
    check_references(loaded, " \n ")


@pytest.mark.parametrize(
    "unit", ["Peter Novak said he knew his man. ", "he and his brother Peter Novak and the mayor "]
)
def test_the_work_grows_with_the_text_alone(loaded: Extractor, unit: str) -> None:
    pipe = loaded.nlp.get_pipe("news_reference")
    doc = loaded.doc(Article(text=unit * 300))
    names = slots.PEOPLE.of(doc)
    pipe(doc)
    assert slots.PEOPLE.of(doc) == names
    check_references(loaded, unit * 40)
