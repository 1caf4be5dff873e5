"""Finds the verb whose subject a verb without one has: over coordination, participles and reports in reports."""

from spacy.tokens import Token

from extractor.pipes.quotes.cues import stance_of, verb_row, withholds
from extractor.pipes.quotes.page import Page

UPWARDS = frozenset(("xcomp", "advcl", "pcomp", "prep", "ccomp", "conj", "acomp", "pobj"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
CONTENT = frozenset(("ccomp", "advcl", "xcomp"))
REPORTING = FINITE | {"VBG"}
MAX_STEPS = 6
MOST_CHILDREN = 100
"""A head with more is no verb of a sentence: in "said said said" one has all others below it."""


def above(page: Page, verb: Token) -> Token | None:
    """The verb or noun above, whose subject a verb without one has."""
    if verb.dep_ == "acl":
        return verb.head.head  # "released a statement saying"
    if verb.dep_ == "relcl" or verb.dep_ not in UPWARDS:
        return None
    upper = verb.head
    withheld = _withheld(page, verb) or _told_besides(page, verb)
    if withheld is not None:
        return withheld
    while _is_added(page, verb) and upper.dep_ == "ccomp" and upper.head.i < upper.i:
        if upper.head.lemma_.lower() not in page.lexicon.verbs:
            break
        upper = upper.head  # `said it was late, adding that ...`: who said, not "it"
    return upper


def _withheld(page: Page, verb: Token) -> Token | None:
    """`would not say when it was opened but said`: the verb that refused, where the parser joins the inner one."""
    above = verb.head
    if verb.dep_ != "conj" or above.n_rights > MOST_CHILDREN:
        return None
    join = next((child for child in above.rights if child.dep_ == "cc" and child.i < verb.i), None)
    if join is None or join.lower_ not in page.lexicon.small["adversative"]:
        return None
    for _ in range(MAX_STEPS):
        if above.dep_ not in CONTENT:
            return None
        above = above.head
        row = verb_row(page, above)
        if row is not None and withholds(page, above, stance_of(page, row, above)):
            return above
    return None


def _told_besides(page: Page, verb: Token) -> Token | None:
    """`thanked those who stayed and said that ...`, `confirmed it was open but would not comment`: the outer verb."""
    inner = verb.head
    if verb.dep_ != "conj" or inner.dep_ not in {"relcl", "ccomp"}:
        return None
    outer = inner.head.head if inner.dep_ == "relcl" else inner.head
    row = verb_row(page, outer) if outer.i < inner.i and outer.tag_ in FINITE else None
    if row is None:
        return None
    is_like = inner.dep_ == "relcl" and "clause" not in row.frames and outer.tag_ == verb.tag_
    return outer if is_like or (inner.dep_ == "ccomp" and _refuses(page, verb)) else None


def _refuses(page: Page, verb: Token) -> bool:
    """`..., but would not comment`."""
    joins = (child.lower_ for child in verb.head.rights if child.dep_ == "cc" and child.i < verb.i)
    is_refused = verb.tag_ == "VB" and any(left.dep_ == "neg" for left in verb.lefts)
    return is_refused and any(join in page.lexicon.small["adversative"] for join in joins)


def _is_added(page: Page, verb: Token) -> bool:
    """Whether a verb goes on with the report rather than with what is reported.

    `said it was late, adding that`, `said it was cold before adding that`, `said it failed and praised the crew`,
    `is claiming he is fine and begging`.
    """
    above = verb.head
    if verb.dep_ == "prep":
        return verb.lower_ in page.lexicon.small["turn"]
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBG" and bool(verb.i > above.i)
    joins_inner = above.dep_ == "ccomp" or (verb.tag_ == "VBG" and above.tag_ != "VBG")
    return verb.dep_ == "conj" and verb.tag_ in REPORTING and bool(above.head.tag_ == verb.tag_) and joins_inner
