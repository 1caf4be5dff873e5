"""Reads runs of number words and digits as one number: "twenty-eight thousand six hundred", "half a dozen".

A run grows to the right while the next word may follow by the grammar of English numerals, so "fifty fifty-pound notes"
is two numbers and "1 million two-bedroom flats" is not 1,000,002.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from extractor.pipes.numbers import fractions
from extractor.pipes.numbers.line import Line
from extractor.pipes.numbers.runs import EMPTY, ONE, Atom, Number, Sum, extend, link
from extractor.vocabulary import NumberKind

ARTICLE = re.compile(r"\b(?:an?)[\s-]{1,2}\Z", re.IGNORECASE)
MINUS = re.compile(r"\b(?:minus|negative)[\s-]\Z", re.IGNORECASE)
ONE_OF_KIND = re.compile(r"\b(?:an?|the|any|no)\s\Z", re.IGNORECASE)
"""Before "negative one": "a positive reaction and a negative one"."""
BETWEEN = re.compile(r"\b(?:between|from)\s(?:[a-z]+\s)?\Z", re.IGNORECASE)
"""Before two numbers that "and" does not join: "between two million and five hundred thousand"."""


RUN_KINDS: Mapping[str, NumberKind] = MappingProxyType(
    {"fraction": "fraction", "ordinal": "ordinal", "part": "fraction"}
)
"""What a run of number words is by the kind of its last word; cardinal else."""


def numbers(line: Line) -> Iterator[Number]:
    """The numbers of the words and digits, in order and disjoint."""
    at = 0
    while at < len(line.atoms):
        found = _at(line, at)
        if found is None:
            at += 1
            continue
        number, at = found
        minus = MINUS.search(line.text, max(0, number.start - 10), number.start)
        if minus and number.value is not None and number.value > 0 and not _is_kind(line, minus.start()):
            number = number._replace(start=minus.start(), value=-number.value)
        yield number


def _is_kind(line: Line, start: int) -> bool:
    kind = line.text[start : start + 12].lower() == "negative one"
    return kind and ONE_OF_KIND.search(line.text, max(0, start - 5), start) is not None


def _at(line: Line, at: int) -> tuple[Number, int] | None:
    """The number that begins with this word, and the index of the word after it."""
    atom = line.atoms[at]
    if atom.kind == "vague":
        return _vague(line, at)
    if atom.kind in ("some", "couple"):
        return _some(line, at)
    if atom.kind == "ordinal":
        return _ordinal(line, atom), at + 1
    if atom.kind == "part":
        return _part(line, at)
    return _cardinal(line, at)


def _number(atom: Atom, end: int, kind: NumberKind, value: Fraction | None, start: int | None = None) -> Number:
    return Number(atom.start if start is None else start, end, kind, value, None, None, atom.rule)


def _vague(line: Line, at: int) -> tuple[Number, int] | None:
    """ "dozens", "tens of thousands". "scores" and "tens" count only before "of": test scores, "in her tens"."""
    atom, low, end, following = line.atoms[at], line.atoms[at].value, line.atoms[at].end, at + 1
    while following < len(line.atoms) and line.atoms[following].kind == "vague":
        if link(line.text, end, line.atoms[following].start) != "of":
            break
        low, end, following = low * line.atoms[following].value, line.atoms[following].end, following + 1
    if atom.value in (10, 20) and following == at + 1 and not line.text.startswith(" of", end):
        return None
    return Number(atom.start, end, "vague", None, low, 10 * low, atom.rule), following


def _ordinal(line: Line, atom: Atom) -> Number:
    """ "the third", or with the article a share: "a third of them", "by a third"; but "a third man"."""
    article = ARTICLE.search(line.text, max(0, atom.start - 4), atom.start)
    if article and not atom.digits and atom.value > 2:
        before = (
            line.words.shared.search(line.text, max(0, article.start() - 16), article.start()) or article.start() == 0
        )
        shared = before and line.words.of_part.match(line.text, atom.end)
        if shared or line.words.of_share.match(line.text, atom.end) or line.changes(atom, article.start()):
            return _number(atom, atom.end, "fraction", Fraction(1, atom.value), article.start())
    return _number(atom, atom.end, "ordinal", atom.value)


def _some(line: Line, at: int) -> tuple[Number, int] | None:
    """ "a few hundred", "several dozen", "a couple of": of "several" alone nobody knows how many."""
    atom, end, following, scale = line.atoms[at], line.atoms[at].end, at + 1, Fraction(1)
    while following < len(line.atoms) and line.atoms[following].kind in ("hundred", "scale", "dozen", "vague"):
        if link(line.text, end, line.atoms[following].start) not in (" ", "of"):
            break
        scale, end, following = scale * line.atoms[following].value, line.atoms[following].end, following + 1
    article = ARTICLE.search(line.text, max(0, atom.start - 4), atom.start)
    start = article.start() if article else atom.start
    if atom.kind == "couple":
        counts = (
            scale > 1 or line.text.startswith(" of ", end) or line.text.startswith((" more ", " weeks", " days"), end)
        )
        if not counts or not (article or scale > 1):
            return None
        return _number(atom, end, "vague", 2 * scale, start), following
    if scale == 1:
        return None
    return Number(start, end, "vague", None, scale, 10 * scale, atom.rule), following


def _part(line: Line, at: int) -> tuple[Number, int] | None:
    """ "half", "a quarter", "half a million": a share, or a multiplier of the scale word after it."""
    atom = line.atoms[at]
    article = ARTICLE.search(line.text, max(0, atom.start - 4), atom.start)
    start = article.start() if article else None
    scaled = fractions.scaled(line, at, Fraction(1, atom.value))
    if scaled:
        return _number(atom, scaled[1], "cardinal", scaled[0], start), scaled[2]
    share = fractions.is_half if atom.value == 2 else fractions.is_part
    if not share(line, atom, start):
        return None
    return _number(atom, atom.end, "fraction", Fraction(1, atom.value), start), at + 1


def _cardinal(line: Line, at: int) -> tuple[Number, int] | None:
    """A run of digits and number words, with "and a half" behind it, or a fraction."""
    atom = line.atoms[at]
    opened = _opened(line, at)
    if opened is None:
        return None
    run, start = opened
    if run.last == "article" and atom.kind == "dozen":
        return _number(atom, atom.end, "cardinal", Fraction(12), start), at + 1
    ended, joint = (run, start, at), " "
    while ended[2] < len(line.atoms):
        longer = next((found for _, way in WAYS if (found := way(line, ended[2], ended[0], joint))), None)
        if longer is None:
            break
        ended = longer
        joint = link(line.text, ended[1], line.atoms[ended[2]].start) if ended[2] < len(line.atoms) else "?"
        if joint == "and" and ended[2] < len(line.atoms) and _is_next(line, ended[2]):
            break
    return (_of_run(atom, ended, start, several=ended[2] > at + 1), ended[2]) if ended[2] > at else None


def _of_run(atom: Atom, ended: fractions.Ended, start: int, *, several: bool) -> Number:
    """The number that a run has come to, and its scale."""
    run, end, _ = ended
    kind = RUN_KINDS.get(run.last, "cardinal")
    if kind == "fraction" and several and run.value >= 1:
        kind = "cardinal"
    number = _number(atom, end, kind, run.value, start)
    if run.group is None and run.limit:
        number = number._replace(scale=int(run.limit))
    return number._replace(scale={"hundred": 100, "dozen": 12}.get(run.last, number.scale))


def _next_word(line: Line, at: int, run: Sum, joint: str) -> fractions.Ended | None:
    """The run with the word that follows."""
    longer = extend(run, line.atoms[at], joint)
    return (longer, line.atoms[at].end, at + 1) if longer is not None else None


def _is_next(line: Line, at: int) -> bool:
    """Whether digits behind "and" begin a number of their own: "3 hundred and 2 hundred"."""
    if not line.atoms[at].digits or at + 1 >= len(line.atoms) or line.atoms[at + 1].kind not in ("hundred", "dozen"):
        return False
    return link(line.text, line.atoms[at].end, line.atoms[at + 1].start) == " "


def _opened(line: Line, at: int) -> tuple[Sum, int] | None:
    """What a run begins with, and where: a scale word needs an article, or another scale word behind it."""
    atom = line.atoms[at]
    if atom.kind not in ("hundred", "scale", "dozen") or atom.digits:
        return EMPTY, atom.start
    article = ARTICLE.search(line.text, max(0, atom.start - 4), atom.start)
    stacked = at + 1 < len(line.atoms) and atom.kind == "hundred" and line.atoms[at + 1].kind == "scale"
    stacked = stacked and link(line.text, atom.end, line.atoms[at + 1].start) == " "
    if not (article or stacked or line.words.definite.search(line.text, max(0, atom.start - 9), atom.start)):
        return None
    return ONE, article.start() if article else atom.start


def _ending(line: Line, at: int, run: Sum, joint: str) -> fractions.Ended | None:
    """What closes a run: an ordinal, a share, a spoken point, dozens, or the lower part of a sum of two scales."""
    atom = line.atoms[at]
    if not run.last or run.last in ("part", "ordinal", "article"):
        return None
    if joint == "and" and run.last == "scale":
        return _lower(line, at, run)
    if atom.digits or joint not in (" ", "-", "and"):
        return None
    if atom.kind == "ordinal" and _ranks(run, atom, joint):
        times = atom.value in (100, 1000) and run.last != "hundred"
        value = run.value * atom.value if times else run.value + atom.value
        return run._replace(total=Fraction(0), group=value, last="ordinal"), atom.end, at + 1
    return _word(line, at, run, joint) if joint != "and" else None


def _word(line: Line, at: int, run: Sum, joint: str) -> fractions.Ended | None:
    """A spoken point, "dozens", or a share."""
    atom = line.atoms[at]
    if atom.kind == "point":
        return fractions.decimals(line, at, run)
    if atom.kind == "vague" and atom.value == 12 and run.last in ("digit", "teen", "ten", "literal"):
        return run._replace(group=run.value * 12, last="dozen"), atom.end, at + 1
    return fractions.share(line, at, run, joint)


def _ranks(run: Sum, atom: Atom, joint: str) -> bool:
    """Whether an ordinal ends the numeral: "twenty-first", "two hundred and fifth", "two hundredth"."""
    if joint == "-":
        return run.last == "ten" and atom.value < 10
    if run.digits:
        return False
    if atom.value in (100, 1000) and joint == " ":
        return run.last in ("digit", "teen", "ten")
    return run.last == "hundred" and atom.value < 100


def _lower(line: Line, at: int, run: Sum) -> fractions.Ended | None:
    """ "two million and five hundred thousand": a smaller scale that "and" adds."""
    lower = fractions.run_from(line, at)
    first = line.atoms[at - 1].start
    if (
        lower is None
        or lower[0].last != "scale"
        or lower[0].digits
        or BETWEEN.search(line.text, max(0, first - 24), first)
    ):
        return None
    if run.limit is None or lower[0].limit is None or lower[0].value >= run.limit:
        return None
    return Sum(run.total + lower[0].value, None, "scale", lower[0].limit, run.digits), lower[1], lower[2]


Way = Callable[[Line, int, Sum, str], fractions.Ended | None]
WAYS: tuple[tuple[str, Way], ...] = (
    ("what is added to a whole", fractions.added),
    ("the next word", _next_word),
    ("an ending", _ending),
)
"""How a run goes on; the first that fits."""
