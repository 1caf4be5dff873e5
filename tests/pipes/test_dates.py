"""What `news_dates` promises: which stretches are dates, what they are worth, and that today is never one of them.

The paper's day of these sentences is Tuesday, July 10, 2007, where none is given.
"""

import datetime
import os
import subprocess
import sys
import time
from pathlib import Path
from shutil import which

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

import extractor
import extractor.pipes.dates.pipe
import extractor.pipes.numbers.pipe
import extractor.pipes.structure.pipe
from extractor.annotations import CALLER, DATES, NAMES
from extractor.pipes.dates import calendar, find, numeric
from tests import examples

PAPER = "{published=2007-07-10} "

ABSOLUTE = """
The bridge opened on [July 4, 1998](value=1998-07-04, earliest=1998-07-04, latest=1998-07-04).
The bridge opened on [4 July 1998](value=1998-07-04).
The bridge opened on [the 4th of July 1998](value=1998-07-04).
The bridge opened on [Saturday, July 4, 1998](value=1998-07-04).
The bridge opened on [1998-07-04](value=1998-07-04).
The bridge opened on [7/4/1998](value=1998-07-04).
The bridge opened on [25.12.1998](value=1998-12-25).
The bridge opened in [July 1998](value=1998-07, earliest=1998-07-01, latest=1998-07-31).
The bridge opened in [early July 1998](value=1998-07).
The bridge opened in [February 2004](value=2004-02, latest=2004-02-29).
The bridge opened in [1998](value=1998, earliest=1998-01-01, latest=1998-12-31).
The bridge opened in [late 1998](value=1998).
Much has changed since the [2003](value=2003) invasion.
Trade has grown since [1998](value=1998).
The fair runs [May 3-5, 2001](value=2001-05-03/2001-05-05, earliest=2001-05-03, latest=2001-05-05).
The season of [2012-13](value=2012/2013, earliest=2012-01-01, latest=2013-12-31) was wet.
The mill dates from [the 1890s](value=189, earliest=1890-01-01, latest=1899-12-31).
Rents fell in [the early 1990s](value=199).
Music was louder in [the '80s](value=198).
The chapel is of [the 12th century](value=11, earliest=1100-01-01, latest=1199-12-31).
He was born in [nineteen eighty-four](value=1984).
The law takes effect on [Jan. 1, 2009](value=2009-01-01).
Sales rose in [the third quarter of 1989](value=1989-Q3, earliest=1989-07-01, latest=1989-09-30).
Sales rose in [the first half of 1989](value=1989-H1, latest=1989-06-30).
The ministry overspent in [fiscal 2003](value=2003).
The shop is shut on [Christmas Day 2006](value=2006-12-25).
The shop was shut on [Thanksgiving 2006](value=2006-11-23).
The shop was shut on [Easter Monday 2006](value=2006-04-17).
The lake froze in [the winter of 1994](value=1994-WI).
The ferry left at [10 p.m. on May 3, 2001](type=TIME, value=2001-05-03T22:00).
The fair ran from [May 30](value=2001-05-30) to [June 2, 2001](value=2001-06-02).
The fair ran from [Dec. 30](value=2000-12-30) to [Jan. 2, 2001](value=2001-01-02).
The fair ran between [May 3](value=2001-05-03) and [May 5, 2001](value=2001-05-05).
The mill stood still between [May](value=2001-05) and [July 2001](value=2001-07).
The mill stood still from [late November](value=2000-11) to [early February 2001](value=2001-02).
The fair runs [May 3 through 5, 2001](value=2001-05-03/2001-05-05).
The ferry left at [noon on May 3, 2001](type=TIME, value=2001-05-03T12:00).
"""

