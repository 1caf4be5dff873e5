"""What an organization is: by the tables of well-known ones, the words of its name, or what the text says it is."""

import re
from collections.abc import Callable, Sequence

from extractor.pipes.organizations.identity import WORD, Organization
from extractor.pipes.organizations.words import Kind, Words
from extractor.vocabulary import OrganizationKind

BEHIND = re.compile(r" ([a-z]{3,})\b")
"""The noun behind a name."""
WIDEST = 5
"""Words of a description that are looked at."""


def told(organization: Organization, words: Words) -> tuple[str, OrganizationKind | None]:
    """The name of the step that tells the kind, and the kind."""
    for name, step in STEPS:
        if (kind := step(organization, words)) is not None:
            return name, kind
    return "nothing tells", None


def _known(organization: Organization, _: Words) -> OrganizationKind | None:
    return next((name.known["kind"] for name in organization.names if name.known), None)


def _traded(organization: Organization, words: Words) -> OrganizationKind | None:
    """ "Sorell Freight (NASDAQ: SFRT)"."""
    return "company" if any(words.brackets.match(name.after) for name in organization.names) else None


def _of(organization: Organization, words: Words) -> OrganizationKind | None:
    """ "Department of Health" is what a department is."""
    parts = [part.lower() for part in WORD.findall(organization.full.text)]
    row = words.kinds.get(parts[0]) if len(parts) > 2 and parts[1] == "of" else None
    return row.kind if row is not None else None


def _words(organization: Organization, words: Words) -> OrganizationKind | None:
    """The last word of the name that tells, a weak one only where no other does."""
    rows = _rows([part.lower() for part in reversed(WORD.findall(organization.full.text))], words)
    return min(rows, key=lambda row: row.strength == "weak").kind if rows else None


def _described(organization: Organization, words: Words) -> OrganizationKind | None:
    """What stands before a name ("the charity Sorell") or behind it ("Sorell, a law firm", "the ACV union")."""
    for name in organization.names:
        rows = _rows([part.lower().rstrip(",") for part in name.before.split()[-1:]], words)
        if not rows and (following := BEHIND.match(name.after)) is not None:
            rows = _rows([following[1]], words)
        if not rows and (opening := words.described.match(name.after)) is not None:
            rows = _rows([part.lower() for part in WORD.findall(name.after, opening.end())[:WIDEST]], words)
        if rows:
            return rows[0].kind
    return None


def _rows(parts: Sequence[str], words: Words) -> list[Kind]:
    return [row for part in parts if (row := words.kinds.get(part) or words.kinds.get(part.rstrip("."))) is not None]


def _side(organization: Organization, _: Words) -> OrganizationKind | None:
    """ "Brazil beat Italy": a team that is called as its place."""
    return "team" if any(name.team for name in organization.names) else None


STEPS: tuple[tuple[str, Callable[[Organization, Words], OrganizationKind | None]], ...] = (
    ("well known", _known),
    ("called as its place", _side),
    ("a ticker", _traded),
    ("what stands before of", _of),
    ("a word of the name", _words),
    ("a description", _described),
)
