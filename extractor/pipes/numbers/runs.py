"""The grammar of English numerals: which word may follow which, and what the run has come to."""

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


def extend(run: Sum, atom: Atom, joint: str) -> Sum | None:  # noqa: PLR0911 - one line a rule of the grammar
    """The run with one more word, or None where English does not go on like that."""
    group, value, kind = run.group, atom.value, atom.kind
    if joint in ("?", "of", "and a", "a"):
        return None
    if not run.last:
        return Sum(Fraction(0), value, kind, None, atom.digits) if kind in FIRST else None
    if kind == "digit" and run.last == "ten" and joint != "and" and value > 0:
        return run._replace(group=(group or 0) + value, last="digit")
    if run.digits and run.last == "hundred" and joint == "and" and (kind in FIRST) and 0 < value < 100:
        return run._replace(group=(group or 0) + value, last="digit")  # "3 hundred and 21"
    if kind in ("digit", "teen", "ten") and not run.digits and value > 0:
        if run.last == "hundred":
            return run._replace(group=(group or 0) + value, last=kind)
        if run.last == "scale" and (joint != "and" or run.limit == 1000):
            return run._replace(group=value, last=kind)
    stacked = kind == "scale" and run.last == "scale" and value in STACKED.get(run.limit or 0, ())
    if stacked and joint != "and":
        return Sum(run.total * value, None, "scale", value, run.digits)
    if group is None or joint == "and":
        return None
    if kind == "hundred" and 0 < group < (1000 if run.digits else 100) and run.last != "hundred":
        return run._replace(group=group * 100, last="hundred")
    return _scaled(run, group, atom)


def _scaled(run: Sum, group: Fraction, atom: Atom) -> Sum | None:
    """The open group times a scale word, a suffix or a dozen."""
    if atom.kind == "suffix" and group * atom.value >= GREATEST:
        return None
    smaller = atom.kind == "scale" and (run.limit is None or atom.value < run.limit)
    if smaller or (atom.kind == "suffix" and run.digits and not run.limit):
        return Sum(run.total + group * atom.value, None, "scale", atom.value, run.digits)
    if atom.kind == "dozen" and run.last in ("digit", "teen", "ten", "literal"):
        return run._replace(group=group * 12, last="dozen")
    return None
