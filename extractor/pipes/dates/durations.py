"""Stretches of time and sets: "two and a half hours", "the first nine months", "every Monday"."""

from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.lexer import Lexeme
from extractor.pipes.dates.story import Story, Value

YEARS = {"E": 10, "C": 100}
PARTS_OF = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}
"""How halves are told: "two and a half years" is P2Y6M."""


def amount(number: Lexeme | None) -> float | None:
    """The number of a count; None for "few" and "several"."""
    if number is None or number.code in ("a", "another"):
        return 1.0
    return None if number.value in ("X", "") else float(number.value)


def duration(count: float | None, unit: str) -> str:
    """The TIMEX value: P3D, PT2H30M, P20Y (two decades), PXW (weeks), P9M (three quarters)."""
    if count is None:
        return f"PTX{unit[1]}" if unit in ("TH", "TM", "TS") else f"PX{unit[:1]}"
    if unit in YEARS:
        count, unit = count * YEARS[unit], "Y"
    elif unit == "Q":
        count, unit = count * 3, "M"
    elif unit == "F":
        count, unit = count * 2, "W"
    elif unit.startswith("P"):
        count, unit = count * float(unit[1:-1]), unit[-1]
    head, letter = ("PT", unit[1]) if unit in ("TH", "TM", "TS") else ("P", unit)
    whole, rest = int(count), count - int(count)
    if rest and unit in PARTS_OF and whole:
        size, smaller = PARTS_OF[unit]
        return f"{head}{whole}{letter}{round(rest * size)}{smaller}"
    if rest and unit in PARTS_OF:
        size, smaller = PARTS_OF[unit]
        return f"{head}{round(rest * size)}{smaller}"
    return f"{head}{whole if not rest else round(count, 3)}{letter}"


def lasting(found: Found, story: Story) -> Value | None:
    """ "the past two months", "nearly four years", "a three-year period"."""
    unit = found.parts["u"].value
    if "n2" in found.parts and "r" in found.parts:
        return Value("DURATION", duration(None, unit), "text")
    before = story.text[max(0, found.start - 12) : found.start].lower()
    if unit == "TS" and found.parts.get("n", found.parts["u"]).code == "a":
        return None
    if before.rstrip().endswith(("$", "no.")):
        return None
    shown = story.text[found.start : found.end].lower()
    if shown == "one day" and story.direction(found.start) > 0:
        return Value("DATE", "FUTURE_REF", "text")
    start = None
    if shown.startswith("over ") and ("r" in found.parts or found.parts["n"].code == "few"):
        start = found.start + 5  # "over the past week" is no "more than"
    return Value("DURATION", duration(amount(found.parts.get("n")), unit), "text", start=start)


def ranged(found: Found, story: Story) -> Value | None:
    """ "two to three weeks": the lower end, as annotators of TimeML do."""
    return lasting(found, story)


def half_more(found: Found, _story: Story) -> Value | None:
    """ "a year and a half"."""
    count = amount(found.parts.get("n"))
    return Value("DURATION", duration(None if count is None else count + 0.5, found.parts["u"].value), "text")


def fraction(found: Found, _story: Story) -> Value | None:
    """ "half an hour"."""
    return Value("DURATION", duration(0.5, found.parts["u"].value), "text")


def age(found: Found, _story: Story) -> Value | None:
    """ "34 years old" is an age, no date; an "eight-month-old" siege is as long as that."""
    unit = found.parts.get("u")
    if unit is None or unit.value == "Y" or "n" not in found.parts:
        return None
    return Value("DURATION", duration(amount(found.parts["n"]), unit.value), "text", end=unit.end)


def aging(found: Found, _story: Story) -> Value | None:
    """ "week-old", "decades-long"."""
    unit = found.parts["u"]
    return Value("DURATION", duration(1.0 if unit.code == "unit" else None, unit.value), "text")


RATES = ("times", "twice", "once", "percent", "%", "dollars", "euros", "pounds", "million", "billion", "trillion")
SPEEDS = ("miles", "kilometers", "kilometres", "km", "knots", "mile")


def a_unit(found: Found, story: Story) -> Value | None:
    """ "a week" lasts one; "$40,000 a week" and "twice a week" recur; "miles an hour" is a speed."""
    words = story.text[max(0, found.start - 40) : found.start].split()
    last = words[-1].lower().strip(",;") if words else ""
    unit = found.parts["u"].value
    if story.text[found.end : found.end + 1] == "-":
        return None  # "a year-earlier loss"
    if last in SPEEDS and unit.startswith("T"):
        return None
    if last in RATES or last[-1:].isdigit() or (last.endswith("s") and len(words) > 1 and words[-2][-1:].isdigit()):
        return Value("SET", duration(1.0, unit), "text")
    return Value("DURATION", duration(1.0, unit), "text")


BARE = ("for", "in", "within", "over", "after", "took", "take", "takes", "taken", "spent", "spend", "several", "lasted")


def bare_units(found: Found, story: Story) -> Value | None:
    """ "for years", "within days", "minutes after the vote": without a number only where a preposition measures."""
    unit = found.parts["u"].value
    words = story.text[max(0, found.start - 20) : found.start].split()
    last = words[-1].lower() if words else ""
    behind = story.text[found.end : found.end + 12].split()
    following = behind[0].lower().strip(".,;") if behind else ""
    article = story.text[found.start : found.start + 4].lower() == "the "
    if following == "of" and last not in ("for", "within"):
        return None
    if article and following not in ("ahead", "before", "after") and not (last == "over" and unit == "Y"):
        return None
    if last not in BARE and following not in ("after", "before", "later", "earlier", "ahead"):
        return None
    start = found.parts["u"].start if following in ("before", "after") else None
    end = story.text.index(behind[0], found.end) + len("ahead") if following == "ahead" else None
    return Value("DURATION", duration(None, unit), "text", start=start, end=end)


def recurring(found: Found, story: Story) -> Value | None:
    """ "every Monday", "each July", "every other week", "per year", "daily"."""
    part = found.parts
    if "s" in part:
        behind = story.text[found.end : found.end + 2]
        if part["s"].value == "P3M" and behind[:1] == " " and behind[1:].isalpha():
            return None  # "quarterly dividend" names a kind
        return Value("SET", part["s"].value, "text")
    if "w" in part:
        return Value("SET", f"XXXX-WXX-{part['w'].value}" + (f"T{part['p'].value}" if "p" in part else ""), "text")
    if "m" in part:
        return Value("SET", f"XXXX-{int(part['m'].value):02d}", "text")
    unit = part["u"]
    if unit.code == "part":
        return Value("SET", f"XXXX-XX-XXT{unit.value}", "text")
    count = 2.0 if "o" in part else amount(part.get("n"))
    value = duration(count, unit.value)
    return Value("SET", "P1Q" if value == "P3M" and unit.value == "Q" else value, "text")


def weekdays(found: Found, _story: Story) -> Value | None:
    """ "Mondays", "Friday nights"."""
    part = f"T{found.parts['p'].value}" if "p" in found.parts else ""
    return Value("SET", f"XXXX-WXX-{found.parts['w'].value}{part}", "text")
