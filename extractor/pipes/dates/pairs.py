"""Two days with one month or year between them, and days in figures without a year: "18 and 19 June", "10/1-11/7"."""

from extractor.pipes.dates import calendar, numeric
from extractor.pipes.dates.days import year_of_day
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.lexer import Lexeme
from extractor.pipes.dates.story import Story, Value


def days_of(found: Found, story: Story) -> Value | None:
    """ "between 3 and 12 of September", "18 and 19 June", "from 26 June to 28 June in 2020": two dates."""
    part = found.parts
    values = _ends(found, story)
    if values is None:
        return None
    base = "text" if "y" in part else "anchor"
    two = "m2" in part
    start = part["w" if "w" in part else "d"].start
    start = min(start, part["m"].start) if two else start
    end = max(part["d"].end, part["m"].end) if two else part["d"].end
    then = Value("DATE", values[1], base, start=_word_at(story.text, part["j"].end), end=found.end)
    joins = "b" in part or part["j"].code != "and"
    last = Value("DATE", values[0], base, start=start, end=end, then=then, joins=joins)
    return _first_of_three(part["d0"], last, int(part["d"].value)) if "d0" in part else last


def _first_of_three(first: Lexeme, rest: Value, second: int) -> Value:
    """ "2, 3 and 4 July"; "in 2004, 3 and 4 July" and "rooms 9, 3 and 4 July" have two."""
    if not 1 <= int(first.value) < second or rest.value is None:
        return rest
    known = f"{rest.value[:-2]}{int(first.value):02d}"
    return Value("DATE", known, rest.base, start=first.start, end=first.end, then=rest)


def _ends(found: Found, story: Story) -> tuple[str, str] | None:
    """The values of two days, the second behind the first; None where the calendar has no such days."""
    part = found.parts
    month = int(part["m"].value)
    second = int(part["m2"].value) if "m2" in part else month
    days = int(part["d"].value), int(part["d2"].value)
    if days[0] >= days[1] and second == month:
        return None
    year = int(part["y"].value) if "y" in part else year_of_day(found, story, month, days[0])
    if year is None:
        return f"XXXX-{month:02d}-{days[0]:02d}", f"XXXX-{second:02d}-{days[1]:02d}"
    first = calendar.day_value(year - (second < month and "y" in part), month, days[0])
    last = calendar.day_value(year + (second < month and "y" not in part), second, days[1])
    return (first.isoformat(), last.isoformat()) if first and last else None


def _word_at(text: str, at: int) -> int:
    """The first place from `at` on that is no space."""
    while text[at].isspace():
        at += 1
    return at


def figured(found: Found, story: Story) -> Value | None:
    """ "this Friday 5/12", "on 10/1": month and day, or day and month where the article writes them so."""
    part = found.parts
    behind = story.text[found.end : found.end + 4]
    if "b1" in part and (behind.startswith((" of", "-")) or behind[1:].isdigit()):
        return None  # "on 3/4 of the land"
    if "go" in part and not _goes_on(found, story):
        return None
    known = _figured(found, story, part["a"], part["b1"] if "b1" in part else part["b"])
    start = part["w"].start if "w" in part else part["a"].start
    return Value("DATE", known, start=start) if known else None


def _goes_on(found: Found, story: Story) -> bool:
    """Whether days in figures are listed: "on 11/20, 11/22 or 11/25"."""
    told = story.text[story.ended - 3 : story.ended]
    return "/" in told and found.start - story.ended <= 1


def figured_days(found: Found, story: Story) -> Value | None:
    """ "10/1-11/7", "from 5/1-5/7, 2020"."""
    part = found.parts
    if "day" in part:
        return _to_day(found, story)
    first, last = _figured(found, story, part["a"], part["a1"]), _figured(found, story, part["b"], part["b1"])
    if first is None or last is None or (part["j"].code == "and" and "b" not in part):
        return None
    then = Value("DATE", last, start=part["b"].start, end=found.end)
    return Value("DATE", first, start=part["a"].start, end=part["a1"].end, then=then, joins=True)


def _to_day(found: Found, story: Story) -> Value | None:
    """ "5/1-5/7/2020": the first day is of the second one's year."""
    part = found.parts
    last = numeric.read(part["day"].value, day_first=story.day_first)
    if last is None or last.value is None:
        return None
    year = part["day"]._replace(value=last.value[:4])
    first = _figured(found._replace(parts={**part, "y": year}), story, part["a"], part["a1"])
    if first is None or not first <= last.value:
        return None
    then = last._replace(start=part["day"].start, end=found.end)
    return Value("DATE", first, "text", start=part["a"].start, end=part["a1"].end, then=then, joins=True)


def _figured(found: Found, story: Story, first: Lexeme, second: Lexeme) -> str | None:
    """The day of two figures; None where they are none: "24/7", "10/1 odds"."""
    one, other = int(first.value), int(second.value)
    month, day = (other, one) if one > 12 or (story.day_first and other <= 12) else (one, other)
    if not (1 <= month <= 12 and 1 <= day <= calendar.month_length(2000, month)):
        return None
    year = int(found.parts["y"].value) if "y" in found.parts else year_of_day(found, story, month, day)
    if year is None:
        return f"XXXX-{month:02d}-{day:02d}"
    known = calendar.day_value(year, month, day)
    return known.isoformat() if known else None
