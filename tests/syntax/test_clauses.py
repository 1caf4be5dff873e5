"""Subject, agent, passive, tense: each notion by sentences in which the verb is marked with asterisks."""

import pytest

from extractor import syntax


@pytest.fixture(scope="module")
def verb_of(loaded):
    def found(marked):
        before, _, rest = marked.partition("*")
        word, _, behind = rest.partition("*")
        doc = loaded.nlp(before + word + behind)
        return next(token for token in doc if token.idx == len(before))

    return found


def text(token):
    return None if token is None else token.text


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The mayor *left* on Monday.", "mayor"),
        ("The mayor came and *left* on Monday.", "mayor"),
        ("The mayor began to *run* the town.", "mayor"),
        ("“It is late,” *said* Ana Ruiz.", "Ruiz"),
        ("The man *arrested* on Friday was freed.", "man"),
        ("*Leave* the town now.", None),
    ],
)
def test_subject(verb_of, marked, expected):
    assert text(syntax.subject(verb_of(marked))) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("Two men were *shot* by the police.", "police"), ("Two men were *shot* on Friday.", None)],
)
def test_agent(verb_of, marked, expected):
    assert text(syntax.agent(verb_of(marked))) == expected


@pytest.mark.parametrize(
    ("marked", "passive", "finite", "tense"),
    [
        ("Two men were *shot* on Friday.", True, True, "past"),
        ("Police *shot* two men.", False, True, "past"),
        ("Police have *shot* two men.", False, True, "past"),
        ("The bridge will *open* in May.", False, True, "future"),
        ("The bridge *opens* in May.", False, True, "present"),
        ("The bridge may *open* in May.", False, True, "present"),
        ("The town wants to *open* the bridge.", False, False, None),
    ],
)
def test_passive_finite_and_tense(verb_of, marked, passive, finite, tense):
    verb = verb_of(marked)
    assert (syntax.is_passive(verb), syntax.is_finite(verb), syntax.tense(verb)) == (passive, finite, tense)


def test_negation(verb_of):
    assert syntax.is_negated(verb_of("The mayor did not *leave*."))
    assert not syntax.is_negated(verb_of("The mayor did *leave*."))


def test_the_verb_above(verb_of):
    assert text(syntax.verb_above(verb_of("The mayor left on *Monday*."))) == "left"
