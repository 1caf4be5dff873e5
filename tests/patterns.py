"""Every regular expression of the project, and the texts that would make one take the square of their length.

Run as a program it finds the patterns itself: all that our modules compile when they are imported, when the pipeline is
loaded with its tables, and when samples are read; and those that stand in a call as they are. Each is driven over text
with repeated units: for every repeat in the pattern the shortest text that leads to it, then its body again and again,
then something that does not fit; and units of its own alphabet, alone and in pairs. Time of the processor is taken at n
and at 4n characters, and again at larger sizes where it might be more than a line.
"""

import ast
import importlib
import json
import math
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
EXPONENT = 1.3
SHORT = 500
"""Characters of the first measurement; the second has four times as many."""
TOO_LITTLE, ENOUGH = 2e-4, 0.02
"""Seconds that say nothing, and that are enough to tell how a pattern grows."""
LARGEST = 32_000
MOST_UNITS = 30
"""Units of a pattern, without --all."""
FEW = 64
"""A repeat of at most so many bounds itself: a pattern that has no other takes a line of time whatever the text."""
PATIENCE = 3.0
"""Seconds after which a pattern has failed without an exponent."""
CLASSES = {
    "space": " ",
    "digit": "1",
    "word": "a",
    "not_digit": "a",
    "not_word": "-",
    "not_space": "a",
}
GENERAL = (
    "a",
    "A",
    "Aa ",
    "a ",
    "1",
    "1 ",
    " ",
    "\n",
    "\t",
    "\n ",
    ",",
    ", ",
    ".",
    ". ",
    "-",
    "'",
    '"',
    "“",
    "”",
    "(",
    ")",
    "$ ",
    "@",
    "/",
    ":",
    "|",
    "_",
    "é",
    "中",
    "½",
    "\u0301",
    "a-",
    "A.",
    "1,",
    "1.",
    "1:",
    "1/",
    "a,\n",
    "Aa, ",
    "a@",
    "$1 ",
)
ENDS = ("\x00", "!\n", "")


class TimeoutFoundError(Exception):
    """A pattern that does not end."""


class Grown(NamedTuple):
    """A pattern that takes more than a line of time over `unit`, repeated behind `lead`."""

    where: str
    pattern: str
    lead: str
    unit: str
    end: str
    exponent: float
    seconds: float
    characters: int


