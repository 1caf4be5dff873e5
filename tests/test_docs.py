"""The documentation is true: its commands run, its generated pages are current, its links lead somewhere."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.test_architecture import LAYERS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("models/**/*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = [(match.group(1), match.group(2)) for match in BLOCK.finditer(README)]
SETUP, TESTS, *COMMANDS = [text for language, text in BLOCKS if language == "sh"]
ENVIRONMENT = {
    **os.environ,
    "COLUMNS": "80",
    "NO_COLOR": "1",
}


def shell(command: str, folder: Path, path: str) -> str:
    """What a command prints in a copy of the samples, as a user would run it."""
    bash, environment = ["bash", "-euo", "pipefail", "-c", command], ENVIRONMENT | {"PATH": path}
    done = subprocess.run(bash, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples, to run commands in."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "samples", folder / "samples")
    return folder


def test_the_first_two_blocks_are_one_command_each_and_set_up() -> None:
    for block in (SETUP, TESTS):
        assert len(block.strip().splitlines()) == 1
        assert block.startswith("python3 -m venv .venv && .venv/bin/pip install ")
        assert "--require-hashes -r requirements-" in block
    assert SETUP.strip().endswith("&& .venv/bin/extract samples/siege.txt")
    assert TESTS.strip().endswith("&& .venv/bin/pytest")


def test_ci_runs_the_two_blocks_as_they_stand() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [f"readme_block {number}" in script for number in (1, 2)] == [True, True]


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run_and_print_something(command: str, checkout: Path, programs: str) -> None:
    assert shell(command, checkout, programs).strip()


def test_the_record_shown_is_the_record_made(checkout: Path, programs: str) -> None:
    (shown,) = [text for language, text in BLOCKS if language == "json"]
    quotes = json.loads(shell("extract samples/siege.txt", checkout, programs))["quotes"]
    assert json.loads(shown) in quotes


def test_the_python_shown_runs() -> None:
    (shown,) = [text for language, text in BLOCKS if language == "python"]
    done = subprocess.run([sys.executable, "-c", shown], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_generated_pages_are_current(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "docs" / "build.py"), str(tmp_path)], check=True)
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.*"))
    assert {name for name in made if name.parts[0] == "components"} == {
        path.relative_to(ROOT / "docs") for path in (ROOT / "docs" / "components").iterdir()
    }
    for name in made:
        assert (tmp_path / name).read_text(encoding="utf-8") == (ROOT / "docs" / name).read_text(encoding="utf-8"), (
            f"docs/{name} is stale: python docs/build.py"
        )


def test_the_picture_of_the_report_is_what_the_program_prints() -> None:
    picture = (ROOT / "docs" / "report.svg").read_text(encoding="utf-8")
    code = "import sys; sys.path.insert(0, 'docs'); import pictures; sys.stdout.write(pictures.report())"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert done.stdout.decode() == picture, "docs/report.svg is stale: python docs/pictures.py"
    assert (ROOT / "docs" / "page.png").stat().st_size < 200_000


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target and "=" not in target:
            assert (page.parent / target).exists(), target


def test_architecture_is_drawn_as_it_is_tested() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = [set(line.split(" | ")) for line in page.split("```text\n")[2].split("\n```")[0].splitlines()]
    assert drawn == list(LAYERS)


def test_the_lock_pins_what_the_package_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.rstrip("\\ ")) for line in lines if line and line[0] not in "# "]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    for wanted in (Requirement(line) for group in groups for line in group):
        found = [pin for pin in pins if pin.name == wanted.name]
        assert found, f"{wanted.name} is not in requirements.lock"
        versions = [next(iter(pin.specifier)).version for pin in found]
        assert all(wanted.specifier.contains(version) for version in versions), f"{wanted}: locked {versions}"


def test_the_changelog_knows_the_version() -> None:
    assert f"## {metadata.version('newsextract')}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_model_card_names_licences_and_every_folder_of_tables() -> None:
    card = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    folders = [path.name for path in (ROOT / "models" / "en").iterdir() if path.is_dir()]
    assert [name for name in [*folders, "GeoNames", "CC BY 4.0", "MIT"] if name not in card] == []
