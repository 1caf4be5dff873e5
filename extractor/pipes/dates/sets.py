"""Times that recur: "every Monday", "each July", "daily", "Friday nights"."""

from extractor.pipes.dates.durations import amount, duration, is_rate
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.story import Story, Value


def recurring(found: Found, story: Story) -> Value | None:
    """ "every Monday", "each July", "every other week", "per year", "daily"."""
    part = found.parts
    if "s" in part:
        behind = story.text[found.end : found.end + 2]
        if story.text[found.start].isupper() and behind[1:].isupper():
            return None  # "the Daily News"
        if part["s"].value == "P3M" and behind[:1] == " " and behind[1:].isalpha():
            return None  # "quarterly dividend" names a kind
        return Value("SET", part["s"].value, "text")
    if "u" in part and "n" not in part and "o" not in part and is_rate(story, found.start):
        return None  # "30 miles per hour"
    named = _named(found)
    return Value("SET", named if named is not None else _every(found), "text")


def _named(found: Found) -> str | None:
    """The value of a weekday, month, season or holiday that comes round."""
    part = found.parts
    if "w" in part:
        time = f"T{part['p'].value}" if "p" in part else ""
        return f"XXXX-WXX-{part['w'].value}{time}"
    if "h" in part:
        fixed = part["h"].value[:1].isdigit() and len(part["h"].value) == 5
        return f"XXXX-{part['h'].value}" if fixed else "P1Y"
    if "se" in part:
        return f"XXXX-{part['se'].value}"
    return f"XXXX-{int(part['m'].value):02d}" if "m" in part else None


def _every(found: Found) -> str:
    """The value of "every night", "every weekend", "every two weeks"."""
    part = found.parts
    unit = part["u"]
    if unit.value == "WE":
        return "XXXX-WXX-WE"
    if unit.code == "part":
        return f"XXXX-XX-XXT{unit.value}"
    count = 2.0 if "o" in part else amount(part.get("n"))
    return "P1Q" if unit.value == "Q" and count == 1 else duration(count, unit.value)


def weekdays(found: Found, _story: Story) -> Value | None:
    """ "Mondays", "Friday nights"."""
    part = f"T{found.parts['p'].value}" if "p" in found.parts else ""
    return Value("SET", f"XXXX-WXX-{found.parts['w'].value}{part}", "text")
