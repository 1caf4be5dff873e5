"""Writes `feasts.tsv`, the days of the feasts that the sun's year does not tell: `python build_feasts.py`.

Needs the package `holidays` (MIT licence, 0.109 was used), which no run of the program does: to import it takes longer
than to read an article, and its days are the same for everybody. A day of the moon's months begins at a sighting, so
that the feasts of Islam may be kept a day earlier or later in some countries.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from holidays.calendars.buddhist import _BuddhistLunisolar
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar

FIRST, LAST = 1947, 2100
"""The years that the library has for all of them."""


def feasts() -> dict[str, Callable[[int], Iterable[date]]]:
    """For each feast, what gives days around a year: none, one or, by the moon, two in it."""
    chinese, hebrew, hindu, islamic = _ChineseLunisolar(), _HebrewLunisolar(), _HinduLunisolar(), _IslamicLunar()

    def one(days: Callable[[int], object]) -> Callable[[int], Iterable[date]]:
        """Some of the library's calendars give the day, some the day and whether it is estimated."""
        return lambda year: {day for day in _flat(days(year)) if isinstance(day, date)}

    def some(days: Callable[[int], Iterable[tuple[date, bool]]]) -> Callable[[int], Iterable[date]]:
        return lambda year: [day for day, _ in days(year)]

    return {
        "ramadan": some(islamic.ramadan_beginning_dates),
        "eid al-fitr": some(islamic.eid_al_fitr_dates),
        "eid al-adha": some(islamic.eid_al_adha_dates),
        "ashura": some(islamic.ashura_dates),
        "mawlid": some(islamic.mawlid_dates),
        "islamic new year": some(islamic.hijri_new_year_dates),
        "diwali": one(lambda year: hindu.diwali_india_date(year) or hindu.diwali_date(year)),
        "holi": one(hindu.holi_date),
        "lunar new year": one(chinese.lunar_new_year_date),
        "dragon boat": one(chinese.dragon_boat_date),
        "mid-autumn": one(chinese.mid_autumn_date),
        "vesak": one(_BuddhistLunisolar().vesak_date),
        "passover": one(hebrew.passover_date),
        "shavuot": one(hebrew.shavuot_date),
        "rosh hashanah": one(hebrew.rosh_hashanah_date),
        "yom kippur": one(hebrew.yom_kippur_date),
        "sukkot": one(hebrew.sukkot_date),
        "hanukkah": one(hebrew.hanukkah_date),
        "purim": one(hebrew.purim_date),
    }


def _flat(told: object) -> tuple[object, ...]:
    return tuple(told) if isinstance(told, tuple | set) else (told,)


def main() -> None:
    """Write the table beside this script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("feasts.tsv"))
    known = feasts()
    lines = ["\t".join(["year", *known])]
    for year in range(FIRST, LAST + 1):
        cells = [" ".join(f"{day:%m-%d}" for day in sorted(days(year)) if day.year == year) for days in known.values()]
        lines.append("\t".join([str(year), *cells]))
    out = parser.parse_args().out
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{out}: {LAST - FIRST + 1} years, {len(known)} feasts\n")


if __name__ == "__main__":
    main()