MORE = """
The road is shut from [6 p.m. Fridays](type=SET, value=XXXX-WXX-5T18:00) until [midnight Sundays](type=SET).
He won in [4hr 32min 11sec](type=DURATION, value=PT4H32M11S).
She swam for [2 min 5 sec](type=DURATION, value=PT2M5S).
Revenue rose in [the fiscal year](value=2019) ended [December 31, 2019](value=2019-12-31).
Some 7,200 carts pass on an average [Saturday](value=XXXX-WXX-6).
The loss stands in an SEC filing.
The [current](value=PRESENT_REF) mayor resigned.
He served in [the 2006-07 fiscal year](value=2006/2007).
Sales rose in [Q3 2006](value=2006-Q3).
Sales rose in [3Q 2006](value=2006-Q3).
Sales rose in [the latter half of 1998](value=1998-H2).
Sales fell in [FY2006](value=2006).
The wall was built in [44 B.C.](value=BC0044)
The town was founded in [A.D. 300](value=0300).
The temple is of [the first century B.C.](value=BC00).
It snowed through [the winter of 1962-63](value=1962-WI).
The budget of [2006/07](value=2006/2007) was passed.
The mill is of [the mid-20th century](value=19).
The chapel is of [the early 19th century](value=18).
Music was louder in [the ’90s](value=199).
The shop opened on [the 14th of May, 1998](value=1998-05-14).
They met on [April 24](value=1999-04-24) and [25, 1999](value=1999-04-25).
They met on [May 3](value=2006-05-03) and [4, 2006](value=2006-05-04).
The fair ran [3–5 May 2006](value=2006-05-03/2006-05-05).
The ferry left at [4.15am on May 3, 2001](type=TIME, value=2001-05-03T04:15).
The ferry left at [8 p.m. EST on May 3, 2001](type=TIME, value=2001-05-03T20:00).
The vote was on [the first Sunday in May 2004](value=2004-05-02).
The vote was on [the second Tuesday of November 2004](value=2004-11-09).
The shop was shut on [Easter Monday 2007](value=2007-04-09).
Much has changed since [9/11](value=2001-09-11).
After the [September 11](value=2001-09-11) attacks they left.
The law applies from [mid-2008](value=2008) to [late 2009](value=2009).
He was mayor from [1998](value=1998) to [2003](value=2003).
He was mayor between [1998](value=1998) and [2003](value=2003).
The [1914-18](value=1914/1918) war killed his father.
It was founded [about 1850](value=1850).
The post-[1959](value=1959) politics were hard.
"""

NEAR = """
The court sits [Tuesday](value=2007-07-10)-[Saturday](value=2007-07-14).
The court sits [Monday](value=2007-07-09) to [Friday](value=2007-07-13).
The court sits [Monday](value=2007-07-09) through [Thursday](value=2007-07-12).
The court sat [a week ago Monday](value=2007-07-02).
The court sat [two weeks ago Tuesday](value=2007-06-26).
The court sat [a week ago today](value=2007-07-03).
The court was founded [a year ago today](value=2006-07-10).
The court was founded [a year and a half ago](value=2006).
The court was founded [two and a half years ago](value=2005).
The court was founded [half a century ago](value=1957).
The court was founded [a quarter of a century ago](value=1982).
The court rose [an hour ago](type=TIME, value=2007-07-10TXX:XX, earliest=2007-07-10).
The court sat [the day before yesterday](value=2007-07-08).
The court sits [the day after tomorrow](value=2007-07-12).
The court sat [the day after Christmas](value=2006-12-26).
The court rose [the week before Easter](value=2007-W13).
The court sat [this past Tuesday](value=2007-07-03).
The court will sit [this coming Tuesday](value=2007-07-17).
The court sat over [this past weekend](value=2007-W27-WE).
The court sat on [the last Friday of the month](value=2007-07-27).
The court sat on [the first Monday of last month](value=2007-06-04).
The court sat on [Monday the 9th](value=2007-07-09).
The court sat on [July the 6th](value=2007-07-06).
The court will sit on [the 3rd of next month](value=2007-08-03).
The court sat [later in the day](value=2007-07-10).
The court sat in [the morning](type=TIME, value=2007-07-10TMO).
The court will sit on [Good Friday](value=2008-03-21).
The court rose over the [Easter weekend](value=2007-W14-WE).
The court rose for [Labor Day weekend](value=2006-W35-WE).
The court rose on [Remembrance Sunday](value=2006-11-12).
The court rose during [Ramadan](value=null).
The court rose on [St Patrick's Day](value=2007-03-17).
The court rose in [early spring](value=2007-SP).
The court sat in [the second half of the year](value=2007-H2).
The court sat at [0415 GMT](type=TIME, value=2007-07-10T04:15).
The court rose at [1500 hours](type=TIME, value=2007-07-10T15:00).
The court rose at [half past five](type=TIME, value=2007-07-10T05:30).
The court rose at [11:15 p.m. EST](type=TIME, value=2007-07-10T23:15).
Until [Thursday](value=2007-07-05), they had not called him.
The court was closed [some time ago](value=PAST_REF).
The court was closed [the other day](value=PAST_REF).
The court will close in [the years to come](value=FUTURE_REF).
"""

