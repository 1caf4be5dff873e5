"""The architecture as a test: layers, sizes, one name in three places, the step that a new component still misses."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import entry_points
from itertools import chain
from pathlib import Path

import pytest
import spacy

import extractor
from extractor import annotations, locate
from extractor.collect import entities, statements
from extractor.record import STANDING, Record
from tests import ceilings

PACKAGE = Path(extractor.__file__).resolve().parent
ROOT = PACKAGE.parent
TESTS = Path(__file__).resolve().parent
LAYERS = (
    {"__main__"},
    {"cli"},
    {"checking", "cluster", "store"},
    {"batch"},
    {"reading", "writing", "pipeline"},
    {"collect", "confidence", "pipes"},
    {"normalization", "syntax"},
    {"annotations", "tables", "provenance"},
    {"kept", "locate"},
    {"saved", "schema"},
    {"descriptions"},
    {"article", "record", "errors"},
    {"vocabulary"},
)
HEAVY = {
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli", "writing/terminal"},
    "spacy": {"pipeline", "collect", "pipes", "syntax", "annotations"},
    "thinc": {"pipeline"},
    "threadpoolctl": {"pipeline"},
    "numpy": {"pipeline", "pipes", "syntax/columns", "writing/database"},
    "dateparser": {"pipes/dates"},
    "charset_normalizer": {"reading"},
    "rapidfuzz": {"store"},
    "jinja2": {"writing/html"},
    "markupsafe": {"writing/html"},
    "pyarrow": {"reading", "writing", "store", "cluster"},
    "ray": {"cluster"},
    "fsspec": {"cluster"},
    "trafilatura": {"reading"},
}
COMPONENTS = [name for name in locate.settings().order if name != locate.BASE]
WITHOUT_TABLES = {"news_paragraphs"}
"""Components that know no words: where a text breaks its lines is the same in every language."""
BEHIND = {"confidence"}
"""Folders of tables that are read when the components are done."""
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "models" not in path.relative_to(PACKAGE).parts)


def name_of(path: Path) -> str:
    """The module's path below the package, without suffix."""
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


@cache
def imports(path: Path, *, only_types: bool = True) -> frozenset[str]:
    """The dotted names that a module imports, wherever in it; those for types alone where that is asked for."""
    skipped = set() if only_types else for_types(path)
    return frozenset(name for node in ceilings.nodes(path) if id(node) not in skipped for name in imported(node))


def for_types(path: Path) -> set[int]:
    """The nodes that only a type checker reads."""
    blocks = [each for each in ceilings.tree(path).body if isinstance(each, ast.If)]
    return {id(node) for each in blocks if "TYPE_CHECKING" in ast.dump(each.test) for node in ast.walk(each)}


def imported(node: ast.AST) -> Iterator[str]:
    """The names that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
        yield from (each.value for each in node.args[:1] if isinstance(each, ast.Constant))


def layer(part: str) -> int:
    """The number of the layer that a part of the package is in, the highest first."""
    found = [number for number, parts in enumerate(LAYERS) if part in parts]
    assert found, f"extractor/{part} has no layer: add it to LAYERS and to the architecture's drawing"
    return found[0]


def within(path: Path) -> Iterator[tuple[list[str], str]]:
    """The parts of a module's own name, with each name of ours that it imports."""
    own = name_of(path).split("/")
    if own != ["__init__"]:
        yield from ((own, name) for name in imports(path) if name.startswith("extractor."))


def test_imports_go_downwards() -> None:
    wrong = []
    for own, name in chain.from_iterable(map(within, MODULES)):
        other = name.split(".")[1:]
        if own[0] == "pipes" and other[0] == "pipes" and other[1] != own[1]:
            wrong.append(f"{'/'.join(own)} imports {name}: components talk through the Doc")
        elif other[0] not in {own[0], "__version__"} and layer(own[0]) >= layer(other[0]):
            wrong.append(f"{'/'.join(own)} imports {name}: layers import downwards only")
    assert not wrong, "\n".join(wrong)


def test_no_modules_import_one_another() -> None:
    names = {f"extractor.{name_of(path).replace('/', '.').removesuffix('.__init__')}" for path in MODULES}
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        own = f"extractor.{name_of(path).replace('/', '.').removesuffix('.__init__')}"
        pairs = ((name, name.rpartition(".")[0]) for name in imports(path, only_types=False))
        graph[own] = {next((each for each in pair if each in names), own) for pair in pairs} - {own, "extractor"}
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"modules import one another: {' -> '.join(error.args[1])}")


