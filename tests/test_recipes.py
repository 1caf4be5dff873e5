"""The recipes of docs/recipes.md run through a real shell, as they stand there."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
SAMPLES = ("siege", "interview", "press-release")


@pytest.mark.parametrize("block", BLOCKS, ids=range(1, len(BLOCKS) + 1))
def test_recipe(block, tmp_path, programs):
    for tool in ("jq", "sqlite3", "datasette"):
        if re.search(rf"\b{tool} ", block) and shutil.which(tool, path=programs) is None:
            pytest.skip(f"{tool} is not installed")
    (tmp_path / "samples").mkdir()
    for name in SAMPLES:
        shutil.copy(ROOT / "samples" / f"{name}.txt", tmp_path / "samples")
        os.utime(tmp_path / "samples" / f"{name}.txt")
    environment = {**os.environ, "PATH": programs, "XDG_CONFIG_HOME": str(tmp_path)}
    shell = ["bash", "-euo", "pipefail", "-c", block]
    done = subprocess.run(
        shell, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert "Traceback" not in done.stderr