RELATIVE = """
The court sat [today](value=2007-07-10).
The court sat [yesterday](value=2007-07-09).
The court will sit [tomorrow](value=2007-07-11).
The court sat [early today](type=TIME, value=2007-07-10TMO).
The court sat [late yesterday](value=2007-07-09).
The court sat [yesterday morning](type=TIME, value=2007-07-09TMO).
The court sat [this morning](type=TIME, value=2007-07-10TMO).
The court sat [last night](type=TIME, value=2007-07-09TNI).
The court sits [tonight](type=TIME, value=2007-07-10TNI).
The court sat on [Monday](value=2007-07-09).
The court sat on [Friday](value=2007-07-06).
The court will sit on [Friday](value=2007-07-13).
The court is to rule on [Friday](value=2007-07-13).
The court is expected to rule on [Friday](value=2007-07-13).
The judges plan to meet again on [Thursday](value=2007-07-12).
The ruling is due on [Thursday](value=2007-07-12).
[Friday](value=2007-07-06)'s ruling was overturned.
The court sat [last Tuesday](value=2007-07-03).
The court will sit [next Tuesday](value=2007-07-17).
The court sat on [Monday night](type=TIME, value=2007-07-09TNI).
The court sat on [Tuesday of last week](value=2007-07-03).
The court sat [last week](value=2007-W27, earliest=2007-07-02, latest=2007-07-08).
The court will sit [next week](value=2007-W29).
The court sat [earlier this month](value=2007-07).
The court will sit [later this year](value=2007).
The court sat [last month](value=2007-06).
The court sat [last year](value=2006).
The court will sit [next year](value=2008).
The court sat over [the weekend](value=2007-W27-WE, earliest=2007-07-07, latest=2007-07-08).
The court will sit [next weekend](value=2007-W28-WE).
The crew threatened to strike from [Thursday](value=2007-07-12).
The court sat in [March](value=2007-03).
The court sat in [October](value=2006-10).
The court will sit in [October](value=2007-10).
The court will sit in [March](value=2008-03).
The court sat [last October](value=2006-10).
The court will sit [next March](value=2008-03).
The court sat in [June last year](value=2006-06).
The court sat on [June 12](value=2007-06-12).
The court will sit on [Jan. 3](value=2008-01-03).
The court sat [two days ago](value=2007-07-08).
The court sat [three weeks ago](value=2007-W25).
The court sat [five months ago](value=2007-02).
The court sat [two years ago](value=2005).
The court sat [a decade ago](value=1997).
The court sat [a few years ago](value=PAST_REF).
The treaty ends [ten years from now](value=2017).
The lake froze [last winter](value=2007-WI).
The lake dried up [last summer](value=2006-SU).
The lake will dry up [this summer](value=2007-SU).
The budget for [the current fiscal year](value=2007) is spent.
Profit fell in [the second quarter](value=2007-Q2).
Profit will fall in [the third quarter](value=2007-Q3).
The shop closed at [Christmas](value=2006-12-25).
The mill must close by [year-end](value=2007-12-31).
The ferry left at [9 a.m. Monday](type=TIME, value=2007-07-09T09:00).
The shelling began at [4:15 a.m. Wednesday](type=TIME, value=2007-07-04T04:15).
The crew could leave as soon as [Thursday](value=2007-07-12), the harbour master said.
The harbour master has scheduled a hearing [Thursday](value=2007-07-12).
The offer had been due to expire [Friday](value=2007-07-06).
Norway was the first state to join on [Friday](value=2007-07-06).
Trade fell through [May](value=2007-05).
The fair runs through [September](value=2007-09).
The line earned $3 million in the year ended [Aug. 31](value=2006-08-31).
The captain spoke of a visit in [August](value=2007-08).
The crew hoped for rest ahead of [the weekend](value=2007-W28-WE).
It is [the second day](value=2007-07-10) of the strike.
The mayor arrived by [mid-afternoon](type=TIME, value=2007-07-10TAF).
The mayor arrived in [mid-afternoon yesterday](type=TIME, value=2007-07-09TAF).
The ferry left at [3:45 p.m.](type=TIME, value=2007-07-10T15:45)
The ferry leaves at [midnight Friday](type=TIME).
The guards left [shortly before dawn](type=TIME, value=2007-07-10TDAW).
"""

