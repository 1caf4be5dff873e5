"""The samples: the program still makes of them what was read and found right, and they are what they claim to be."""

import json
from pathlib import Path

import pytest

from extractor.pipeline import Extractor
from tests import golden
from tests.test_contract import assert_sound

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("sample", golden.SAMPLES, ids=lambda path: path.stem)
def test_golden_record(loaded: Extractor, sample: Path) -> None:
    made, kept = golden.record(loaded, sample), golden.path_of(sample).read_text(encoding="utf-8")
    assert json.loads(made) == json.loads(kept), "read the difference; if it is right: python tests/golden.py"
    assert made == kept


@pytest.mark.parametrize("sample", golden.SAMPLES, ids=lambda path: path.stem)
def test_records_are_sound(loaded: Extractor, sample: Path) -> None:
    article = golden.article(sample)
    assert_sound(loaded.record(article), article.text)


def test_every_golden_record_has_its_sample() -> None:
    assert len(golden.SAMPLES) >= 10
    assert {golden.path_of(sample) for sample in golden.SAMPLES} == set((golden.HERE / "records").iterdir())


def test_the_page_of_samples_names_them_all() -> None:
    page = (ROOT / "docs" / "samples.md").read_text(encoding="utf-8")
    assert [sample.name for sample in golden.SAMPLES if f"`{sample.name}`" not in page] == []


def test_forms_that_are_hard_to_keep_in_a_repository() -> None:
    named = {sample.name: sample.read_bytes() for sample in golden.SAMPLES}
    assert b"\r\n" in named["flood-wrapped-crlf.txt"]
    assert named["court-sentencing.txt"].isascii()
    assert b" -- " in named["court-sentencing.txt"]
    with pytest.raises(UnicodeDecodeError):
        named["company-results-cp1252.txt"].decode("utf-8")
    for name, data in named.items():
        assert 150 <= len(data.split()) <= 600, name
