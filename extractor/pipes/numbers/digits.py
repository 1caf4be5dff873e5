"""Reads numbers written with digits: grouping, decimals, fractions, signs, ordinals.

One expression finds them all. What only looks like a number (times, telephone numbers, versions, ISO dates, addresses
of machines) is matched first and thrown away whole, so that no piece of it comes back as a number. Every repetition is
possessive: digit soup costs one pass.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from extractor.syntax.lists import Lists

LONGEST = 18
"""Digits in a number that anybody reports: longer ones are keys and serial numbers, and no machine's integers."""

VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
"""Below a written fraction. With others the slash means something else: "9/11", "7/7", "24/7"."""

SPACES = "\u00a0\u2009\u202f "
PATTERN = rf"""
    (?<![0-9])
    (?: (?P<skip> (?! [0-9]{{1,3}} (?: \.[0-9]{{3}} )++ ,[0-9]{{1,2}} (?! [0-9] | ,[0-9] ) )
                  [0-9]++ (?: [:/\-–.][0-9]++ ){{2,}}+
                | [0-9]{{1,2}} : [0-9]{{2}} (?: [.:,][0-9]++ )*+
                | [0-9]{{4}} - [0-9]{{2}} - [0-9]{{2}} T [0-9:.]*+ Z?
                | \( [0-9]{{3}} \) \s? [0-9]{{3}} - [0-9]{{4}}
                | (?: (?<=\bat[ ]) | (?<=\bcall[ ]) | (?! [0-9]{{3}} - [0-9]{{2}} 00 ) )
                  [2-9][0-9]{{2}} - [0-9]{{4}} (?= \s*+ (?: [.,;:)\]?!"”] | \Z | (?:{{behind a telephone number}})\b ) )
                | 0[0-9]{{1,4}} (?: [ -][0-9]{{3,8}} ){{1,3}}+ (?![0-9])
                | \+ [0-9]{{1,3}} (?: [ -][0-9]{{2,5}} ){{2,5}}+ (?![0-9]) )
      | (?P<sign> (?<![\w.)\]%]) [-−+] (?=[0-9.$€£¥]) )?
        (?: (?P<whole> [0-9]{{1,3}} (?: ,[0-9]{{3}} )++ (?![0-9])
                     | [0-9]{{1,2}} (?: ,[0-9]{{2}} ){{1,6}} ,[0-9]{{3}} (?![0-9])
                     | [0-9]{{1,3}} (?: \.[0-9]{{3}} )++ (?= ,[0-9]{{1,2}} (?! [0-9] | ,[0-9] ) )
                     | [0-9]{{1,3}} (?: ,[ ]000 )++ (?![0-9])
                     | [0-9]{{1,3}} (?: ['’][0-9]{{3}} )++ (?![0-9])
                     | [0-9]{{1,3}} (?P<gap>[{SPACES}])[0-9]{{3}} (?: (?P=gap)[0-9]{{3}} )*+
                       (?! [0-9] | [.,][0-9]{{3}} | [/:-][0-9] )
                     | [0-9]++ )
            (?: (?P<point> \.[0-9]++ ) | (?P<comma> (?<!,[0-9]) (?<!,[0-9]{{2}}) ,[0-9]{{1,2}} (?! [0-9] | ,[0-9] ) ) )?
            (?P<vulgar> [{"".join(VULGAR)}]
                      | (?:[ ]{{1,2}}|-) (?P<top>[0-9]{{1,2}}) [/⁄] (?P<below>[0-9]{{1,2}}) (?![0-9/]) )?
          | (?P<bare> [{"".join(VULGAR)}] )
          | (?P<small> (?<![\w.]) \.[0-9]++ ) )
        (?P<ordinal> (?:st|nd|rd|th) \b )?
        (?: \s?[×x*]\s?10 (?: \^ | \*\* )?+
            (?P<power> (?<=[\^*]) [-−+]?+ [0-9]{{1,2}} | [-−] [0-9]{{1,2}} | [⁻⁺⁰¹²³⁴-⁹]{{1,3}} ) (?![0-9.]) )?
    )
    """
START = re.compile(rf"[-−+(.]?[0-9{''.join(VULGAR)}]")
DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9.])")
RAISED = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹−", "-+0123456789-")
PLURAL_OR_NAME = re.compile(r"[’']?s\b|[^\W\d_]{6,}")


