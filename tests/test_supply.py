"""What the program is made of: pinned by hashes, told in a bill of materials, under licences that go with ours."""

import importlib.util
import json
import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-run.lock", "requirements-test.lock")
FREE = frozenset(
    (
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "CNRI-Python",
        "ISC",
        "LicenseRef-Public-Domain",
        "MIT",
        "MPL-1.1",
        "MPL-2.0",
        "PSF-2.0",
        "Zlib",
    )
)
"""Licences under which a package may be installed beside one under MIT."""

spec = importlib.util.spec_from_file_location("lock", ROOT / "docs" / "lock.py")
assert spec is not None
assert spec.loader is not None
lock = importlib.util.module_from_spec(spec)
spec.loader.exec_module(lock)


def test_the_bill_of_materials_is_that_of_the_lock():
    assert json.loads(lock.BILL.read_text(encoding="utf-8")) == lock.bill()


def test_every_package_has_hashes():
    assert [name for (name, _), hashes in lock.pins().items() if not hashes] == []
    for each in LOCKS:
        lines = (ROOT / each).read_text(encoding="utf-8").splitlines()
        named = [line for line in lines if "==" in line]
        assert all(line.endswith("\\") for line in named), f"{each}: a package without a hash"


def test_the_locks_are_parts_of_the_whole():
    whole = set(re.findall(r"^\S+==\S+", (ROOT / LOCKS[0]).read_text(encoding="utf-8"), re.MULTILINE))
    for part in LOCKS[1:]:
        assert set(re.findall(r"^\S+==\S+", (ROOT / part).read_text(encoding="utf-8"), re.MULTILINE)) <= whole


def test_every_package_has_a_licence_that_goes_with_ours():
    known = lock.licences()
    assert [name for name, _ in lock.pins() if name not in known] == []
    for name, licence in known.items():
        choices = [set(choice.split(" AND ")) for choice in licence.split(" OR ")]
        assert any(choice <= FREE for choice in choices), f"{name}: {licence}"


@pytest.mark.parametrize("name", sorted({name for name, _ in lock.pins()}))
def test_packages_say_the_same_of_themselves(name):
    """Where a package that is installed here has the licence in SPDX's words, it is the one that we have noted."""
    try:
        said = metadata.metadata(name).get("License-Expression")
    except metadata.PackageNotFoundError:
        pytest.skip("not installed here")
    assert said is None or said == lock.licences()[name]
