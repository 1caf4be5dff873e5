"""From the name of a step, as a decision gives it, to the line of code that is the step.

A decision names its module and its step: "quotes/speaker: who is quoted". Steps stand in the code as pairs of a name
and a function, in a tuple or a dict, so the pair of that name is looked up in the module, and then the function.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parent.parent
AFTER_NAME = (", ", " +", " -")
"""What may follow the name of a step in a decision: "weekday, counted from text"."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """A module's path from the folder that holds the package, its tree, and what it imports: {name here: module}."""

    path: str
    tree: ast.Module
    imported: dict[str, str]


def line_of(step: str) -> str | None:
    """ "extractor/pipes/quotes/speaker.py:76 _quoted" for "quotes/speaker: who is quoted".

    The module alone where the decision is no named step of it; None where there is no such module.
    """
    where, _, said = step.partition(": ")
    found = _module(f"pipes/{where}")
    if found is None:
        return None
    name = said
    for end in AFTER_NAME:
        name = name.partition(end)[0]
    return _named(found, name) or found.path


def _named(module: Module, name: str) -> str | None:
    """The function that stands beside the name; else the function of that name, or the one that gives the name."""
    beside = [_defined(module, value) for key, value in _pairs(module.tree) if key is not None and _says(key, name)]
    if beside:
        return next((place for place in beside if " " in place), beside[0])
    for function in _functions(module.tree):
        if name and (function.name == name or any(_says(node, name) for node in ast.walk(function))):
            return f"{module.path}:{function.lineno} {function.name}"
    return None


def _pairs(tree: ast.Module) -> Iterator[tuple[ast.expr | None, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            yield from zip(node.keys, node.values, strict=True)
        elif isinstance(node, ast.Tuple) and len(node.elts) > 1 and not isinstance(node.elts[1], ast.Constant):
            yield node.elts[0], node.elts[1]


def _says(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == name


def _functions(tree: ast.Module) -> Iterator[Function]:
    yield from (node for node in ast.walk(tree) if isinstance(node, Function))


def _defined(module: Module, value: ast.expr) -> str:
    """Where a step is defined: here, as a method of a class here, or in the module that it comes from."""
    value = _called(value)
    if isinstance(value, ast.Name | ast.Attribute):
        name = value.id if isinstance(value, ast.Name) else value.attr
        owner = value.value.id if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name) else name
        source = module.imported.get(owner)
        home = module if source is None else _module(source) or _module(f"{source}/{owner}")
        for function in _functions(home.tree) if home is not None else ():
            if home is not None and function.name == name:
                return f"{home.path}:{function.lineno} {name}"
    return f"{module.path}:{value.lineno}"


def _called(value: ast.expr) -> ast.expr:
    """The function that a lambda, or the expression of a result, calls."""
    while isinstance(value, ast.Lambda | ast.Call):
        value = value.body if isinstance(value, ast.Lambda) else value.func
    return value


@cache
def _module(where: str) -> Module | None:
    """The module at a path below the package, without its suffix."""
    path = PACKAGE / f"{where}.py"
    if not path.is_file():
        return None
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
    imported = {
        alias.asname or alias.name: (node.module or "").removeprefix(f"{PACKAGE.name}.").replace(".", "/")
        for node in imports
        for alias in node.names
    }
    return Module(f"{PACKAGE.name}/{where}.py", tree, imported)