TOLD = """
The dam broke on [May 3, 2001](value=2001-05-03), and [two days later](value=2001-05-05) the rain stopped.
The dam broke on [May 3, 2001](value=2001-05-03). [The next day](value=2001-05-04) the village was empty.
The dam broke on [May 3, 2001](value=2001-05-03). [The previous day](value=2001-05-02) it had rained.
The dam broke on [May 3, 2001](value=2001-05-03). [That night](type=TIME, value=2001-05-03TNI) the village slept.
The dam broke in [1996](value=1996). [The following year](value=1997) it was rebuilt.
The dam broke in [May 2001](value=2001-05). [A month later](value=2001-06) it was rebuilt.
Profit for [the second quarter](value=2007-Q2) rose from [a year earlier](value=2006-Q2).
Profit for [the second quarter](value=2007-Q2) rose from [the year-earlier period](value=2006-Q2).
In [the first quarter](value=2007-Q1) sales fell. Costs of [the quarter](value=2007-Q1) rose.
In [the first quarter](value=2007-Q1) sales fell from [a year ago](value=2006-Q1).
""".strip()

LENGTHS = """
The talks took [five hours and 20 minutes](type=DURATION, value=PT5H20M).
The talks took [two years and three months](type=DURATION, value=P2Y3M).
He was jailed for [a year and a day](type=DURATION, value=P1Y1D).
The talks took [several hundred years](type=DURATION, value=PXY).
They ruled for [hundreds of years](type=DURATION, value=PXY).
The talks took [a quarter-century](type=DURATION, value=P25Y).
It was a [weeklong](type=DURATION, value=P1W) fast.
It was an [hourlong](type=DURATION, value=PT1H) speech.
The lake was dry for [a while](type=DURATION, value=PXX).
They end a [years-old](type=DURATION, value=PXY) slump.
It was a [one-day](type=DURATION, value=P1D) trip.
It took [1500 hours](type=DURATION, value=PT1500H).
They meet [every other Monday](type=SET, value=P2W).
They meet on [the first Monday of every month](type=SET, value=P1M).
They meet [every summer](type=SET, value=XXXX-SU).
They meet [every Christmas](type=SET, value=XXXX-12-25).
They meet on [weekdays](type=SET, value=XXXX-WXX-WD).
They meet [semiannually](type=SET, value=P6M).
They meet [night after night](type=SET, value=P1D).
Interest is paid on the bonds [every quarter](type=SET, value=P1Q).
The talks took [nine hours](type=DURATION, value=PT9H).
The talks took [about nine hours](type=DURATION, value=PT9H).
The talks took [two and a half hours](type=DURATION, value=PT2H30M).
The talks took [a year and a half](type=DURATION, value=P1Y6M).
The talks took [half an hour](type=DURATION, value=PT30M).
The talks took [two decades](type=DURATION, value=P20Y).
The talks took [a few days](type=DURATION, value=PXD).
The talks took [several weeks](type=DURATION, value=PXW).
The talks went on for [years](type=DURATION, value=PXY).
They began [minutes](type=DURATION, value=PTXM) after the vote.
It was a [six-month](type=DURATION, value=P6M) campaign.
The dam may break within [weeks or months](type=DURATION, value=PXW).
Hard work awaits them in [the weeks ahead](type=DURATION, value=PXW).
It was a [two-week](type=DURATION, value=P2W) strike.
They ended the [week-old](type=DURATION, value=P1W) siege.
Rain fell on [the past three days](type=DURATION, value=P3D).
Rain will fall for [the next two weeks](type=DURATION, value=P2W).
Sales fell in [the first nine months](type=DURATION, value=P9M).
It will take [more than two thousand years](type=DURATION, value=P2000Y).
It will take [two to three weeks](type=DURATION, value=P2W).
The market is held [every Monday](type=SET, value=XXXX-WXX-1).
The market is held on [Mondays](type=SET, value=XXXX-WXX-1).
The market is held [each July](type=SET, value=XXXX-07).
The market is held [every other week](type=SET, value=P2W).
The boats are counted [daily](type=SET, value=P1D).
The plant is cleaned twice [a year](type=SET, value=P1Y).
The lake is [now](value=PRESENT_REF) dry.
The lake has [recently](value=PAST_REF) dried up.
The lake shrank in [recent years](value=PAST_REF).
The lake will shrink in [the coming years](value=FUTURE_REF).
The lake will be drained in [the near future](value=FUTURE_REF).
Such lakes were common in [the past](value=PAST_REF).
""".strip()

