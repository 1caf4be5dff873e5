#!/usr/bin/env python3
"""Invert conditions of the components, one at a time, and see which no test of the component notices.

    python benchmarks/mutants.py [COMPONENT ...] [--count N] [--seed S] [--at FILE:LINE ...] [--json FILE]

N conditions are drawn by the seed over the named components (all by default): tests of `if`, `while`, conditional
expressions and comprehensions, and returned comparisons. Each is inverted in a fork of a process that has all modules
loaded, and the component's own tests run there until one fails: its sentences, `tests/pipes/test_COMPONENT*.py` and its
rows. A mutant that none of them notices is printed with file and line. `--at` inverts the conditions of a line instead,
to see whether a new test notices one that survived. Ends with status 1 where more than `FLOOR` percent survive.
"""

import argparse
import ast
import contextlib
import importlib
import io
import json
import os
import random
import signal
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PIPES = ROOT / "extractor" / "pipes"
FLOOR = 10
"""Percent of the mutants that may survive."""
SECONDS = 300
"""After which a mutant that runs on is taken for noticed: it does not end where the program does."""


class Place(NamedTuple):
    """A condition: the module's path, the function (`Class.name` for a method), line and column."""

    path: Path
    function: str
    line: int
    column: int


def conditions(path: Path) -> Iterator[Place]:
    """Every condition in the functions and methods of a module."""
    for function, node in functions(ast.parse(path.read_text(encoding="utf-8"))):
        for condition in inner(node):
            yield Place(path, function, condition.lineno, condition.col_offset)


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The module's functions and its classes' methods, by name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{each.name}", each) for each in node.body if isinstance(each, ast.FunctionDef))


def inner(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """The conditions of a function."""
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            yield node.test
        elif isinstance(node, ast.comprehension):
            yield from node.ifs
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Compare):
            yield node.value


class Invert(ast.NodeTransformer):
    """Puts "not" before the condition at a place."""

    def __init__(self, place: Place) -> None:
        self.place, self.done = place, False

    def visit(self, node: ast.AST) -> ast.AST:
        """The node, inverted where it is the one."""
        here = (getattr(node, "lineno", 0), getattr(node, "col_offset", -1)) == (self.place.line, self.place.column)
        if here and isinstance(node, ast.expr) and not self.done:
            self.done = True
            return ast.copy_location(ast.UnaryOp(ast.Not(), node), node)
        return self.generic_visit(node)


def invert(place: Place) -> None:
    """Give the function its code with the condition inverted, wherever it is referred to."""
    tree = ast.parse(place.path.read_text(encoding="utf-8"))
    name = ".".join(place.path.relative_to(ROOT).with_suffix("").parts)
    wanted = next(node for function, node in functions(tree) if function == place.function)
    Invert(place).visit(wanted)
    code = compile(ast.fix_missing_locations(tree), str(place.path), "exec")
    holder: object = importlib.import_module(name)
    for part in place.function.split("."):
        code = next(each for each in code.co_consts if isinstance(each, types.CodeType) and each.co_name == part)
        holder = vars(holder)[part] if isinstance(holder, type) else getattr(holder, part)
    target = getattr(holder, "__wrapped__", getattr(holder, "__func__", holder))
    target.__code__ = code  # type: ignore[attr-defined]


def tests(component: str) -> list[str]:
    """The arguments of pytest for a component's own tests, the quickest first."""
    own = sorted(str(path) for path in (ROOT / "tests" / "pipes").glob(f"test_{component}*.py"))
    sentences = ROOT / "tests" / "sentences" / f"{component}.txt"
    asked = [str(ROOT / "tests" / "test_sentences.py")] if sentences.is_file() else []
    named = {f"{component}:", *(path.rpartition("test_")[2].removesuffix(".py") for path in own)}
    return [*asked, *own, str(ROOT / "tests" / "test_rows.py"), "-k", " or ".join(f"{name}" for name in sorted(named))]


def survives(place: Place) -> bool:
    """Whether the component's tests pass with the condition inverted; in a fork, so that nothing is left of it."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        signal.alarm(SECONDS)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            invert(place)
            component = place.path.relative_to(PIPES).parts[0]
            code = pytest.main(["-q", "-x", "-n", "0", "-p", "no:cacheprovider", *tests(component)])
        os._exit(0 if code == pytest.ExitCode.OK else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def drawn(components: list[str], count: int, seed: int) -> list[Place]:
    """The conditions that the seed draws, the same on every machine."""
    every = [
        place
        for component in components
        for path in sorted((PIPES / component).glob("*.py"))
        for place in sorted(set(conditions(path)))
    ]
    return sorted(random.Random(seed).sample(every, min(count, len(every))))


def standing(where: str) -> list[Place]:
    """The conditions of a line, "extractor/pipes/quotes/speaker.py:91"."""
    name, _, line = where.rpartition(":")
    path = ROOT / name
    return [place for place in sorted(set(conditions(path))) if place.line == int(line)] if path.is_file() else []


def wanted() -> tuple[list[Place], Path | None]:
    """The conditions that the command line asks for, and the file to write to."""
    known = sorted(path.parent.name for path in PIPES.glob("*/pipe.py"))
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("components", nargs="*", metavar="COMPONENT")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at", action="append", default=[], metavar="FILE:LINE")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    unknown = [name for name in asked.components if name not in known]
    if unknown:
        parser.error(f"no component {unknown[0]}; there are {', '.join(known)}")
    places = [place for where in asked.at for place in standing(where)]
    if asked.at and not places:
        parser.error(f"no condition at {asked.at[0]}")
    return places or drawn(asked.components or known, asked.count, asked.seed), asked.json


def main() -> int:
    """Print the survivors and their share."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    places, file = wanted()
    importlib.import_module("extractor.pipeline")
    for path in {place.path for place in places}:
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    survivors = []
    for number, place in enumerate(places, start=1):
        if survives(place):
            survivors.append(place)
            line = place.path.read_text(encoding="utf-8").splitlines()[place.line - 1].strip()
            print(f"{place.path.relative_to(ROOT)}:{place.line} {place.function}: {line}", flush=True)
        print(f"{number}/{len(places)}", end="\r", file=sys.stderr)
    share = 100 * len(survivors) / len(places)
    print(f"{len(survivors)} of {len(places)} inverted conditions survive ({share:.0f}%, at most {FLOOR})")
    if file:
        told = [{"file": str(p.path.relative_to(ROOT)), "line": p.line, "function": p.function} for p in survivors]
        file.write_text(json.dumps({"mutants": len(places), "survivors": told}, indent=1) + "\n")
    return int(share > FLOOR)


if __name__ == "__main__":
    sys.exit(main())
