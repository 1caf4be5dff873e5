"""Tells what a reporting verb governs without anyone saying it: names, and the wish not to be named."""

from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.frames import Governed
from extractor.pipes.quotes.page import Page, end_of, marks_in
from extractor.pipes.quotes.rows import PREPOSITIONS

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
UNSAID = frozenset(("object", "complement", "as", "gerund", "to"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
WHEN = frozenset(("on", "at", "in", "from", "over"))
REFLEXIVE = ("self", "selves")


def is_unsaid(page: Page, cue: Cue, one: Governed, governed: list[Governed]) -> bool:
    """Whether a stretch that a cue governs is nobody's words."""
    return (
        is_empty(page, cue, one, governed)
        or names(page, one, governed)
        or (not is_described(page, cue, one) and is_bare(cue, one, governed))
    )


def is_empty(page: Page, cue: Cue, one: Governed, governed: list[Governed]) -> bool:
    """`said nothing`, `acknowledged them`, `praised everyone from bankers to boxers`: no words are given.

    Nor in `would deny the town a harvest`, where something is refused to somebody, nor where
    what follows says when: `agreed on Tuesday to reopen talks`.
    """
    head, small = one.head, page.lexicon.small
    if one.frame in PREPOSITIONS:
        return one.frame == "by" or (one.frame in WHEN and head.ent_type_ in {"DATE", "TIME"})
    if one.frame == "clause":
        return _has_lost_subject(cue, one)
    if one.frame != "object":
        return False
    is_alone = one.first == one.last and head.tag_ == "PRP" and head.lower_ != "it"
    pair = [other for other in governed if other.frame == "object" and other.head.i != head.i]
    is_refused = head.head.lemma_ in small["refusing"] and len(pair) > 0
    return is_alone or is_refused or head.lower_ in small["nothing"]


def _has_lost_subject(cue: Cue, one: Governed) -> bool:
    """`A merger announced Monday would cost thousands of jobs`: a predicate whose subject holds the cue."""
    if one.first < cue.token.i or one.head.doc[one.first].tag_ not in FINITE:
        return False
    return not any(child.dep_ in SUBJECTS or child.dep_ == "expl" for child in one.head.children)


def is_described(page: Page, cue: Cue, one: Governed) -> bool:
    """`The plan was described as "dead"`: someone's words, though nobody is named."""
    start, end = page.doc[one.first].idx, end_of(page.doc[one.last])
    return cue.passive and one.frame == "as" and len(marks_in(page, start, end)) > 0


def names(page: Page, one: Governed, governed: list[Governed]) -> bool:
    """Whether a stretch only names: `who call themselves the Front`, `whom they called Billie`.

    So do `agree with each other` and the wish of a source: `who asked not to be named`.
    """
    if one.frame in {"infinitive", "purpose"} and one.head.lemma_ in page.lexicon.small["unnamed"]:
        return any(child.dep_ == "auxpass" for child in one.head.lefts)
    if one.frame != "complement":
        return bool(one.head.lower_.endswith(REFLEXIVE) or one.head.text == "other")
    relatives = page.lexicon.small["relative"]
    objects = [other.head for other in governed if other.frame == "object" and other.head.lower_ not in relatives]
    own = page.doc[one.first].lower_.endswith(REFLEXIVE) or any(head.lower_.endswith(REFLEXIVE) for head in objects)
    alone = one.head.pos_ == "PROPN" and one.first == one.last and not objects
    return (own or alone) and not marks_in(page, page.doc[one.first].idx, end_of(page.doc[one.last]))


def is_bare(cue: Cue, one: Governed, governed: list[Governed]) -> bool:
    """`called 911`: a complement of nothing; in `called him a liar` there is someone it is said of.

    Nor does anyone speak in `was called the Old Bridge`, `were described in detail`.
    """
    if cue.passive and one.frame in UNSAID and not any(child.dep_ == "agent" for child in cue.token.rights):
        return True
    if one.frame != "complement":
        return False
    if cue.passive or any(child.dep_ in SUBJECTS for child in one.head.lefts):
        return False
    return not any(other.frame == "object" for other in governed)
