"""The stretch of a speaker: the noun phrase whole, with title and apposition, without what is said of him besides."""

from spacy.tokens import Token

from extractor.pipes.quotes.page import Mention, Page, end_of, in_title_case, mark_at, token_from
from extractor.vocabulary import MentionType

ASIDES = frozenset(("relcl", "acl", "advcl", "prep", "ccomp"))
NICKNAME = 4
"""Tokens with the marks: a nickname has no more."""
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


def mention(page: Page, head: Token) -> Mention | None:
    """The stretch of a noun phrase: appositions and close modifiers kept, relative clauses after a comma left out."""
    if head.tag_ == "DT" and head.lower_ in page.lexicon.small["article"]:
        return None
    head = _behind_dateline(page, head)
    first = _first_of(page, head)
    last = _last_of(page, head, first)
    return Mention(page.doc[first].idx, end_of(page.doc[last]), kind(head))


def _behind_dateline(page: Page, head: Token) -> Token:
    """The noun behind a dateline whose town the parser takes for the head: "TARVE, Estovia - Voters in Estovia"."""
    for low, high in page.datelines:
        if low <= head.idx < high:
            behind = page.doc[token_from(page, high) : head.right_edge.i + 1]
            return next((token for token in behind if token.pos_ in {"NOUN", "PROPN", "PRON"}), head)
    return head


def _first_of(page: Page, head: Token) -> int:
    """The first token of a mention: no conjunction, mark or dateline before it."""
    doc, first = page.doc, int(head.left_edge.i)
    while first < head.i and (doc[first].is_punct or doc[first].dep_ in {"cc", "mark"} or doc[first].is_space):
        first += 1
    for low, high in page.datelines:
        if low <= doc[first].idx < high <= head.idx:
            first = token_from(page, high)
    return first


def _last_of(page: Page, head: Token, first: int) -> int:
    """The last token of a mention: no aside after a comma, no mark, no possessive."""
    doc, last = page.doc, int(head.right_edge.i)
    for child in head.rights:
        begins = child.left_edge.i
        if _is_aside(child) and begins and doc[begins - 1].text == ",":
            last = min(last, begins - 2)
    last = _before_marks(page, head, last)
    while last > head.i and (doc[last].is_punct or doc[last].is_space or doc[last].text in POSSESSIVE):
        if doc[last].text == ")" and any(token.text == "(" for token in doc[first:last]):
            break  # "Sen. Ada Holm (D-Ohio)"
        if doc[last].is_quote and _closes(page, doc[last], doc[first].idx):
            break  # `Bo Ray, host of "Late Line,"`
        last -= 1
    return last


def _closes(page: Page, token: Token, start: int) -> bool:
    """Whether a token is the mark that closes a stretch which begins behind a character."""
    number = mark_at(page, token.idx)
    return number is not None and page.marks[number].start > start and page.marks[number].end == end_of(token)


def _is_aside(child: Token) -> bool:
    """`Holm, smiling, said`, `Holm, who is 61, said`."""
    return child.dep_ in ASIDES or (child.dep_ == "appos" and child.tag_ == "VBG")


def without(page: Page, found: Mention | None, spans: tuple[tuple[int, int], ...]) -> Mention | None:
    """The mention up to the content, where the parser takes that for a part of it: `by the mayor of <theft>`."""
    if found is None:
        return None
    start = next((start for start, _ in spans if found.start < start < found.end), None)
    if start is None:
        return found
    last = token_from(page, start) - 1
    while last > 0 and page.starts[last] > found.start and page.doc[last].dep_ in {"prep", "punct", "mark"}:
        last -= 1
    return Mention(found.start, end_of(page.doc[last]), found.type)


def before_relative(page: Page, head: Token, pronoun: Token) -> Mention | None:
    """`A banner that said`: the noun, up to its relative clause; "who" is a mention of its own."""
    whole = mention(page, head)
    if whole is None or not whole.start < pronoun.idx:
        return whole
    end = whole.start + len(page.text[whole.start : min(whole.end, pronoun.idx)].rstrip(" ,"))
    return Mention(whole.start, end, whole.type)


def _before_marks(page: Page, head: Token, last: int) -> int:
    """The last token before the words go into marks or out of them.

    `Denise "Dinny" Holroyd` is one name, `Bo Ray, host of "Late Line,"` has a title in marks.
    """
    doc, inside = page.doc, mark_at(page, head.idx)
    for index in range(head.i + 1, last + 1):
        here = mark_at(page, doc[index].idx)
        if here != inside and (here is None or not _is_within(page, here, (index, last))):
            return index - 1
    return last


def _is_within(page: Page, number: int, reach: tuple[int, int]) -> bool:
    """Whether a marked stretch that is entered at a token is a nickname or a title before the last one."""
    mark, (index, last) = page.marks[number], reach
    after = token_from(page, mark.end)
    if after <= last and page.doc[after].pos_ == "PROPN" and after - index <= NICKNAME:
        return True
    is_told = page.doc[index - 1].text in {":", ","}
    return after <= last + 1 and not is_told and in_title_case(page.text[mark.inner_start : mark.inner_end].strip(","))


def kind(head: Token) -> MentionType:
    """name, nominal or pronoun, by the head's part of speech."""
    if head.pos_ == "PROPN":
        return "name"
    return "pronoun" if head.tag_ in {"PRP", "PRP$", "WP", "WDT", "WP$"} else "nominal"
