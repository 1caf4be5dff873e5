"""Finds the verb of the reporting clause beside a marked stretch: `"...," X said`, `X said: "..."`.

Parsers lose their way in long quotations, so here the order of the words on the page decides and the parse only says
which word is a verb and which its subject.
"""

from typing import NamedTuple

from spacy.tokens import Token

from extractor.pipes.quotes import cues
from extractor.pipes.quotes.page import STOPS, Page, is_statement, is_stop, mark_at, paragraph_of, token_from, trim

REACH = 40
NEAR = 10
"""Words from a noun to the colon that leads to its quotation, at most."""
CARRYING_ON = frozenset(",?!…-–—")
LED = frozenset((",", ":"))
SKIPPED = frozenset((",", "-", "--", "–", "—", " "))
INNER_CLOSING = " \xa0\u202f\t'’”\"»"
FINITE = frozenset(("VBD", "VBZ", "VBP"))
CONTENT = frozenset(("ccomp", "xcomp"))
BRIEF = 60
"""Characters of a sentence that says no more than who spoke, at most."""
OBJECTS = frozenset(("dobj", "oprd", "attr"))
NESTED = frozenset(("relcl", "acl", "amod", "compound"))


class Beside(NamedTuple):
    """The reporting verb beside a marked stretch, and whether it stands after it."""

    token: Token
    after: bool


def after(page: Page, index: int) -> Beside | None:
    """The verb of a reporting clause that follows: `"...," the mayor said`, `"...," said the mayor`."""
    mark = page.marks[index]
    inner = page.text[mark.inner_start : mark.inner_end].rstrip(INNER_CLOSING)
    following = page.text[mark.end : mark.end + 3].lstrip()
    if not inner:
        return None
    if not (inner[-1] in CARRYING_ON or following.startswith((",", "-", "–", "—"))):
        return _behind_stop(page, index) if inner[-1] == "." else None
    at, stop = token_from(page, mark.end), paragraph_of(page, mark.start)[1]
    if _goes_on(page, at):
        return None
    for token in page.doc[at : at + REACH]:
        if token.idx >= stop or is_stop(page, token) or mark_at(page, token.idx) is not None:
            return None
        if _may_report(page, token, at):
            whole = mark.start == page.paragraphs[mark.paragraph][0] or with_fronted(page, index) == mark.start
            return Beside(token, True) if _speaks(page, token, at, mark.start, whole=whole) else None
    return None


def _goes_on(page: Page, at: int) -> bool:
    """Whether a conjunction goes on with the sentence: `it was "fair", but noted delays`, `"...," as he left`."""
    if at >= len(page.doc) or page.doc[at].lower_ in page.lexicon.small["subordinator"]:
        return at < len(page.doc)
    return bool(page.doc[at].text == "," and page.doc[at : at + 2][-1].dep_ == "cc")


def _may_report(page: Page, token: Token, at: int) -> bool:
    """Whether a token is the verb of the clause that begins at a place: no participle, auxiliary or name."""
    if token.i > at and token.nbor(-1).text[0] == "@":
        return token.lower_ in page.lexicon.forms  # `"...," @karlott wrote`, taken for a noun
    if token.pos_ not in {"VERB", "AUX"} or token.tag_ == "VBG" or _is_nested(token, at):
        return False
    if token.pos_ == "AUX" and token.dep_ in {"aux", "auxpass"}:
        return False
    return not (token.i == at and token.text[0].isupper() and _next_speaks(page, at))  # `"...," Cook said`


def _behind_stop(page: Page, index: int) -> Beside | None:
    """`"The bridge is safe." Vogt said.`: a full stop where a comma should be, and a sentence that says no more."""
    at = token_from(page, page.marks[index].start)
    if at and page.doc[at - 1].text in LED and page.starts[at - 1] >= paragraph_of(page, page.marks[index].start)[0]:
        return None  # `Vogt said, "It is dead." Holm agreed.`
    words = _short_sentence(page, index)
    verb = next((token for token in words if token.pos_ == "VERB" and _is_of_quotation(page, token)), None)
    if verb is None or any(child.dep_ in CONTENT | OBJECTS for child in verb.rights):
        return None
    return Beside(verb, True) if any(child.dep_ == "nsubj" for child in verb.children) else None


