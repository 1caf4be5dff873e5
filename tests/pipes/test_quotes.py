"""What `news_quotes` promises: one quote for each act of reporting, with its words, its cue and its speaker.

The sentences are our own. `[speaker] {cue} <content>`: what is not marked must not be found.
"""

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

import extractor.pipes.quotes.pipe  # noqa: F401 - registers the factory
from extractor import Article
from extractor.annotations import FRAME, NAMES, PARAGRAPHS, QUOTES
from extractor.pipes.paragraphs.layout import paragraphs
from extractor.pipes.quotes import marks
from tests import examples

REPORTS = [
    "<“The bridge is safe,”> [the mayor] {said}.",
    "<“The bridge is safe,”> {said} [Mayor Ines Vogt].",
    '<"The bridge is safe,"> [the mayor] {said}, <"and it will stay open.">',
    "<“The bridge is safe,”> [she] {said}. <“It will stay open.”>",
    "<''The bridge is safe,''> [she] {said}. <''It will stay open.''>",
    "<``The bridge is safe,''> [she] {said}.",
    "<«The bridge is safe,»> [she] {said}.",
    "<“The bridge is safe,“> [she] {said}.",
    "<‘The bridge is safe,’> [she] {said}.",
    "<'The bridge is safe,'> [she] {said}.",
    "<“Is the bridge safe?”> [one driver] {asked}.",
    "<“Get off the bridge!”> [the officer] {shouted}.",
    "<“She told me, ‘Leave the bridge,’”> [the driver] {said}.",
    "[The mayor] {said}: <“The bridge is safe.”>",
    "[The mayor] {said}, <“The bridge is safe.”>",
    "[The mayor] {told} reporters in Lugano on Monday: <“The bridge is safe. It will stay open.”>",
    '[Vogt] {added}: <"We checked every bolt.">',
    '[Vogt] {said}, <"not on my watch.">',
    "[The mayor] {said} that <the bridge was safe>.",
    "[The mayor] {said} <the bridge was safe>.",
    "[The mayor] {said} on Monday that <the bridge was safe>.",
    "<The bridge was safe>, [the mayor] {said}.",
    "<The bridge was safe>, {said} [Ines Vogt, the mayor of Lugano].",
    "<The bridge>, [the mayor] {said}, <was safe>.",
    "<If it rains>, [the mayor] {said}, <the bridge will close>.",
    "[The mayor] {said} <the bridge was “perfectly safe”>.",
    "[The mayor] {said} <the bridge was “perfectly safe” and would stay open>.",
    "<The bridge was “perfectly safe,”> [the mayor] {said}.",
    "[The mayor] {called} <the bridge “a death trap.”>",
    "[The mayor] {described} <the bridge as “a death trap.”>",
    "[The inspector] {asked} <whether the bolts had been checked>.",
    "[The inspector] {explained} <why the bolts had failed>.",
    "[The mayor] {vowed} <to close the bridge>.",
    "[The mayor] {denied} <any role in the sale>.",
    "[The mayor] {condemned} <the raid on the shelter>.",
    "[The mayor] {accused} <the builders of hiding the cracks>.",
    "[The mayor] {declined} <to comment>.",
    "[The mayor] {did not say} <when the bridge would open>.",
    "[The bank]'s {claim} that <the vault was empty> was false.",
    "[His] {claim} that <the vault was empty> was false.",
    "<The vault was empty>, {according to} [two officials briefed on the audit].",
    "{According to} [the police], <the vault was empty>.",
    "<The vault>, {according to} [the police], <was empty>.",
    "<The vault was empty>, {in the words of} [one guard].",
    "The guard {was told} that <the vault was empty>.",
    "The guard {was told} by [the police] that <the vault was empty>.",
    "[A guard who had worked there for years] {said} <the vault was empty>.",
    "[Jonas Berg, the head of the guards], {said} <the vault was empty>.",
    "[Jonas Berg], who ran the night shift, {said} <the vault was empty>.",
    "[Berg] {said} <the vault was empty>, {adding} that <no one had seen the thieves>.",
    "[Berg] {said} <the vault was empty> and {blamed} <the night shift>.",
    "[Berg] {said in a statement} that <the vault was empty>.",
    "[The report] {showed} that <the vault was empty>.",
    "[Paris] {said} <it would not sign the treaty>.",
    "As [Berg] {said}, <the vault was empty>.",
    "[Mayor Vogt]{:} <Bridge Is Safe and Will Stay Open>",
    "<“The vault was empty.”> {–} [Jonas Berg, guard]",
    '<The bridge is safe,"> [she] {said}.',
    "The police met Berg, [who] {said} <the vault was empty>.",
    "[BERG]{:} <The vault was empty when we came>.",
    # marks
    "<« The bridge is safe »>, {said} [the mayor].",
    "<„The bridge is safe,“> [the mayor] {said}.",
    "[The mayor] {said}: <«The bridge is safe. It will stay open.»>",
    "[The mayor] {called} <the bridge «a death trap»>.",
    "[She] {called} <it ``perfectly safe.''>",
    "<‘The bridge isn’t safe,’> [she] {said}. <‘It’s the drivers’ own fault.’>",
    "<'The bridge isn't safe and the drivers' union knows it,'> [she] {said}.",
    "<'We built it in the '90s,'> [she] {said}.",
    "<\"We built it in the '90s and it's the city's pride,\"> [she] {said}.",
    "<\"He told me, 'Leave the bridge,' and I left,\"> [the driver] {said}.",
    "<‘He told me, “Leave the bridge,” and I left,’> [the driver] {said}.",
    "<'She told me, \"They sold the boat and they'll sell the pier,\" and I wept,'> [the cook] {said}.",
    '<"The bridge is safe,> [she] {said}. It will stay open.',
    '<The bridge is safe,"> [she] {said}. <"It will stay open.">',
    "<“The bridge is safe,“> [she] {said}. <“It will stay open.“>",
    '<"I love the old bridge,"> [he] {said}, but <"when it comes to money, it has to go.">',
    "[The mayor] {said} <the town was kept by the forgotten -- “the smith, the cook and the night nurse.”>",
    # clauses
    "[The mayor] {said} <the bridge, which was built in 1890, was “perfectly safe” for the children>.",
    "[Berg] {said} <he was “deeply sorry” and would “never again” sleep on duty>.",
    "[She] {insisted} that <the vault “had been locked” when she left>.",
    "[Berg] {argued} that <the guards were too tired to see anything>.",
    "[She] {would say} only that <she had two sons>.",
    "[The guards] {explained} <how they had lost the key>.",
    "[The police] {asked} <where the key was>.",
    "<Nobody knows who had the key>, [Berg] {said}.",
    "<Tunnels>, [she] {argued}, <are for moles>.",
    "<When the rain stops>, [she] {said}, <the bridge will open>.",
    "<About two dozen soldiers were hurt>, [he] {added}, three of them gravely.",
    "As [she] {once put it}, <the city was “nothing but bridges.”>",
    "<The vault was empty>, [Berg] {said} as he left the bank.",
    # infinitives and noun phrases
    "[The mayor] {promised} <to rebuild the bridge by May>.",
    "[The mayor] {threatened} <to sack the crew>.",
    "[The mayor] {refused} <to name the builders>.",
    "[The judge] {ordered} <the firm to pay the drivers>.",
    "[The mayor] {urged} <drivers to stay at home>.",
    "[Berg] {criticized} <the mayor for her silence>.",
    "[Berg] {praised} <the crew's courage>.",
    "[Berg] {rejected} <the charge>.",
    "[The union] {demanded} <a shorter week>.",
    "[Berg], who was arrested on Monday, {denied} <stealing the key>.",
    # nouns, occasions and phrases
    "The {suggestion} by [Berg] that <the guards had slept> angered the union.",
    "In a statement, [Berg] {said} <the vault was empty>.",
    "[The bank] {said in a statement} on Monday that <it had found the key>.",
    "[The bank] issued a statement {saying} that <it had found the key>.",
    "[Berg] {said in an interview with the Lugano Times} that <the vault was empty>.",
    "{In the words of} [one guard], <the vault was a joke>.",
    "<The vault was “a joke,”> {in the words of} [one guard].",
    "<Six in ten voters oppose the tunnel>, {according to} [a poll by the Lugano Times].",
    "<Freight costs jumped by a third>, {according to} [Jonas Berg], who joined in May.",
    "<The ice thinned>, {according to} [the paper], published in the journal Annals of Ice.",
    # passives
    "<Berg> {is said} <to own three boats>.",
    "Berg {was told} by [the police] <to leave>.",
    "Berg {was accused} of <hiding the key of the old vault from the guards>.",
    "[Berg] {was quoted as saying} that <the vault was empty>.",
    "It {was reported} that <the vault was empty>.",
    "Berg {was asked} <whether he had the key>.",
    "{Asked} <what that meant for grain prices>, he smiled.",
    # the outer report
    "[Berg] {said} <the police told him that the vault was empty>.",
    "{According to} [Berg], <the police said the vault was empty>.",
    "[The report] {says} that <Berg claimed the vault was empty>.",
    # cues
    "[Berg] {has repeatedly said} that <the vault was empty>.",
    "[Berg] {has not said} <whether the vault was empty>.",
    "[Berg] {wrote on Twitter} that <the vault was empty>.",
    "<“He will not sleep,”> [Holm] {allowed}, <“but he will play on Tuesday.”>",
    # speakers
    "[Army spokesman Gen. Jonas Berg] {said} <the town had fallen>.",
    "[The mayor of Lugano, Ines Vogt], {said} <the bridge was safe>.",
    "[Two officials briefed on the talks] {said} <the deal was close>.",
    "[A senior official who asked not to be named] {said} <the deal was close>.",
    "[Berg's lawyer, Ada Holm], {said} <he was innocent>.",
    "[Mr. Berg and Ms. Holm] {said} <they would marry>.",
    "[The foreign ministry] {said} <the talks had failed>.",
    "[Beijing] {warned} that <the talks could fail>.",
    "[The White House] {said} <the talks had failed>.",
    "[The poll] {found} that <most voters opposed the tunnel>.",
    "[The indictment] {alleges} that <Berg sold the key>.",
    "[Court papers] {say} <Berg sold the key>.",
    "[Some] {say} <the bridge is cursed>.",
    "[The company that built the bridge] {said} <it was safe>.",
    "<“I saw nothing,”> {said} [Berg, 61, a guard].",
    "<“I saw nothing,”> {said} [Jonas Berg], who worked at the bank for years.",
    "<“We go,”> {said} [the Rovers manager, Denise “Dinny” Holroyd].",
    "[Berg], speaking to reporters outside the bank, {said} <the vault was empty>.",
    "[Tidewell Inc.] (“Tidewell” or the “Company”), a maker of sensors, today {announced} that <it had won>.",
    # without a verb, and headlines
    '<"We checked every bolt of the bridge."> {-} [Commissioner Ines Vogt]',
    '<"We checked every bolt of the bridge."> {--} [Ines Vogt, commissioner]',
    '[Berg] {tweeted}: <"I saw nothing. I heard nothing.">',
    "<“I saw nothing. I heard nothing,”> [Berg] {tweeted} on Monday.",
    "[Jonas Berg (@jberg)]{:} <I saw nothing. I heard nothing>.",
    "[Vogt]{:} <'Bridge Is Safe'>",
    "[Mayor Vogt]{:} <“We Will Never Close the Bridge”>",
    "<Bridge 'Perfectly Safe,'> [Mayor] {Says}",
    "<'Bridge Is Safe,'> {Says} [Mayor]",
    "[Mayor] {Denies} <Role in Bridge Sale>",
    "<'We Will Never Close'>: Mayor Defends Bridge",
]
PARAGRAPHS_OF_QUOTES = [
    "[The mayor] {said}:\n\n<“The bridge is safe and it will stay open.”>",
    "<“The bridge is safe,”> [the mayor] {said}.\n\n<“It will stay open all winter.”>",
    "<“The bridge is safe.>\n\n<“We checked every bolt of it,”> [the mayor] {said}.",
    "<“It is safe,”> [she] {said}. <“We checked every bolt.>\n\n<“And it will stay open.”>\n\nThe road was closed.",
    "[Q]{:} <Is the bridge safe?>\n\n[A]{:} <We checked every bolt of it>.",
    "[WALLACE]{:} <You closed the bridge on Monday>.\n\n[VOGT]{:} <We had to close it for the children>.",
    "<“The bridge is safe and it will stay open.”>\n\n{—} [Commissioner Ines Vogt]",
    'The road was "closed in May.\n\n<"The bridge is safe,"> [she] {said}.',
    "<“The bridge is safe. It was checked.>\n\n<“It will stay open,”> [he] {said}.",
    '<"The bridge was built by my father.>\n\n<"It was his pride.>\n\n<"Nobody will tear it down,"> [Berg] {said}.',
    '[Berg] {said}: <"The bridge was built by my father.>\n\n<"It was his pride.>\n\n<"Nobody will tear it down.">',
    "<“I saw nothing,”> [Berg] {said}.\n\n<“And I heard nothing.”>\n\nSnow fell.",
    "[WALLACE]{:} <You closed the bridge>.\n\n[VOGT]{:} <We had to close it>.\n\n[WALLACE]{:} <Why?>",
    "[Q]{.} <Is the bridge safe?>\n\n[A]{.} <We checked every bolt of it>.",
    "[Vogt] {wrote} on the city's website:\n\n<The bridge is safe. We checked every bolt of it>.\n\nIt rained.",
    "[She] {wrote in a letter} to the council:\n\n    <We checked every bolt>.\n\n    <It will stay>.\n\nIt rained.",
    "<“Are you there?”> [Berg] {asked}.\n\n<“I am here,”> [Holm] {said}.\n\n<“Where is the key?”>\n\n<“In the river.”>",
]
NO_REPORTS = [
    "She read the novel “Low Tide” on the train.",
    "The so-called “miracle diet” is popular.",
    "The band played “Paper Boats” and “Salt Roads” before the break.",
    "The sign over the door is old.",
    "He works for the “Morning Star” in Bern.",
    "It is safe to say that the summer was wet.",
    "A website called “Town Square” sells maps.",
    "The 5'10\" keeper stopped the ball.",
    "The children's books were sold in the '90s.",
    "Correction: The bridge has two lanes.",
    "The film “Winter Harbor,” which opened in May, is a success.",
    "He told the story twice.",
    "The clock showed ten.",
    "The song “Low Tide” won, and the slogan “Bridges for All” was on every wall.",
    "Known as “the Eel,” Berg ran the night shift.",
    "His essay, “Bridges and Tides,” was printed in May.",
    "The campaign ran under the slogan “Safe Bridges Now.”",
    "The rebel leader scoffed at the figures.",
    "The government is offering 50 million francs for the capture of the rebel.",
    "The fighters, who call themselves the Front for the Dignity of the Mountains, seized the fort.",
    "They do not even agree with each other.",
    "Mrs. Holm, whom everyone called Billie, was born in Bern.",
    "Berg had pleaded guilty in July to arson.",
    "Mrs. Holm wept as the sentence was read.",
    "The guard asked not to be identified.",
    "Cycling: Joost van Alphen of the Netherlands won the tour.",
    "Snow fell on the square.\n\n'Legend of the Locks.'\n\nThe road was closed.",
    "He was in the “so-called” council.",
]


