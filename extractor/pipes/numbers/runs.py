"""The grammar of English numerals: which word may follow which, and what the run has come to."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal, NamedTuple

from extractor import tables
from extractor.vocabulary import NumberKind

Kind = Literal[
    "digit", "teen", "ten", "hundred", "scale", "suffix", "dozen", "vague", "some", "couple", "ordinal", "part", "point"
]


class Word(tables.Row, frozen=True):
    """A number word. `value` of a part is its denominator."""

    word: str
    kind: Kind
    value: int = 0


class Atom(NamedTuple):
    """A number word, or a number in digits (kinds literal, fraction and ordinal, with `digits`)."""

    start: int
    end: int
    kind: str
    value: Fraction
    rule: str
    digits: bool = False


class Number(NamedTuple):
    """A number: `value`, or for a vague one `low` and `high`. `kind` as in `annotations.NumberFound`."""

    start: int
    end: int
    kind: NumberKind
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    rule: str
    scale: int = 1


class Sum(NamedTuple):
    """What a run has come to: closed groups, the open group, its last word's kind, the scale it must stay below."""

    total: Fraction
    group: Fraction | None
    last: str
    limit: Fraction | None
    digits: bool

    @property
    def value(self) -> Fraction:
        """The run's value so far."""
        return self.total + (self.group or 0)


STACKED: dict[Fraction | int, tuple[int, ...]] = {100_000: (10**7,), 1000: (10**6, 10**7, 10**9), 10**6: (10**6,)}
"""Scale words that multiply one another: "2 lakh crore", "a thousand million", "a million million"."""

GREATEST = 2**63
"""An abbreviation never makes a number that no table can hold; written-out words may."""
APART = frozenset({"?", "of", "and a", "a"})
"""Joints that end a run."""
UNDER_HUNDRED = frozenset({"digit", "teen", "ten"})
FIRST = frozenset({"digit", "teen", "ten", "literal", "fraction"})
EMPTY = Sum(Fraction(0), None, "", None, digits=False)
ONE = Sum(Fraction(0), Fraction(1), "article", None, digits=False)
"""What "a hundred" begins with."""


def link(text: str, start: int, end: int) -> str:
    """What joins two words: "", " ", "-", "and", "a" (of "and a half", "half a million"), or "?" for anything else."""
    if end - start > 10:
        return "?"
    between = text[start:end]
    if between in ("", "-", "‑", "‐", " - "):
        return "-" if between else ""
    if between.isspace():
        return " " if between.count("\n") < 2 else "?"
    words = between.replace("-", " ").split()
    return {("and",): "and", ("and", "a"): "and a", ("a",): "a", ("of", "a"): "a", ("of",): "of"}.get(tuple(words), "?")


def extend(run: Sum, atom: Atom, joint: str) -> Sum | None:
    """The run with one more word, or None where English does not go on like that."""
    if joint in APART:
        return None
    if not run.last:
        return Sum(Fraction(0), atom.value, atom.kind, None, atom.digits) if atom.kind in FIRST else None
    return next((longer for _, rule in RULES if (longer := rule(run, atom, joint)) is not None), None)


def _behind_ten(run: Sum, atom: Atom, joint: str) -> Sum | None:
    """ "twenty-one"."""
    goes_on = atom.kind == "digit" and run.last == "ten" and joint != "and" and atom.value > 0
    return run._replace(group=(run.group or 0) + atom.value, last="digit") if goes_on else None


def _behind_digits(run: Sum, atom: Atom, joint: str) -> Sum | None:
    """ "3 hundred and 21"."""
    opened = run.digits and run.last == "hundred" and joint == "and"
    goes_on = opened and atom.kind in FIRST and 0 < atom.value < 100
    return run._replace(group=(run.group or 0) + atom.value, last="digit") if goes_on else None


def _behind_hundred(run: Sum, atom: Atom, joint: str) -> Sum | None:  # noqa: ARG001 - all rules are asked alike
    """ "two hundred twelve", with "and" or without."""
    goes_on = run.last == "hundred" and not run.digits and atom.kind in UNDER_HUNDRED and atom.value > 0
    return run._replace(group=(run.group or 0) + atom.value, last=atom.kind) if goes_on else None


def _behind_scale(run: Sum, atom: Atom, joint: str) -> Sum | None:
    """ "two million twelve", "a thousand and one"."""
    goes_on = run.last == "scale" and not run.digits and atom.kind in UNDER_HUNDRED and atom.value > 0
    return run._replace(group=atom.value, last=atom.kind) if goes_on and (joint != "and" or run.limit == 1000) else None


def _stacked(run: Sum, atom: Atom, joint: str) -> Sum | None:
    """ "2 lakh crore"."""
    stacked = atom.kind == run.last == "scale" and atom.value in STACKED.get(run.limit or 0, ())
    return Sum(run.total * atom.value, None, "scale", atom.value, run.digits) if stacked and joint != "and" else None


def _hundreds(run: Sum, atom: Atom, joint: str) -> Sum | None:
    """ "three hundred", "1.5 hundred"."""
    if run.group is None or joint == "and" or atom.kind != "hundred" or run.last == "hundred":
        return None
    below = 0 < run.group < (1000 if run.digits else 100)
    return run._replace(group=run.group * 100, last="hundred") if below else None


def _scaled(run: Sum, atom: Atom, joint: str) -> Sum | None:
    """The open group times a scale word, a suffix or a dozen."""
    group = run.group
    if group is None or joint == "and":
        return None
    if atom.kind == "suffix" and group * atom.value >= GREATEST:
        return None
    smaller = atom.kind == "scale" and (run.limit is None or atom.value < run.limit)
    if smaller or (atom.kind == "suffix" and run.digits and not run.limit):
        return Sum(run.total + group * atom.value, None, "scale", atom.value, run.digits)
    if atom.kind == "dozen" and run.last in ("digit", "teen", "ten", "literal"):
        return run._replace(group=group * 12, last="dozen")
    return None


Rule = Callable[[Sum, Atom, str], Sum | None]
RULES: tuple[tuple[str, Rule], ...] = (
    ("a digit behind tens", _behind_ten),
    ("digits behind hundreds in digits", _behind_digits),
    ("behind hundreds", _behind_hundred),
    ("behind a scale", _behind_scale),
    ("scales that multiply", _stacked),
    ("hundreds", _hundreds),
    ("a scale", _scaled),
)
"""The grammar of what may follow, of which the first rule that fits says what the run comes to."""
