"""Tells what a reporting verb governs without anyone saying it: names, and the wish not to be named."""

from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.frames import Governed
from extractor.pipes.quotes.page import Page, end_of, is_told_work, mark_at, marks_in
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
    head = one.head
    if one.frame in PREPOSITIONS:
        if one.frame == "about" and one.first == one.last and head.tag_ == "PRP":
            return True  # "asked him about it"
        return one.frame == "by" or (one.frame in WHEN and head.ent_type_ in {"DATE", "TIME"})
    if one.frame == "clause":
        return _has_lost_subject(cue, one) or _is_withheld(page, cue, one)
    return one.frame == "object" and _is_empty_object(page, cue, one, governed)


def _is_empty_object(page: Page, cue: Cue, one: Governed, governed: list[Governed]) -> bool:
    """A person, a thing that was named before, nothing, or the title of a work."""
    head, small = one.head, page.lexicon.small
    is_alone = one.first == one.last and head.tag_ == "PRP" and head.lower_ not in small["thing"]
    is_alone = is_alone or _is_but_a_thing(page, cue, one, governed)
    pair = [other for other in governed if other.frame == "object" and other.head.i != head.i]
    is_refused = head.head.lemma_ in small["refusing"] and len(pair) > 0
    return is_alone or is_refused or head.lower_ in small["nothing"] or is_work(page, one)


def _is_but_a_thing(page: Page, cue: Cue, one: Governed, governed: list[Governed]) -> bool:
    """`rejected it`, but `blamed this on the council`: nothing that a reader can check."""
    if one.first != one.last or one.head.lower_ not in page.lexicon.small["thing"]:
        return False
    return not any(other.frame in cue.row.frames and other.head.i != one.head.i for other in governed)


def is_work(page: Page, one: Governed) -> bool:
    """`praised “The Salt Road,” a first novel by Ott`: the title of a work, with what it is behind it."""
    start = page.doc[one.first].idx
    index = mark_at(page, start)
    return index is not None and page.marks[index].start >= start - 1 and is_told_work(page, page.marks[index])


def _has_lost_subject(cue: Cue, one: Governed) -> bool:
    """`A merger announced Monday would cost thousands of jobs`: a predicate whose subject holds the cue."""
    if one.first < cue.token.i or one.head.doc[one.first].tag_ not in FINITE:
        return False
    return not any(child.dep_ in SUBJECTS or child.dep_ == "expl" for child in one.head.children)


def _is_withheld(page: Page, cue: Cue, one: Governed) -> bool:
    """`offered no proof that she knew`: where nothing was given, nothing was said."""
    return one.head.dep_ == "acl" and one.head.head.i > one.first and cue.row.lemma in page.lexicon.givers


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