NONE = """
The boat drifted on a strong current.
Theresa May spoke to the crew.
You may go, and march if you must.
He is 34 years old and has a 5-year-old son.
A woman aged 34 was hurt.
He read the Sunday Times on the ferry.
The hearing room was on the second floor.
It sold 1800 boats for $2000 each.
Flight 1999 was late.
She won the vote by 10% and we cheered.
They fell in a spring of clear water.
The man in his 30s fled.
The film was made by 20th Century Fox.
He drove 55 miles an hour.
The plant makes 400 a year, and pays $12 an hour.
An 8-month-old boy and a girl 11 months of age were hurt.
Most of them are 20 to 30 years old, and some are 17-year-olds.
The song is about 1000 miles of road.
Call 461-1776.
More than 2000 were there.
Call 555-0148 or see page 12.
The score was 3-2, and 1,234 people saw it.
The past president spoke.
She told “48 Hours” that nobody knew.
He spoke on “This Week” about the ferry.
Now, the harbour master has a point.
The rain soon became a flood.
They are anxious about the future of the harbour.
They walked in the annual March for Peace.
The quarter-to-quarter comparison is hard.
The mill runs seven days a week.
He sat down, and the sun rose.
""".strip()


def lines(text):
    return [line for line in text.strip().splitlines() if line]


@pytest.mark.parametrize(("rule", "marked"), examples.rows("dates"))
def test_example_of_the_tables(loaded, rule, marked):
    examples.check(loaded, "dates", marked)


@pytest.mark.parametrize("marked", lines(ABSOLUTE) + lines(MORE) + lines(LENGTHS))
def test_dates_that_need_no_anchor(loaded, marked):
    examples.check(loaded, "dates", marked)


@pytest.mark.parametrize("marked", lines(RELATIVE) + lines(NEAR) + lines(TOLD))
def test_dates_that_count_from_the_paper_or_the_story(loaded, marked):
    examples.check(loaded, "dates", PAPER + marked)


@pytest.mark.parametrize("text", lines(NONE))
def test_what_only_looks_like_a_date(loaded, text):
    examples.check(loaded, "dates", PAPER + text)


def found(loaded, text, published=None):
    day = datetime.date.fromisoformat(published) if published else None
    return [(d.text, d.type, d.value, d.rule) for d in loaded.record(extractor.Article(text=text, published=day)).dates]