@pytest.mark.parametrize("marked", REPORTS)
def test_report(loaded, marked):
    examples.check(loaded, "quotes", marked)


@pytest.mark.parametrize("marked", PARAGRAPHS_OF_QUOTES)
def test_report_over_paragraphs(loaded, marked):
    examples.check(loaded, "quotes", marked)


@pytest.mark.parametrize("plain", NO_REPORTS)
def test_no_report(loaded, plain):
    examples.check(loaded, "quotes", plain)


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
@settings(max_examples=200, deadline=None)
def test_any_text_without_a_parse(text):
    check_shape(read_blank(text))


@given(st.lists(PIECES, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_marks_and_reports(loaded, text):
    check_shape(loaded.doc(Article(text=text)))


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=200, deadline=None)
def test_marks_are_in_order_and_disjoint(text):
    found = marks.pair(text, paragraphs(text))
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(one.start < one.end and one.inner_start <= one.inner_end for one in found)


@pytest.mark.parametrize("piece", ['" ', '"a" ', "“a ", "‘a ", '"Go," he said. ', "he said that ", "'' ", "a:\n"])
def test_ten_thousand_marks_in_a_few_seconds(piece):
    part = NLP.make_doc(piece)
    words, spaces = [token.text for token in part], [bool(token.whitespace_) for token in part]
    doc = Doc(NLP.vocab, words=words * 10_000, spaces=spaces * 10_000)
    started = time.process_time()
    read_blank(doc)
    assert time.process_time() - started < 8


def test_tables_survive_the_disk(loaded, tmp_path):
    pipe = NLP.get_pipe("news_quotes")
    pipe.to_disk(tmp_path / "quotes")
    assert pipe.from_disk(tmp_path / "quotes") is pipe
    assert QUOTES.of(read_blank("")) == []