class Watch:
    """`re._compile` with a list of who called it."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, int], set[str]] = {}
        self._compile: Callable[..., Any] = re._compile  # type: ignore[attr-defined]

    def __call__(self, pattern: Any, flags: Any) -> Any:
        made = self._compile(pattern, flags)
        if isinstance(made.pattern, str):
            frame: FrameType | None = sys._getframe(2)
            path = Path(frame.f_code.co_filename) if frame else Path()
            if ROOT / "extractor" in path.parents:
                where = f"{path.relative_to(ROOT / 'extractor')}:{frame.f_lineno if frame else 0}"
                self.found.setdefault((made.pattern, made.flags), set()).add(where)
        return made


def patterns() -> dict[tuple[str, int], set[str]]:
    """Every pattern with its flags, and the lines that make it; to be called before anything of ours is imported."""
    watch = Watch()
    re._compile = watch  # type: ignore[attr-defined]
    extractor = importlib.import_module("extractor")
    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    loaded = extractor.load()
    for path in sorted((ROOT / "samples").glob("*.txt"))[:8]:
        loaded.record(
            extractor.Article(text=path.read_text(encoding="utf-8", errors="replace"), source="2007/07/10/a.txt")
        )
    re._compile = watch._compile  # type: ignore[attr-defined]
    for pattern, flags, where in _written():
        watch.found.setdefault((pattern, flags), set()).add(where)
    return watch.found


def _written() -> Iterator[tuple[str, int, str]]:
    """Patterns that stand as a constant in a call of `re`, whether or not the call was made."""
    for path in sorted((ROOT / "extractor").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (pattern := _constant(node)) is not None:
                made = re.compile(pattern, _flags(node))
                yield made.pattern, made.flags, f"{path.relative_to(ROOT / 'extractor')}:{node.lineno}"


def _constant(node: ast.Call) -> str | None:
    """The pattern of a call of `re`, where it stands there."""
    called, first = node.func, node.args[0] if node.args else None
    if not isinstance(called, ast.Attribute) or _name(called.value) != "re" or called.attr == "escape":
        return None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def _flags(node: ast.Call) -> int:
    given = (*node.args[1:], *(each.value for each in node.keywords))
    names = [part.attr for each in given for part in ast.walk(each) if isinstance(part, ast.Attribute)]
    return sum(int(getattr(re, name)) for name in names if isinstance(getattr(re, name, None), re.RegexFlag))


class Text:
    """The shortest texts that fit a parsed pattern, and on the way every repeat with what leads to it."""

    def __init__(self) -> None:
        self.repeats: list[tuple[str, str]] = []
        self.alphabet: dict[str, None] = {}
        self._groups: dict[int, str] = {}

    def of(self, parsed: Any, lead: str = "") -> str:
        made = ""
        for operation, value in parsed:
            made += self._one(str(operation), value, lead + made)
        return made

    def _one(self, operation: str, value: Any, lead: str) -> str:
        match operation:
            case "LITERAL":
                return self._seen(chr(value))
            case "NOT_LITERAL":
                return "a" if chr(value) != "a" else "b"
            case "ANY":
                return "a"
            case "IN":
                return self._one_of(value)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeat(value, lead)
            case "SUBPATTERN":
                made = self.of(value[3], lead)
                self._groups[value[0]] = made
                return made
            case "ATOMIC_GROUP":
                return self.of(value, lead)
            case "BRANCH":
                return min((self.of(branch, lead) for branch in value[1]), key=len)
            case "GROUPREF":
                return self._groups.get(value, "")
            case "ASSERT":
                self.of(value[1], lead)
        return ""

    def _repeat(self, value: tuple[int, int, Any], lead: str) -> str:
        least, most, body = value
        unit = self.of(body, lead)
        if int(most) > FEW:
            for each in self._bodies(body, unit):
                self.repeats.append((lead, each))
        return unit * least

    def _bodies(self, body: Any, unit: str) -> Iterator[str]:
        yield unit
        if len(body) == 1 and str(body[0][0]) == "IN":
            yield from (each for each in ("a", "A", "1", " ", "\n", ".", "-", "@", "'") if _fits(body, each))

    def _one_of(self, members: Any) -> str:
        if str(members[0][0]) == "NEGATE":
            taken = members[1:]
            return next((each for each in "aA1 -.\n(é" if not _among(taken, each)), "中")
        shown = ""
        for operation, value in members:
            match str(operation):
                case "LITERAL":
                    shown = shown or chr(value)
                    self._seen(chr(value))
                case "RANGE":
                    shown = shown or chr(value[0])
                    self._seen(chr(value[0]))
                case "CATEGORY":
                    each = CLASSES[str(value).removeprefix("CATEGORY_").removeprefix("UNI_").lower()]
                    shown = shown or each
                    self._seen(each)
        return shown

    def _seen(self, character: str) -> str:
        if len(self.alphabet) < 12:
            self.alphabet[character] = None
        return character


def _among(members: Any, character: str) -> bool:
    for operation, value in members:
        match str(operation):
            case "LITERAL" if chr(value) == character:
                return True
            case "RANGE" if value[0] <= ord(character) <= value[1]:
                return True
            case "CATEGORY":
                name = str(value).removeprefix("CATEGORY_").removeprefix("UNI_").lower()
                kind = {
                    "space": r"\s",
                    "digit": r"\d",
                    "word": r"\w",
                    "not_space": r"\S",
                    "not_digit": r"\D",
                    "not_word": r"\W",
                }[name]
                if re.fullmatch(kind, character):
                    return True
    return False


def _fits(body: Any, character: str) -> bool:
    members = body[0][1]
    if str(members[0][0]) == "NEGATE":
        return not _among(members[1:], character)
    return _among(members, character)


def units(pattern: str, flags: int, *, many: bool) -> list[tuple[str, str]]:
    """(lead, unit) for one pattern, each once."""
    text = Text()
    whole = text.of(re._parser.parse(pattern, flags & ~re.UNICODE))  # type: ignore[attr-defined]
    if not text.repeats:
        return []
    letters = [*text.alphabet]
    found: dict[tuple[str, str], None] = {}
    for lead, unit in text.repeats:
        if unit:
            found[lead, unit] = None
            found["", unit] = None
            found["", (lead + unit)[-40:]] = None
            found[lead, unit + " "] = None
    for unit in (whole, whole + " ", whole[:-1], *letters, *(GENERAL if many else GENERAL[::5])):
        if unit and len(unit) <= 60:
            found["", unit] = None
    if many:
        for one, other in product(letters[:7], repeat=2):
            found["", one + other] = None
    wanted = [*found]
    return wanted if many else wanted[:: max(1, len(wanted) // MOST_UNITS)]


ANCHORED = {"match": re.Pattern.match, "fullmatch": re.Pattern.fullmatch}


class Uses:
    """What is done with the patterns that have a name: those that are only matched at one place are driven so."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Path, str]] = {}
        self._methods: dict[tuple[Path, str], set[str]] = {}
        for path in sorted((ROOT / "extractor").rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            homes = dict(_imported(tree))
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign) and len(node.targets) == 1:
                    for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                        self._made[f"{path.relative_to(ROOT / 'extractor')}:{line}"] = path, _name(node.targets[0])
            called = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            for node in ast.walk(tree):
                if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load):
                    name = _name(node)
                    home = (
                        homes.get(_name(node.value), path) if isinstance(node, ast.Attribute) else homes.get(name, path)
                    )
                    self._methods.setdefault((home, name), set()).add(called.get(id(node), "passed on"))

    def of(self, places: set[str]) -> list[Callable[[re.Pattern[str], str], Any]]:
        """The ways to drive a pattern."""
        methods: set[str] = set()
        for place in places:
            methods |= self._methods.get(self._made.get(place, (Path(), "")), {"passed on"})
        if methods <= ANCHORED.keys() | {"pattern"}:
            return [ANCHORED[name] for name in sorted(methods & ANCHORED.keys())]
        return [_everywhere]