def test_heavy_libraries_stay_where_they_are_named() -> None:
    wrong = []
    for path in MODULES:
        for name in imports(path):
            allowed = HEAVY.get(name.split(".")[0], {""})
            if not name_of(path).startswith(tuple(allowed)):
                wrong.append(f"{name_of(path)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_modules_and_functions_are_short_and_say_why_they_exist() -> None:
    wrong = [f"{name_of(path)}: {fault}" for path in MODULES for fault in long_or_silent(path)]
    assert not wrong, "\n".join(wrong)


def long_or_silent(path: Path) -> Iterator[str]:
    """What is too long in a module, and whether it has no docstring."""
    tree = ceilings.tree(path)
    if len(path.read_text(encoding="utf-8").splitlines()) > 300:
        yield "a module over 300 lines: split it by linguistic job"
    if not ast.get_docstring(tree):
        yield "a module opens with why it exists"
    for node in ceilings.nodes(path):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            if lines > 40:
                yield f"{node.name} has {lines} lines: split it"


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_has_its_name_in_three_places(component: str) -> None:
    short = component.removeprefix("news_")
    pipe = PACKAGE / "pipes" / short / "pipe.py"
    assert pipe.is_file(), f"add extractor/pipes/{short}/pipe.py"
    assert len(pipe.read_text(encoding="utf-8").splitlines()) <= 120, "pipe.py is the spaCy side only"
    assert (TESTS / "pipes" / f"test_{short}.py").is_file(), f"add tests/pipes/test_{short}.py"
    if component not in WITHOUT_TABLES:
        folder = locate.language() / short
        assert list(folder.glob("*.csv")), f"add tables to models/en/{short}/"
        assert (folder / "README.md").is_file(), f"say in models/en/{short}/README.md what its tables hold"


def test_every_folder_of_pipes_and_of_tables_is_a_component() -> None:
    names = {component.removeprefix("news_") for component in COMPONENTS}
    pipes = {path.parent.name for path in (PACKAGE / "pipes").glob("*/pipe.py")}
    tables = {path.name for path in locate.language().iterdir() if path.is_dir()}
    assert pipes == names, "config.cfg and extractor/pipes name the same components"
    assert tables <= names | BEHIND, "every folder of tables belongs to a component"
    assert {path.stem.removeprefix("test_") for path in (TESTS / "pipes").glob("test_*.py")} >= names


def test_entry_points_name_every_component() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert list(declared["spacy_factories"]) == COMPONENTS, "pyproject.toml lists the components in config.cfg's order"
    installed = {point.name for point in entry_points(group="spacy_factories")}
    assert set(COMPONENTS) <= installed, "install the package again: its entry points have changed"


def test_every_component_writes_slots_and_every_slot_has_a_component() -> None:
    writers = {slot.component for slot in annotations.SLOTS}
    assert writers - {annotations.CALLER.component} == set(COMPONENTS)


def test_every_list_of_the_record_is_collected() -> None:
    assert set(STANDING) <= set(Record.__dataclass_fields__)
    collected = set(vars(entities)) | set(vars(statements))
    assert set(STANDING) <= collected, "collect has one function a list"


def test_components_can_be_added_by_name_to_any_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("news_paragraphs")
    assert nlp("One.\n\nTwo.")._.paragraphs == [{"start": 0, "end": 4}, {"start": 6, "end": 10}]


RULED = re.compile(
    r"""\.rule\b\s*(?:==|!=|in\b|not\s+in\b)|\.rule\.(?:startswith|endswith|partition|split)|(?:==|!=|in)\s+\w+\.rule\b
    |\[.rule.\]\s*(?:==|!=|in\b)|\[.rule.\]\.(?:startswith|endswith|partition|split)""",
    re.VERBOSE,
)


PIPES = [path for path in MODULES if name_of(path).startswith("pipes/")]


def test_no_component_decides_by_the_name_of_a_rule() -> None:
    found = {name_of(path): RULED.findall(path.read_text(encoding="utf-8")) for path in PIPES}
    wrong = {name: here for name, here in found.items() if here}
    assert not wrong, "a rule is for display; put a typed fact on the slot or in the row"


def test_nothing_unfinished_is_left() -> None:
    marks = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "SKELE" + "TON", "NotImplemented" + "Error")))
    for path in MODULES:
        assert not marks.search(path.read_text(encoding="utf-8")), name_of(path)


def test_no_module_is_a_drawer() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "util", "helpers", "misc", "common"}]


@pytest.mark.parametrize("measure", list(ceilings.MEASURES))
def test_no_folder_has_more_of_it_than_its_ceiling(measure: str) -> None:
    allowed = json.loads(ceilings.FILE.read_text(encoding="utf-8"))[measure]
    found = ceilings.MEASURES[measure]()
    over = {folder for folder, number in ceilings.counted(found).items() if number > allowed.get(folder, 0)}
    assert not over, f"{measure}: " + "\n".join(f"{one.where} {one.what}" for one in found if one.folder in over)