def test_nothing_is_counted_from_today_where_there_is_no_anchor(loaded):
    text = "The court sat yesterday, on Friday, in May, last week, two days ago and this morning."
    values = {stretch: value for stretch, _, value, _ in found(loaded, text)}
    assert values == {
        "yesterday": None,
        "Friday": "XXXX-WXX-5",
        "May": "XXXX-05",
        "last week": None,
        "two days ago": None,
        "this morning": None,
    }


def test_the_rule_says_what_was_counted_from(loaded):
    head = "- The Harbour Courier - Tuesday, July 10, 2007"
    text = f"{head}\n\nThe dam broke on May 3, 2001. A day later it rained. It rained last week."
    assert [rule for *_, rule in found(loaded, text)] == [
        "dates:month-day@text",
        "dates:month-day@text",
        "dates:shift@story",
        "dates:unit@header",
    ]


def test_nothing_is_found_in_furniture(loaded):
    text = "The ferry sank on Monday.\n\nNobody was hurt, the coast guard said.\n\n© 2014 Harbour Courier"
    assert [stretch for stretch, *_ in found(loaded, text, "2014-03-06")] == ["Monday"]


MOVED = """
import datetime, os, time
moved = float(os.environ["MOVED_CLOCK"])
time.time = lambda: moved
class Date(datetime.date):
    @classmethod
    def today(cls): return cls.fromtimestamp(moved)
class DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(moved, tz)
    @classmethod
    def today(cls): return cls.fromtimestamp(moved)
    @classmethod
    def utcnow(cls): return cls.fromtimestamp(moved)
datetime.date, datetime.datetime = Date, DateTime
"""
"""Python reads `sitecustomize` before all else: nobody has asked for the time yet."""
SHOWN = """
import datetime, locale, sys, time
locale.setlocale(locale.LC_ALL, "")
from tests.pipes.test_dates import unparsed
text = open(sys.argv[1], encoding="utf-8").read()
print(datetime.date.today(), time.localtime().tm_zone, datetime.date(2007, 7, 10).strftime("%B"))
print([unparsed(text, published) for published in (None, "2007-07-10")])
"""
"""Says which day, zone and month's name it runs under, and what the components that know time make of a text."""


def german(folder):
    """An environment in German; skips where the machine has no German and cannot make it."""
    has = (
        subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout if which("locale") else ""
    )
    if any(name.lower().replace("-", "") == "de_de.utf8" for name in has.split()):
        return {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}
    made = which("localedef") and subprocess.run(
        ["localedef", "-i", "de_DE", "-f", "UTF-8", folder / "de_DE.UTF-8"], capture_output=True, check=False
    )
    if not (folder / "de_DE.UTF-8").is_dir():
        pytest.skip(f"this machine has no German locale and localedef cannot make it: {made}")
    return {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "LOCPATH": str(folder)}