def _imported(tree: ast.Module) -> Iterator[tuple[str, Path]]:
    """The names that a module takes from others of ours, and the files that have them; modules too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("extractor"):
            home = ROOT / (node.module or "").replace(".", "/")
            for alias in node.names:
                inner = home / f"{alias.name}.py"
                yield alias.asname or alias.name, inner if inner.exists() else home.with_suffix(".py")


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _everywhere(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def _taken(drive: Callable[[re.Pattern[str], str], Any], pattern: re.Pattern[str], text: str) -> float:
    start = time.thread_time()
    drive(pattern, text)
    return time.thread_time() - start


def exponent(
    drive: Callable[[re.Pattern[str], str], Any], pattern: re.Pattern[str], make: Callable[[int], str]
) -> tuple[float, float, int]:
    """How the time grows, the seconds and the characters of the largest text measured."""
    large = 4 * SHORT
    while True:
        few, last = _taken(drive, pattern, make(large // 4)), _taken(drive, pattern, make(large))
        grows = math.log(max(last, 1e-7) / max(few, 1e-7), 4)
        if grows <= EXPONENT or last < TOO_LITTLE:
            return 0.0, last, large
        if last > ENOUGH or large >= LARGEST:
            break
        large *= 2
    if last < ENOUGH * 10:  # the best of some, as others work here too
        few = min(few, *(_taken(drive, pattern, make(large // 4)) for _ in range(3)))
        last = min(last, *(_taken(drive, pattern, make(large)) for _ in range(2)))
    return math.log(last / max(few, 1e-7), 4), last, large


def grown(pattern: str, flags: int, where: str, drives: list[Any], *, many: bool) -> Iterator[Grown]:
    """The first unit over which a pattern grows too fast, if there is one."""
    compiled = re.compile(pattern, flags)

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutFoundError

    signal.signal(signal.SIGPROF, ring)
    for lead, unit in units(pattern, flags, many=many):
        for end, drive in product(ENDS if many else ENDS[:1], drives):
            signal.setitimer(signal.ITIMER_PROF, PATIENCE)
            try:
                found, seconds, characters = exponent(
                    drive, compiled, lambda size, lead=lead, unit=unit, end=end: lead + unit * (size // len(unit)) + end
                )
            except TimeoutFoundError:
                found, seconds, characters = 9.0, PATIENCE, 0
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            if found > EXPONENT:
                yield Grown(where, pattern, lead, unit, end, round(found, 2), round(seconds, 3), characters)
                return


def main() -> None:
    """Prints what grows, a JSON object a line, and the number of patterns as the last line."""
    many = "--all" in sys.argv
    found, uses = patterns(), Uses()
    for (pattern, flags), places in found.items():
        for each in grown(pattern, flags, " ".join(sorted(places)), uses.of(places), many=many):
            sys.stdout.write(json.dumps(each._asdict(), ensure_ascii=True) + "\n")
            sys.stdout.flush()
    sys.stdout.write(json.dumps({"patterns": len(found)}) + "\n")


if __name__ == "__main__":
    main()
