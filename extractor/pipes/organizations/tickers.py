"""Tickers: "(NASDAQ: TWIN)" behind a company's name is what its shares are called, neither acronym nor organization."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from extractor.tables import Row

AHEAD = 48
"""Characters behind a name in which its bracket is read."""
SYMBOL = r"[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,4})?"


class Exchange(Row, frozen=True, kw_only=True):
    """What stands before the symbol in the bracket: a stock exchange, or the word "ticker"."""

    exchange: str


class Ticker(NamedTuple):
    """A symbol, and where its bracket ends."""

    symbol: str
    end: int


def pattern(rows: Iterable[Exchange]) -> re.Pattern[str]:
    """The bracket behind a name."""
    choices = "|".join(sorted((re.escape(row.exchange) for row in rows), key=len, reverse=True))
    return re.compile(rf"\s?\((?:{choices}):\s?(?P<symbol>{SYMBOL})(?:[;,)]|\s)", re.IGNORECASE)


def ticker(text: str, end: int, brackets: re.Pattern[str]) -> Ticker | None:
    """The ticker in the bracket behind a name that ends there; None where there is none."""
    match = brackets.match(text, end, end + AHEAD)
    if match is None or not match["symbol"].isupper():
        return None
    closing = text.find(")", match.end("symbol"), end + 2 * AHEAD)
    return Ticker(match["symbol"], closing if closing >= 0 else match.end())
