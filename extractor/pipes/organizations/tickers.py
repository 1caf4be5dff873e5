"""Tickers: "(NASDAQ: TWIN)" behind a company's name is what its shares are called, neither acronym nor organization."""

import re
from collections.abc import Iterable

from extractor.tables import Row

AHEAD = 48
"""Characters behind a name in which its bracket is read."""
SYMBOL = r"[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,4})?"


class Exchange(Row, frozen=True, kw_only=True):
    """What stands before the symbol in the bracket: a stock exchange, or the word "ticker"."""

    exchange: str


def pattern(rows: Iterable[Exchange]) -> re.Pattern[str]:
    """The bracket behind a name."""
    choices = "|".join(sorted((re.escape(row.exchange) for row in rows), key=len, reverse=True))
    return re.compile(rf"\s?\((?:{choices}):\s?(?P<symbol>{SYMBOL})(?:[;,)]|\s)", re.IGNORECASE)


def ticker(text: str, end: int, brackets: re.Pattern[str]) -> str | None:
    """The symbol in the bracket behind a name that ends there; None where there is none."""
    match = brackets.match(text, end, end + AHEAD)
    return match["symbol"] if match is not None and match["symbol"].isupper() else None
