"""Characters to tokens, sentences and paragraphs, against spaCy's own slower ways."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.syntax import Layout

TEXTS = ["One came. Two left, said Ana.\n\nThree stayed.", "A", "  \n x. y "]


def test_every_character_leads_to_its_token_and_sentence(loaded):
    for text in TEXTS:
        doc = loaded.nlp(text)
        layout = Layout(doc)
        for token in doc:
            for char in range(token.idx, token.idx + len(token)):
                assert layout.at(char).i == token.i
            assert layout.first_from(token.idx) == token.i
            sentence = layout.sentence(token.idx)
            if not token.is_space:
                assert sentence["start"] <= token.idx < sentence["end"]
                assert sentence == layout.sentences[layout.sentence_number(token.idx)]


def test_a_sentence_goes_on_in_small_letters(loaded):
    doc = loaded.nlp.make_doc("Teenagers who eat late sleep less. They left, he said: so")
    for token in doc:
        token.is_sent_start = token.text in {"Teenagers", "who", "They", "he", "so"}
    shown = [doc.text[one["start"] : one["end"]] for one in Layout(doc, ()).sentences]
    assert shown == ["Teenagers who eat late sleep less.", "They left, he said:", "so"]


def test_paragraphs(loaded):
    layout = Layout(loaded.nlp(TEXTS[0]))
    assert [layout.paragraph_number(char) for char in (0, 28, 33)] == [0, 0, 1]
    assert layout.paragraph(33)["start"] == 31


@given(st.text(alphabet="ab .\n", max_size=30), st.data())
def test_tokens_are_those_that_share_a_character(loaded, text, data):
    doc = loaded.nlp.make_doc(text)
    if not len(doc):
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = [doc[i] for i in Layout(doc, ()).tokens(start, end)]
    wanted = [t for t in doc if t.idx < end and start < t.idx + len(t)]
    assert [t.i for t in found if t.idx + len(t) > start] == [t.i for t in wanted]
