"""What `news_reference` promises: whom pronouns and descriptions mean, and whom the speaker of a quote is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article
from extractor import annotations as slots
from extractor.pipeline import Extractor
from tests import examples

GENDER_AND_NUMBER = [
    "Maria Lopez met Peter Novak on Monday. [She](person=Maria Lopez) had asked for the meeting.",
    "Maria Lopez met Peter Novak on Monday. [He](person=Peter Novak) had asked for the meeting.",
    "Peter Novak and Maria Lopez have sued the city. [Her](person=Maria Lopez) house was flooded.",
    "Mrs. Kaltenbrun met Mr. Osei on Monday. [She](person=Kaltenbrun) had asked for the meeting.",
    "Maria Lopez praised the company. [It](person=-) had grown fast.",
    "Maria Lopez praised the drivers. [They](person=-) had worked all night.",
    "Maria Lopez arrived late. [He](person=-) was not amused.",
    "The ship left port on Monday. [She](person=-) sank on Tuesday.",
]
GRAMMAR = [
    "Peter Novak visited David Okafor in hospital. Peter Novak told [him](person=David Okafor) a joke.",
    "David Okafor was tired. Peter Novak drove [him](person=David Okafor) home.",
    "Peter Novak sold the farm to [his](person=Peter Novak) brother David Okafor.",
    "Maria Lopez blamed [herself](person=Maria Lopez) for the delay.",
    "Maria Lopez tried to calm [herself](person=Maria Lopez) before the race.",
    "Peter Novak lost the race. Robert Kane let [him](person=Peter Novak) speak first.",
    "When [she](person=Maria Lopez) heard the news, Maria Lopez wept.",
    "Maria Lopez [herself](person=-) signed the letter.",
    "Peter Novak retired in May after [his](person=Peter Novak) knee failed.",
]
DISCOURSE = [
    "Maria Lopez ran the bank for ten years. [Her](person=Maria Lopez) bonus was famous.",
    "Maria Lopez ran the bank for ten years.\n\n[She](person=Maria Lopez) retired in May.",
    "Maria Lopez asked Helen Brandt for help. [She](person=Maria Lopez) did not get it.",
    "Peter Novak was born in Brno. He met Robert Kane there. [He](person=Peter Novak) moved to Lima.",
    "A man was arrested near the bridge. [He](person=-) had a knife.",
    "Peter Novak saw the fire. A neighbor called the fire brigade. The neighbor said [he](person=-) had smelled smoke.",
    "The mother of the boy wept. [She](person=-) had not slept.",
    "[He](person=-) was late, and nobody knew why.",
]
QUOTES_AROUND = [
    "“The bridge is safe,” Maria Lopez said. “It was tested in May,” [she](person=Maria Lopez) added.",
    "Maria Lopez said [she](person=Maria Lopez) would vote for the bill.",
    "“[I](person=Maria Lopez) lost [my](person=Maria Lopez) keys,” Maria Lopez said.",
    "“Nobody told [me](person=Peter Novak),” said Peter Novak.",
    "“[You](person=-) are late,” Maria Lopez said.",
    "“[We](person=-) are late,” Maria Lopez said.",
    "Helen Brandt has quit. “[She](person=Helen Brandt) was the best of us,” Maria Lopez said.",
    "Maria Lopez spoke to reporters on Friday. “Helen Brandt is wrong,” [she](person=Maria Lopez) said.",
    "[I](person=-) have never been to Lima, a place that Maria Lopez loves.",
    "Peter Novak told a reporter that [his](person=Peter Novak) mother had been hurt.",
]
DESCRIPTIONS = [
    "President Peter Novak flew to Lima. [The president](person=Peter Novak) will stay two days.",
    "Gen. Peter Novak flew to Lima. [The general](person=Peter Novak) will stay two days.",
    "Sen. Maria Lopez flew to Lima. [The senator](person=Maria Lopez) will stay two days.",
    "Peter Novak, [the mayor](person=Peter Novak), opened the bridge. [The mayor](person=Peter Novak) wore red.",
    "The crowd waited for [the rebel leader](person=David Okafor), David Okafor.",
    "Maria Lopez is [a lawyer](person=Maria Lopez) in Lima.",
    "Maria Lopez became [a judge](person=Maria Lopez) in 1999.",
    "Maria Lopez is not [a lawyer](person=-).",
    "Peter Novak and [his wife](person=Karen Doyle), Karen Doyle, moved to Lima.",
    "Vice President Peter Novak flew to Lima. [The president](person=-) stayed at home.",
    "Mayor Peter Novak met Mayor Maria Lopez. [The mayor](person=-) was tired.",
    "Peter Novak wrote to the mayor. [The mayor](person=-) did not answer.",
    "No [lawyer](person=-) would take the case of Peter Novak.",
    "Peter Novak praised [the leader](person=-) of the rival party.",
    "Fans of the team cheered when [the leader](person=-) fell.",
]
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
    ("Peter Novak left. “The door was open,” a clerk said. “It rained,” he added.", ["unnamed", "ambiguous"]),
]
POSITIVE = [*GENDER_AND_NUMBER, *GRAMMAR, *DISCOURSE, *QUOTES_AROUND, *DESCRIPTIONS]


def verify(loaded: Extractor, marked: str) -> None:
    """Each marked stretch is a mention of the person, or of nobody where the markup says "-"."""
    example = examples.parse(marked, "reference")
    doc = loaded.doc(Article(text=example.text))
    found = {(start, end): fields["person"] for start, end, fields in examples.slotted(doc, "reference")}
    for one in example.expected:
        person = found.get((one.start, one.end), "-")
        assert person == one.fields["person"], (
            f"{example.text[one.start : one.end]!r} in {example.text!r}; found {found}"
        )


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


@pytest.mark.parametrize("marked", POSITIVE)
def test_pronouns_and_descriptions_mean_whom_a_reader_takes_them_for(loaded: Extractor, marked: str) -> None:
    verify(loaded, marked)


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers_resolve_by_the_head_of_their_mention(loaded: Extractor, text: str, expected: list[str]) -> None:
    assert speakers(loaded, text) == expected


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


TOLD_APART = [
    "French President Viktor Dahl met Russian President Peter Novak. [The Russian president](person=Peter Novak) rose.",
    "French President Viktor Dahl met Russian President Peter Novak. [The president](person=-) smiled.",
    "Duluth Mayor Maria Lopez met Tulsa Mayor Peter Novak. [The Duluth mayor](person=Maria Lopez) spoke first.",
    "French President Viktor Dahl flew home. [The Russian president](person=-) stayed.",
    "Tidewell CEO Maria Lopez spoke. [The CEO](person=Maria Lopez) left early.",
    "Coach Peter Novak left. [The coach](person=Peter Novak) was angry.",
    "Deputy Transport Minister Peter Novak resigned. The transport minister stayed. [He](person=Peter Novak) wept.",
    "Tomas Okafor, 34, was charged on Friday. [The 34-year-old](person=Tomas Okafor) wept.",
    "Peter Novak won.\n\n“It will rain,” said Robert Kane, a baker.\n\n“It will last,” [he](person=Robert Kane) said.",
    "George Dahl met his son George Dahl Jr. [His son](person=George Dahl Jr.) left.",
]


@pytest.mark.parametrize("marked", TOLD_APART)
def test_holders_of_one_office_are_told_apart_by_the_words_before_it(loaded: Extractor, marked: str) -> None:
    verify(loaded, marked)
