"""Writes `towns.txt`: the towns and divisions of the gazetteer; behind a tilde those that are first names or surnames.

    python models/en/names/build_towns.py

One name a line, in small letters, as the gazetteer's key: letters without marks, no stops or hyphens. Evidence only:
behind "in" such a name is a place's; a namesake of people ("Norwood") is rather than an organization's.
"""

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEAST = 3_000
"""Inhabitants of the smallest town; a division counts whatever it has."""
SHORTEST, LONGEST = 3, 3
"""Letters of the longest name that is too short, and words of the longest."""
LETTER = re.compile(r"[^\W\d]")


def people(name: str) -> set[str]:
    """The first words of the lines of a list of names."""
    return {line.partition("\t")[0].lower() for line in (HERE / name).read_text(encoding="utf-8").splitlines()}


def towns() -> list[str]:
    """The names, in order."""
    found = set()
    left_out = people("given_names.tsv") | people("surnames.txt")
    for line in (HERE.parent / "places" / "gazetteer.tsv").read_text(encoding="utf-8").splitlines():
        key, *records = line.split("\t")
        named = len(key) > SHORTEST and len(key.split()) <= LONGEST and LETTER.match(key) is not None
        if named and any(_counts(record) for record in records):
            found.add(f"~{key}" if key in left_out else key)
    return sorted(found)


def _counts(record: str) -> bool:
    if record[0] == ">":
        return False
    return record[0] in "n1" or int(record.split("|")[3] or 0) >= LEAST


if __name__ == "__main__":
    (HERE / "towns.txt").write_text("\n".join(["", *towns(), ""]), encoding="utf-8")