def moved(folder, command, clock, zone, language):
    """What a command prints on another day, in another zone and locale."""
    (folder / "sitecustomize.py").write_text(MOVED, encoding="utf-8")
    said = german(folder) if language == "German" else {"LC_ALL": language, "LANG": language}
    paths = os.pathsep.join([str(folder), str(Path(__file__).parents[2])])
    env = os.environ | said | {"TZ": zone, "MOVED_CLOCK": str(clock), "PYTHONPATH": paths}
    run = subprocess.run([sys.executable, "-W", "ignore", *command], env=env, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode(errors="replace")[-2000:]
    return run.stdout


@pytest.mark.parametrize(
    ("clock", "zone", "language", "told"),
    [
        (4102444800, "Pacific/Kiritimati", "German", "2100-01-01 +14 Juli"),
        (86400, "America/Los_Angeles", "C", "1970-01-01 PST July"),
        (951782400, "UTC", "C.UTF-8", "2000-02-29 UTC July"),
    ],
)
def test_the_same_on_any_day_in_any_zone_and_locale(tmp_path, clock, zone, language, told):
    text = " ".join(examples.parse(line, "dates").text for line in lines(RELATIVE)[:12] + lines(ABSOLUTE)[:10])
    text += " It closed on 3/4/01, at 5 p.m. EST on 12/11/1999."
    here = str([unparsed(text, published) for published in (None, "2007-07-10")])
    article, script = tmp_path / "article.txt", tmp_path / "shown.py"
    article.write_text(text, encoding="utf-8")
    script.write_text(SHOWN, encoding="utf-8")
    first, second = moved(tmp_path, [script, article], clock, zone, language).decode().splitlines()
    assert first == told
    assert second == here
    assert "2007-07-09" in here


@pytest.mark.parametrize(
    ("clock", "zone", "language"),
    [(4102444800, "Pacific/Kiritimati", "German"), (86400, "America/Los_Angeles", "C")],
)
def test_the_same_bytes_of_the_whole_record(tmp_path, clock, zone, language):
    sample = Path(__file__).parents[2] / "samples" / "siege.txt"
    command = ["-m", "extractor", sample, "--format", "json"]
    here = moved(tmp_path, command, time.time(), "UTC", "C.UTF-8")
    assert b'"dates"' in here
    assert moved(tmp_path, command, clock, zone, language) == here


def test_a_time_in_the_past_is_of_the_day_told_before_it(loaded):
    between = (
        "The hall was hot and full, and three of the speakers fainted before the clerk had read all the names. " * 3
    )
    text = f"The council met on Monday. {between}The mayor came back at 11:40 p.m. and voted."
    doc = loaded.doc(extractor.Article(text=text, published=datetime.date(2007, 7, 10)))
    assert [date["value"] for date in DATES.of(doc)] == ["2007-07-09", "2007-07-09T23:40"]


@pytest.mark.parametrize(
    ("text", "order", "value"),
    [("2007-07-10", "YMD", "2007-07-10"), ("10/07/2007", "DMY", "2007-07-10"), ("10/07/2007", "MDY", "2007-10-07")],
)
def test_dateparser_gets_figures_only(text, order, value):
    parsed = numeric.parsed(text, order)
    assert parsed is not None
    assert parsed.date().isoformat() == value


@pytest.mark.parametrize(
    "text", ["2007-02-30", "2007-14-02", "31/31/2007", "99.99.9999", "28/28/07", "25.26.04", "34/26/04"]
)
@pytest.mark.parametrize("day_first", [True, False])
def test_no_such_day(text, day_first):
    assert numeric.read(text, day_first=day_first) is None


@pytest.mark.parametrize(
    ("text", "value"), [("8/14/12", "2012-08-14"), ("14/8/12", "2012-08-14"), ("02.19.2002", "2002-02-19")]
)
@pytest.mark.parametrize("day_first", [True, False])
def test_a_number_that_can_be_no_month_is_the_day(text, value, day_first):
    assert numeric.read(text, day_first=day_first).value == value


@settings(max_examples=60, deadline=None)
@given(day=st.dates(datetime.date(1970, 1, 1), datetime.date(2049, 12, 31)), mark=st.sampled_from("/."))
def test_days_in_figures_are_read_back(day, mark):
    for form, first in (("%d{0}%m{0}%Y", True), ("%m{0}%d{0}%Y", False), ("%Y-%m-%d", False)):
        assert numeric.read(day.strftime(form.format(mark)), day_first=first).value == day.isoformat()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2007-W27", "2007-07-02", "2007-07-08"),
        ("2007-W27-WE", "2007-07-07", "2007-07-08"),
        ("2009-W53", "2009-12-28", "2010-01-03"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2007-07-10TMO", "2007-07-10", "2007-07-10"),
        ("19", "1900-01-01", "1999-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("2001-05-03/2001-05-05", "2001-05-03", "2001-05-05"),
    ],
)
def test_interval(value, first, last):
    span = calendar.interval(value)
    assert span is not None
    assert [day.isoformat() for day in span] == [first, last]


@pytest.mark.parametrize(
    "value", ["P3D", "PRESENT_REF", "XXXX-07", "2007-SU", "2007-02-30", "2007-W54", "0000", "", None]
)
def test_no_interval(value):
    assert calendar.interval(value) is None


@pytest.mark.parametrize(
    ("year", "day"), [(1998, "04-12"), (2000, "04-23"), (2007, "04-08"), (2008, "03-23"), (2019, "04-21")]
)
def test_easter(year, day):
    assert calendar.easter(year).isoformat() == f"{year}-{day}"


def test_days_first_where_the_settings_say_so():
    nlp = spacy.blank("en")
    nlp.add_pipe("news_structure")
    nlp.add_pipe("news_numbers")
    nlp.add_pipe("news_dates", config={"day_first": True})
    doc = nlp.make_doc("It closed on 3/4/2001.")
    NAMES.put(doc, [])
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert [date["value"] for date in DATES.of(doc)] == ["2001-04-03"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It opened on 3/4/2013 and closed on 25/12/2013.", ["2013-04-03", "2013-12-25"]),
        ("It opened on 3/4/2013 and closed on 12/25/2013.", ["2013-03-04", "2013-12-25"]),
        ("It opened on 3.4.2013 and closed on 25.12.2013.", ["2013-04-03", "2013-12-25"]),
        ("It opened on 3/4/13 and closed on 31/1/14.", ["2013-04-03", "2014-01-31"]),
        ("It opened on 3/4/2013 and scored 45/13/2.", ["2013-03-04"]),
    ],
)
def test_one_day_tells_the_order_of_all(text, values):
    assert [date["value"] for date in unparsed(text)] == values