def _short_sentence(page: Page, index: int) -> list[Token]:
    """The words from a marked stretch to the next stop; none where it is far, or a mark or the paragraph ends them."""
    mark = page.marks[index]
    stop = paragraph_of(page, mark.start)[1]
    if page.text.find(".", mark.end, min(stop, mark.end + BRIEF)) < 0:
        return []
    words: list[Token] = []
    at = token_from(page, mark.end)
    for token in page.doc[at : at + NEAR]:
        if token.text in STOPS:
            return words
        if token.idx >= stop or mark_at(page, token.idx) is not None:
            return []
        words.append(token)
    return []


def _is_of_quotation(page: Page, verb: Token) -> bool:
    row = cues.verb_row(page, verb)
    return row is not None and "quotation" in row.frames and row.needs != "marks"


def _speaks(page: Page, token: Token, at: int, start: int, *, whole: bool) -> bool:
    """Whether the first verb after a quotation is one of speech, and the quotation its content.

    `whole`: the sentence begins with the mark. Any verb can lead out of such a one ("...," she beamed); where the
    marks are only the end of a clause, the verb has to be one of speech and without content of its own.
    """
    own = next((child for child in token.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None and own.idx < start:  # `Ann Lee, host of "Late Line," suggested ...`
        return False
    row = cues.verb_row(page, token)
    if row is not None and {"clause", "quotation"} & set(row.frames):
        return whole or not (_governs(token) or _opens_clause(page, token.i + 1))
    return whole and row is None and token.tag_ in FINITE and not _governs(token) and _is_short(token, at)


def _governs(verb: Token) -> bool:
    return any(child.dep_ in CONTENT and child.i > verb.i for child in verb.children)


def _opens_clause(page: Page, at: int) -> bool:
    """Whether a token begins a clause of its own: a conjunction, or a pronoun as its subject."""
    if at >= len(page.doc):
        return False
    word = page.doc[at]
    return bool(word.dep_ == "mark") or bool(word.tag_ == "PRP" and word.dep_ == "nsubj")


def _is_nested(token: Token, at: int) -> bool:
    """Whether a verb only describes the speaker: `"...," a source who was not allowed to speak told ...`"""
    for _ in range(4):
        if token.dep_ in NESTED:
            return True
        if (
            token.head.i < at
            or token.head.i == token.i
            or token.dep_ not in {"xcomp", "aux", "auxpass", "conj", "ccomp"}
        ):
            return False
        token = token.head
    return False


def _next_speaks(page: Page, at: int) -> bool:
    return at + 1 < len(page.doc) and cues.verb_row(page, page.doc[at + 1]) is not None


def _is_short(token: Token, at: int) -> bool:
    """Whether a clause is no more than subject, verb and a word or two: `she beamed`, `Lee shot back.`"""
    if token.i - at > 4 or token.lemma_ in {"be", "have", "do"} or token.dep_ in {"conj", "advcl"}:
        return False
    if token.i > at and not any(child.dep_ == "nsubj" for child in token.lefts):
        return False
    return token.right_edge.i - token.i <= 4 and not any(child.dep_ == "dobj" for child in token.children)


def with_fronted(page: Page, index: int) -> int:
    """Where the content begins: at the mark, or before it where the sentence began without marks."""
    mark = page.marks[index]
    low = paragraph_of(page, mark.start)[0]
    if index and page.marks[index - 1].end > low:
        previous = page.marks[index - 1]
        low = previous.end if is_statement(page, previous) else low
    at = token_from(page, mark.start)
    begin = at
    while begin > 0 and page.starts[begin - 1] >= low and at - begin < 2 * REACH:
        before = page.doc[begin - 1]
        if mark_at(page, before.idx) is None and (before.text in STOPS or before.text in {":", "("}):
            break
        if begin < at and page.doc[begin].is_sent_start and mark_at(page, page.doc[begin].idx) is None:
            break
        begin -= 1
    if begin == at or _is_own_clause(page, begin, at):
        return mark.start
    return trim(page, page.starts[begin], mark.end)[0]


def _is_own_clause(page: Page, begin: int, at: int) -> bool:
    """Whether the words before the mark report something themselves, or are only its introduction."""
    words = page.doc[begin:at]
    return words[-1].text in {",", ":"} and any(
        cues.verb_row(page, token) is not None and token.pos_ == "VERB" for token in words
    )
