"""The wheel: built, unpacked outside the checkout, it finds its tables and makes the same record."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import golden

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel, as pip would lay it out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("newsextract-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def test_tables_are_inside_the_package_and_nothing_lies_beside_it(site: Path) -> None:
    assert {path.name for path in site.iterdir()} == {"extractor", *(path.name for path in site.glob("*.dist-info"))}
    assert (site / "extractor" / "models" / "en" / "config.cfg").is_file()
    assert (site / "extractor" / "models" / "world" / "outlines.json").is_file()
    templates = {path.name for path in (ROOT / "extractor" / "writing" / "html" / "templates").iterdir()}
    assert {path.name for path in (site / "extractor" / "writing" / "html" / "templates").iterdir()} == templates
    ours = {path.relative_to(ROOT / "models") for path in (ROOT / "models").rglob("*.csv")}
    assert {path.relative_to(site / "extractor" / "models") for path in site.rglob("*.csv")} == ours


def test_an_installed_package_makes_the_golden_record(site: Path, tmp_path: Path) -> None:
    sample = golden.SAMPLES[0]
    (tmp_path / sample.name).write_bytes(sample.read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "extractor", sample.name]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    made, kept = json.loads(done.stdout), json.loads(golden.path_of(sample).read_text(encoding="utf-8"))
    del made["extractor"], made["sha256"], made["source"], kept["source"]
    assert made == kept
    where = [sys.executable, "-c", "import extractor.locate; print(extractor.locate.models())"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()) == site / "extractor" / "models"