NLP = spacy.blank("en")
for name in ("news_structure", "news_numbers", "news_dates"):
    NLP.add_pipe(name)


def unparsed(text, published="2007-07-10"):
    doc = NLP.make_doc(text)
    NAMES.put(doc, [])
    CALLER.put(doc, {"published": published, "title": None, "publisher": None, "source": None})
    for _, pipe in NLP.pipeline:
        doc = pipe(doc)
    return DATES.of(doc)


LISTED = """the a last next this past three 31 99999999999 2007 12:30 10/07/2007 week years day ago later earlier
before May Friday today quarter half third p.m. of in and - ' – , . every fiscal old summer Easter now few
early end centuries"""
WORDS = st.sampled_from([*LISTED.split(), "\n", "\n\n"])
FILLED = "ferry said cannot 5pm 3rd mid-May it's U.S. p.m. two hundred nineteen eighty-four 1980s"
FILLERS = st.sampled_from(FILLED.split())
DAYS = st.dates(datetime.date.min, datetime.date.max).map(datetime.date.isoformat)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=30).map(" ".join)), st.one_of(st.none(), DAYS))
def test_dates_are_in_the_text_in_order_and_their_ends_too(text, published):
    end = 0
    for date in unparsed(text, published):
        assert end <= date["start"] < date["end"] <= len(text)
        end = date["end"]
        assert (date["earliest"] is None) == (date["latest"] is None)
        if date["earliest"]:
            assert date["earliest"] <= date["latest"]
            assert datetime.date.fromisoformat(date["earliest"])
            assert datetime.date.fromisoformat(date["latest"])


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(st.one_of(WORDS, FILLERS), max_size=40).map(" ".join)))
def test_nothing_is_lost_by_reading_only_where_a_date_can_be(text):
    read = unparsed(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "stretches", lambda doc, *_: [(0, len(doc.text))])
        assert unparsed(text) == read


@pytest.mark.parametrize(
    "piece", ["the ", "two years ", "last ", "May 3, ", "a year earlier ", "2007-", "12:30", "the the last of ", "3 "]
)
def test_time_grows_with_length_only(piece):
    def taken(times):
        doc = Doc(NLP.vocab, words=[piece] * times, spaces=[False] * times)  # not the tokenizer's time
        NAMES.put(doc, [])
        for _, pipe in NLP.pipeline[:-1]:
            doc = pipe(doc)
        start = time.process_time()
        NLP.get_pipe("news_dates")(doc)
        return time.process_time() - start

    taken(100)
    assert taken(4000) < 24 * max(taken(500), 0.02)
