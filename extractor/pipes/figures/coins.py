"""What stands around an amount of money: shillings and pence behind it, a sign before it."""

import re

from extractor.pipes.figures.measure import Measure, plain

MINUS = re.compile(r"(?<![^\s(])[-−]\Z")
OLD_MONEY = re.compile(r"\s([0-9]{1,2})s(?:\s([0-9]{1,2})d)?(?![^\W_])")
""" "£3 10s": of twenty shillings and 240 pence."""


def old_money(text: str, amount: Measure, form: str) -> Measure:
    """The amount with the shillings and pence behind its pounds: "£3 10s"."""
    old = OLD_MONEY.match(text, amount.end) if form == "£" and isinstance(amount.value, int) else None
    if old is None or amount.value is None:
        return amount
    value = round(amount.value + int(old[1]) / 20 + int(old[2] or 0) / 240, 4)
    return amount._replace(value=plain(value), end=old.end(), last=old.end())


def signed(text: str, amount: Measure, start: int) -> Measure:
    """ "-$20bn" is negative."""
    minus = MINUS.search(text, max(0, start - 2), start) if amount.value is not None and amount.value > 0 else None
    return amount._replace(start=minus.start(), value=-(amount.value or 0)) if minus else amount
