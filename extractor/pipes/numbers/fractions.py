"""Shares and what is added to a whole: "a quarter of", "two-thirds", "two and a half", "zero point seven".

English says a part with the words of ranks ("a third") and of coins and clocks ("a quarter"), so each form has its own
condition on what follows: "a third of them" is a share, "a third man" is none.
"""

import re
from fractions import Fraction

from extractor.pipes.numbers.line import Line
from extractor.pipes.numbers.runs import EMPTY, Atom, Sum, extend, link

Ended = tuple[Sum, int, int]
"""A run with its last word: the run, where it ends in the line.text, and the index of the next word."""

AT_ONE = re.compile(r"\bat\s\Z", re.IGNORECASE)
PLACES = 12
"""Digits behind a spoken point, at most."""


def is_half(line: Line, atom: Atom, article: int | None) -> bool:
    """Whether "half" is a share: "half of them", "more than half"; not "the second half", "in half", "half-time"."""
    if line.text[atom.end : atom.end + 1] == "-":
        return article is not None and line.words.half_unit.match(line.text, atom.end) is not None
    if (
        article is not None
        and line.words.a_half.search(line.text, max(0, article - 12), article)
        and line.words.of_part.match(line.text, atom.end)
    ):
        return True
    before = line.text[max(0, atom.start - 16) : atom.start]
    return not line.words.no_share.search(before) and bool(
        line.words.of_half.match(line.text, atom.end) or line.words.hedged.search(before)
    )


def is_part(line: Line, atom: Atom, article: int | None) -> bool:
    """Whether "a quarter" is a share of something: a quarter of a year has no article and no "of"."""
    if article is None or line.text[atom.end - 1] == "s":
        return False
    return line.words.of_part.match(line.text, atom.end) is not None or line.changes(atom, article)


def scaled(line: Line, at: int, part: Fraction) -> tuple[Fraction, int, int] | None:
    """(value, end, next) of "half a million", "three-quarters of a billion", "half-dozen"."""
    if at + 1 >= len(line.atoms) or line.atoms[at + 1].kind not in ("hundred", "scale", "dozen"):
        return None
    joint, following = line.words.of_scale.match(line.text, line.atoms[at].end), line.atoms[at + 1]
    if joint is None or joint.end() != following.start:
        return None
    return part * following.value, following.end, at + 2


def share(line: Line, at: int, run: Sum, joint: str) -> Ended | None:
    """ "two-thirds", "one third of", "thirty-two fifths"; "two quarters" and "one quarter" of a year are no shares."""
    atom, value = line.atoms[at], run.value
    if not _divides(line, atom, value):
        return None
    found = scaled(line, at, value / atom.value)
    if found:
        return Sum(Fraction(0), found[0], "literal", Fraction(1), digits=False), found[1], found[2]
    if joint == " " and _names(line, atom):
        return None
    last = "part" if value < atom.value else "literal"
    return Sum(Fraction(0), value / atom.value, last, None, digits=False), atom.end, at + 1


def _divides(line: Line, atom: Atom, value: Fraction) -> bool:
    """Whether a word can be what so many are parts of: thirds of two, the third of one, hundredths of 150."""
    if value.denominator > 1 or not 0 < value < (10_000 if line.text[atom.end - 1] == "s" else 100):
        return False
    if atom.kind == "ordinal":
        return value == 1 and atom.value > 2
    return atom.kind == "part" and (atom.value != 4 or value in (1, 3))


def _names(line: Line, atom: Atom) -> bool:
    """Whether a part behind a space rather names something: "three quarters" of a year, "one third party"."""
    if atom.value == 4:
        return not line.text.startswith(" of", atom.end)
    return line.text[atom.end - 1] != "s" and atom.value != 2 and not line.words.of_part.match(line.text, atom.end)


def added(line: Line, at: int, run: Sum, joint: str) -> Ended | None:
    """What "and" adds to a whole: "two and a half", "six and two thirds", "three and a fifth miles"."""
    if run.value < 1 or run.last in ("part", "ordinal", "dozen", ""):
        return None
    step = run.limit if run.last == "scale" and run.limit else Fraction(1)
    if joint == "and a":
        return _one_part(line, at, run, step)
    if joint != "and":
        return None
    top = run_from(line, at)
    if top is None or top[2] >= len(line.atoms) or top[0].value.denominator > 1:
        return None
    below = line.atoms[top[2]]
    parts = below.kind == "part" and not below.digits and 0 < top[0].value < below.value
    if not parts or link(line.text, top[1], below.start) not in (" ", "-"):
        return None
    return _with(run, step * top[0].value / below.value), below.end, top[2] + 1


def _one_part(line: Line, at: int, run: Sum, step: Fraction) -> Ended | None:
    """ "and a half", "and a quarter million" of a larger scale, "and a fifth" where something plural follows."""
    atom = line.atoms[at]
    if line.text[atom.end - 1] == "s":
        return None
    if atom.kind == "part":
        scale = scaled(line, at, Fraction(1, atom.value)) if run.last == "scale" else None
        if scale and scale[0] < step:
            return _with(run, scale[0]), scale[1], scale[2]
        return _with(run, step / atom.value), atom.end, at + 1
    if atom.kind == "ordinal" and not atom.digits and atom.value > 2 and line.words.added.match(line.text, atom.end):
        return _with(run, step / atom.value), atom.end, at + 1
    return None


def _with(run: Sum, more: Fraction) -> Sum:
    return Sum(run.total, (run.group or 0) + more, "literal", run.limit, run.digits)


def decimals(line: Line, at: int, run: Sum) -> Ended | None:
    """ "zero point seven", "two hundred point seventy-one"; but "at one point two men ran in"."""
    if run.value.denominator > 1 or (
        run.value == 1 and AT_ONE.search(line.text, max(0, line.atoms[at - 1].start - 4), line.atoms[at - 1].start)
    ):
        return None
    written, end, following = "", line.atoms[at].end, at + 1
    while following < len(line.atoms) and len(written) < PLACES:
        atom = line.atoms[following]
        if (
            atom.digits
            or atom.kind not in ("digit", "teen", "ten")
            or link(line.text, end, atom.start) not in (" ", "-")
        ):
            break
        unit = (
            line.atoms[following - 1].kind == "ten" and following > at + 1 and atom.kind == "digit" and atom.value > 0
        )
        written = written[:-1] + str(atom.value) if unit else written + str(atom.value)
        end, following = atom.end, following + 1
    if not written:
        return None
    return _with(run, Fraction(int(written), 10 ** len(written))), end, following


def run_from(line: Line, at: int) -> Ended | None:
    """The plain run that begins with a word: number words that follow each other, without parts."""
    run, end, following = EMPTY, line.atoms[at].start, at
    while following < len(line.atoms):
        joint = link(line.text, end, line.atoms[following].start) if following > at else " "
        longer = extend(run, line.atoms[following], joint)
        if longer is None:
            break
        run, end, following = longer, line.atoms[following].end, following + 1
    return (run, end, following) if following > at else None
