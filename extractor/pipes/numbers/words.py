"""Reads runs of number words and digits as one number: "twenty-eight thousand six hundred", "half a dozen".

A run grows to the right while the next word may follow by the grammar of English numerals, so "fifty fifty-pound notes"
is two numbers and "1 million two-bedroom flats" is not 1,000,002.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from extractor.pipes.numbers.runs import EMPTY, Atom, Number, Sum, extend, link
from extractor.vocabulary import NumberKind

ARTICLE = re.compile(r"\b(?:an?)[\s-]\Z", re.IGNORECASE)
DEFINITE = re.compile(r"\b(?:the|another|every|per|last|first|next|this|that|some|half)[\s-]\Z", re.IGNORECASE)
HEDGES = "by|about|around|nearly|almost|over|under|than|roughly|some|least|most|only|just"
HEDGED = re.compile(rf"\b(?:{HEDGES}|approximately|barely|to|the|other|and|or|a|an|one|up|fully)\s\Z", re.IGNORECASE)
OF_HALF = re.compile(
    r"\s(?:of|the|a|an|its|their|his|her|my|our|your|that|this|those|these|as|all|were|are|have|had|said)\b"
)
OF_PART = re.compile(
    r"\s(?:of|more|less|fewer|higher|lower|larger|smaller|to|off|below|above|from|(?:and|or)\s(?:an?|one|two|three)\s)"
    r"|\s?[.,;:)]|\s?\Z"
)
OF_SHARE = re.compile(r"\s(?:of|more|less|fewer|higher|lower)\b")
SHARED = re.compile(rf"\b(?:{HEDGES})\s\Z", re.IGNORECASE)
OF_SCALE = re.compile(
    r"[\s-](?:of\s)?(?:a[\s-])?(?=(?:million|billion|trillion|thousand|dozen|hundred)\b)", re.IGNORECASE
)
MINUS = re.compile(r"\b(?:minus|negative)[\s-]\Z", re.IGNORECASE)
NO_SHARE = re.compile(r"\b(?:in|into|first|second|the|a)\s\Z", re.IGNORECASE)

RUN_KINDS: Mapping[str, NumberKind] = MappingProxyType(
    {"fraction": "fraction", "ordinal": "ordinal", "part": "fraction"}
)
"""What a run of number words is by the kind of its last word; cardinal else."""


def numbers(text: str, atoms: Sequence[Atom]) -> Iterator[Number]:
    """The numbers of the words and digits, in order and disjoint."""
    at = 0
    while at < len(atoms):
        found = _at(text, atoms, at)
        if found is None:
            at += 1
            continue
        number, at = found
        minus = MINUS.search(text, max(0, number.start - 10), number.start)
        if minus and number.value is not None and number.value > 0:
            number = number._replace(start=minus.start(), value=-number.value)
        yield number


def _at(text: str, atoms: Sequence[Atom], at: int) -> tuple[Number, int] | None:
    """The number that begins with this word, and the index of the word after it."""
    atom = atoms[at]
    if atom.kind == "vague":
        return _vague(text, atoms, at)
    if atom.kind in ("some", "couple"):
        return _some(text, atoms, at)
    if atom.kind == "ordinal":
        return _ordinal(text, atom), at + 1
    if atom.kind == "part":
        return _part(text, atoms, at)
    return _cardinal(text, atoms, at)


def _number(atom: Atom, end: int, kind: NumberKind, value: Fraction | None, start: int | None = None) -> Number:
    return Number(atom.start if start is None else start, end, kind, value, None, None, atom.rule)


def _vague(text: str, atoms: Sequence[Atom], at: int) -> tuple[Number, int] | None:
    """ "dozens", "tens of thousands". "scores" and "tens" count only before "of": test scores, "in her tens"."""
    atom, low, end, following = atoms[at], atoms[at].value, atoms[at].end, at + 1
    while following < len(atoms) and atoms[following].kind == "vague":
        if link(text, end, atoms[following].start) != "of":
            break
        low, end, following = low * atoms[following].value, atoms[following].end, following + 1
    if atom.value in (10, 20) and following == at + 1 and not text.startswith(" of", end):
        return None
    return Number(atom.start, end, "vague", None, low, 10 * low, atom.rule), following


def _ordinal(text: str, atom: Atom) -> Number:
    """ "the third", or with the article a share: "a third of them", "by a third"; but "a third man"."""
    article = ARTICLE.search(text, max(0, atom.start - 4), atom.start)
    if article and not atom.digits and atom.value > 2:
        before = SHARED.search(text, max(0, article.start() - 16), article.start())
        if OF_SHARE.match(text, atom.end) or (before and OF_PART.match(text, atom.end)):
            return _number(atom, atom.end, "fraction", Fraction(1, atom.value), article.start())
    return _number(atom, atom.end, "ordinal", atom.value)


def _some(text: str, atoms: Sequence[Atom], at: int) -> tuple[Number, int] | None:
    """ "a few hundred", "several dozen", "a couple of": of "several" alone nobody knows how many."""
    atom, end, following, scale = atoms[at], atoms[at].end, at + 1, Fraction(1)
    while following < len(atoms) and atoms[following].kind in ("hundred", "scale", "dozen", "vague"):
        if link(text, end, atoms[following].start) not in (" ", "of"):
            break
        scale, end, following = scale * atoms[following].value, atoms[following].end, following + 1
    article = ARTICLE.search(text, max(0, atom.start - 4), atom.start)
    start = article.start() if article else atom.start
    if atom.kind == "couple":
        counts = scale > 1 or text.startswith(" of ", end) or text.startswith((" more ", " weeks", " days"), end)
        if not counts or not (article or scale > 1):
            return None
        return _number(atom, end, "vague", 2 * scale, start), following
    if scale == 1:
        return None
    return Number(start, end, "vague", None, scale, 10 * scale, atom.rule), following


def _part(text: str, atoms: Sequence[Atom], at: int) -> tuple[Number, int] | None:
    """ "half", "a quarter", "half a million": a share, or a multiplier of the scale word after it."""
    atom = atoms[at]
    article = ARTICLE.search(text, max(0, atom.start - 4), atom.start)
    start = article.start() if article else atom.start
    scaled = _scaled(text, atoms, at, Fraction(1, atom.value))
    if scaled:
        return _number(atom, scaled[1], "cardinal", scaled[0], start), scaled[2]
    if atom.value == 2:
        share = _is_half(text, atom)
    else:
        share = bool(article and OF_PART.match(text, atom.end) and text[atom.end - 1] != "s")
    return (_number(atom, atom.end, "fraction", Fraction(1, atom.value), start), at + 1) if share else None


def _is_half(text: str, atom: Atom) -> bool:
    """Whether "half" is a share: "half of them", "more than half"; not "the second half", "in half", "half-time"."""
    before = text[max(0, atom.start - 16) : atom.start]
    if text[atom.end : atom.end + 1] == "-" or NO_SHARE.search(before):
        return False
    return bool(OF_HALF.match(text, atom.end) or HEDGED.search(before))


def _scaled(text: str, atoms: Sequence[Atom], at: int, part: Fraction) -> tuple[Fraction, int, int] | None:
    """(value, end, next) of "half a million", "three-quarters of a billion", "half-dozen"."""
    if at + 1 >= len(atoms) or atoms[at + 1].kind not in ("hundred", "scale", "dozen"):
        return None
    joint, following = OF_SCALE.match(text, atoms[at].end), atoms[at + 1]
    if joint is None or joint.end() != following.start:
        return None
    return part * following.value, following.end, at + 2


def _cardinal(text: str, atoms: Sequence[Atom], at: int) -> tuple[Number, int] | None:
    """A run of digits and number words, with "and a half" behind it, or a fraction."""
    atom = atoms[at]
    run, start = EMPTY, atom.start
    if atom.kind in ("hundred", "scale", "dozen") and not atom.digits:
        article = ARTICLE.search(text, max(0, start - 4), start)
        if not (article or DEFINITE.search(text, max(0, start - 9), start)):
            return None
        start = article.start() if article else start
        run = Sum(Fraction(0), Fraction(1), "article", None, digits=False)
        if atom.kind == "dozen":
            return _number(atom, atom.end, "cardinal", Fraction(12), start), at + 1
    following, end, joint = at, start, ""
    while following < len(atoms):
        following_run = extend(run, atoms[following], joint if following > at else " ")
        if following_run is None:
            ended = _ending(text, atoms, following, run, joint)
            if ended is None:
                break
            run, end, following = ended
        else:
            run, end, following = following_run, atoms[following].end, following + 1
        joint = link(text, end, atoms[following].start) if following < len(atoms) else "?"
    if following == at:
        return None
    kind = RUN_KINDS.get(run.last, "cardinal")
    if kind == "fraction" and following > at + 1 and run.value >= 1:
        kind = "cardinal"
    number = _number(atom, end, kind, run.value, start)
    if run.group is None and run.limit:
        number = number._replace(scale=int(run.limit))
    return number._replace(scale={"hundred": 100, "dozen": 12}.get(run.last, number.scale)), following


def _ending(text: str, atoms: Sequence[Atom], at: int, run: Sum, joint: str) -> tuple[Sum, int, int] | None:
    """What closes a run: "-third" (ordinal or share), " and a half", " quarters"; (run, end, next index)."""
    atom = atoms[at]
    if not run.last or run.last in ("part", "ordinal"):
        return None
    if atom.kind == "part" and joint in ("and a", "and") and run.value >= 1:
        step = run.limit if run.last == "scale" and run.limit else Fraction(1)
        whole = Sum(run.total, (run.group or 0) + step / atom.value, "literal", run.limit, run.digits)
        return (whole, atom.end, at + 1) if joint == "and a" and text[atom.end - 1] != "s" else None
    if joint == "and" and atom.kind == "digit" and run.last in ("digit", "teen", "ten"):
        return _mixed(text, atoms, at, run)
    if atom.digits or joint not in (" ", "-"):
        return None
    if atom.kind == "ordinal" and joint == "-" and run.last == "ten" and atom.value < 10:
        return run._replace(group=(run.group or 0) + atom.value, last="ordinal"), atom.end, at + 1
    return _share(text, atoms, at, run, joint)


def _mixed(text: str, atoms: Sequence[Atom], at: int, run: Sum) -> tuple[Sum, int, int] | None:
    """ "two and three-quarters", "six and two thirds"."""
    if at + 1 >= len(atoms) or atoms[at + 1].kind != "part" or atoms[at + 1].digits:
        return None
    top, below = atoms[at].value, atoms[at + 1].value
    if link(text, atoms[at].end, atoms[at + 1].start) not in (" ", "-") or not 0 < top < below:
        return None
    whole = Sum(run.total, (run.group or 0) + top / below, "literal", run.limit, run.digits)
    return whole, atoms[at + 1].end, at + 2


def _share(text: str, atoms: Sequence[Atom], at: int, run: Sum, joint: str) -> tuple[Sum, int, int] | None:
    """ "two-thirds", "one third of"; "two quarters" and "one quarter" of a year are no shares."""
    atom, value = atoms[at], run.value
    is_part = atom.kind == "part" and (atom.value != 4 or value in (1, 3))
    one = value == 1 and atom.kind == "ordinal" and atom.value > 2
    if not (is_part or one) or value.denominator > 1 or not 0 < value < 100 or run.last != "digit":
        return None
    scaled = _scaled(text, atoms, at, value / atom.value)
    if scaled:
        return Sum(Fraction(0), scaled[0], "literal", Fraction(1), digits=False), scaled[1], scaled[2]
    quarter = atom.value == 4 and not text.startswith(" of", atom.end)
    single = text[atom.end - 1] != "s" and atom.value != 2 and not OF_PART.match(text, atom.end)
    if joint == " " and (quarter or single):
        return None
    return Sum(Fraction(0), value / atom.value, "part", None, digits=False), atom.end, at + 1
