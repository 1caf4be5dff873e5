"""Golden records: what the program makes of each sample, kept under `tests/records/` and read by eye when they change.

    python tests/golden.py      write them all again

Digests are left out: that of the tables changes with every row, and would hide what else has changed; that of the text
says nothing that the sample does not.
"""

import json
from dataclasses import replace
from pathlib import Path

import msgspec

import extractor
from extractor import Article, reading
from extractor.pipeline import Extractor

HERE = Path(__file__).resolve().parent
SAMPLES = sorted((HERE.parent / "samples").glob("*.txt"))


def path_of(sample: Path) -> Path:
    """Where the golden record of a sample is."""
    return HERE / "records" / f"{sample.stem}.json"


def article(sample: Path) -> Article:
    """The sample as the command line reads it, named as from the top of the checkout."""
    (found,) = reading.read([str(sample)])
    assert isinstance(found, Article)
    return replace(found, source=f"samples/{sample.name}")


def record(loaded: Extractor, sample: Path) -> str:
    """The sample's record as indented JSON, without provenance."""
    made = msgspec.to_builtins(loaded.record(article(sample)))
    del made["extractor"], made["sha256"], made["error"], made["text"]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def write() -> None:
    """Write all of them."""
    loaded = extractor.load()
    for sample in SAMPLES:
        path_of(sample).parent.mkdir(exist_ok=True)
        path_of(sample).write_text(record(loaded, sample), encoding="utf-8")


if __name__ == "__main__":
    write()