class Digits(NamedTuple):
    """A number in digits. `kind`: literal, fraction (has a written numerator or sign of its own), ordinal."""

    start: int
    end: int
    kind: str
    value: Fraction


class Shapes:
    """What numbers in digits look like, and what only looks like one."""

    def __init__(self, lists: Lists) -> None:
        self._pattern = lists.pattern(PATTERN, re.VERBOSE | re.IGNORECASE)
        """Behind a telephone number without its area, which is no range, nothing follows that it could count."""
        self._letters = lists.pattern(r"(?:(?<![^\W_])(?:[A-Z][A-Za-z]{0,3}|{currency codes})[.]?)\Z")

    def literals(self, text: str) -> Iterator[Digits]:
        """The numbers written with digits, in order."""
        for match in self._matches(text):
            if match["skip"]:
                yield from _dotted(match)
                continue
            if not self._stands_alone(text, match.start(), match.end()):
                continue
            digits = _whole_text(match)
            if len(digits[0]) > LONGEST or len(digits[1]) > LONGEST:
                continue
            yield from _read(match, *digits)

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in order. A plain search for digits first: the expression is dear where there are none."""
        at = 0
        while start := START.search(text, at):
            match = self._pattern.match(text, start.start())
            if match is None and start.end() - start.start() > 1:
                match = self._pattern.match(text, start.end() - 1)
            if match is not None:
                yield match
            at = max(start.end(), match.end() if match else 0)

    def _stands_alone(self, text: str, start: int, end: int) -> bool:
        """Whether no word runs into the digits: "S23" and "1970s" are no numbers, "USD115" and "278kg" have them."""
        before = text[max(0, start - 6) : start]
        if before and (before[-1].isalpha() or before[-1] == "_") and not self._letters.search(before):
            return False
        if before.endswith(tuple("#@&=")) or (before.endswith("/") and before[-2:-1].isalpha()):
            return before.endswith("Y=")
        return not (text[end : end + 1].isalpha() or text[end : end + 1] in "’'_") or not PLURAL_OR_NAME.match(
            text, end
        )


def _dotted(match: re.Match[str]) -> Iterator[Digits]:
    """ "1.234.567" has two dots as a version has, but groups of three."""
    digits = match["skip"]
    if len(digits) < LONGEST and DOTTED.fullmatch(digits):
        yield Digits(match.start(), match.end(), "literal", Fraction(int(digits.replace(".", ""))))


def _whole_text(match: re.Match[str]) -> tuple[str, str]:
    """The digits before the point, and those behind it. A comma before one or two digits is a point (12,50)."""
    whole = re.sub(r"[^0-9]", "", match["whole"] or "")
    part = (match["point"] or match["comma"] or match["small"] or "")[1:]
    return whole, part


def _read(match: re.Match[str], whole: str, part: str) -> Iterator[Digits]:
    value = Fraction(int(whole or "0")) + (Fraction(int(part), 10 ** len(part)) if part else 0)
    kind, end = "literal", match.end()
    if match["ordinal"]:
        kind, end = ("ordinal", end) if _ranks(whole, match["ordinal"].lower()) else (kind, match.start("ordinal"))
    if match["bare"]:
        value, kind = VULGAR[match["bare"]], "fraction"
    elif match["top"]:
        top, below = int(match["top"]), int(match["below"])
        if below in DENOMINATORS and top < below:
            value += Fraction(top, below)
        else:
            end = match.start("vulgar")
    elif match["vulgar"]:
        value += VULGAR[match["vulgar"]]
    if match["power"]:
        value *= Fraction(10) ** int(match["power"].translate(RAISED))
    negative = bool(match["sign"]) and match["sign"] != "+"
    yield Digits(match.start(), end, kind, -value if negative else value)


def _ranks(whole: str, suffix: str) -> bool:
    """Whether the suffix is the number's own: "1st" is, the "st" of "9st 4lb" is stone."""
    last = "" if whole[-2:-1] == "1" else whole[-1:]
    return suffix == {"1": "st", "2": "nd", "3": "rd"}.get(last, "th")


def slash(before: Digits, after: Digits, text: str) -> Digits | None:
    """ "1/2" of two neighbours, where it can be a fraction."""
    if text[before.end : after.start] not in ("/", "⁄") or before.kind != "literal" or after.kind != "literal":
        return None
    if after.value not in DENOMINATORS or not 0 < before.value < after.value or before.value.denominator > 1:
        return None
    return Digits(before.start, after.end, "fraction", before.value / after.value)
