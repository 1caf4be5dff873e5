"""What the component knows: words that tell an organization's kind, and the legal forms at the end of company names."""

import re
from typing import Literal, NamedTuple

from extractor.pipes.organizations.nominals import Called
from extractor.pipes.organizations.tickers import Exchange, pattern
from extractor.syntax.lists import Listed, Lists
from extractor.tables import Folder, Row
from extractor.vocabulary import OrganizationKind


class Kind(Row, frozen=True, kw_only=True):
    """A word of a name, or of a description, that tells the kind; a weak one gives way ("Corvid News Agency")."""

    word: str
    kind: OrganizationKind
    strength: Literal["strong", "weak"]


class LegalForm(Row, frozen=True, kw_only=True):
    """What is left off a company's name in running text ("Inc.")."""

    form: str


class Small(Row, frozen=True, kw_only=True):
    """A word of a name that its acronym leaves out."""

    word: str


class Words(NamedTuple):
    """The tables by word."""

    kinds: dict[str, Kind]
    legal_forms: frozenset[str]
    small: frozenset[str]
    called: dict[str, Called]
    brackets: re.Pattern[str]
    described: re.Pattern[str]
    """What stands between a name and what it is said to be."""


def read(folder: Folder) -> Words:
    """The words of a folder of tables."""
    return Words(
        {row.word: row for row in folder.rows("kinds.csv", Kind)},
        frozenset(row.form for row in folder.rows("legal_forms.csv", LegalForm)),
        frozenset(row.word for row in folder.rows("small_words.csv", Small)),
        {row.noun: row for row in folder.rows("nominals.csv", Called)},
        pattern(folder.rows("exchanges.csv", Exchange)),
        Lists(folder.rows("phrases.csv", Listed)).pattern(r"(?:, |\s(?:{be}) )(?:an?|the) "),
    )
