"""An article's date as callers write it: in JSON Lines, in `--published`, from Python."""

from datetime import date, datetime

from extractor.errors import OptionError


def parse_date(text: str) -> date:
    """The day of an ISO 8601 date or date and time ("2007-07-10", "2007-07-10T22:15:00Z").

    A time zone does not move the day: it is the day that the paper printed. Raises OptionError for anything else.
    """
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError as error:
        raise OptionError(f'"{text}" is no ISO date; write the year first, as in 2007-07-10') from error
