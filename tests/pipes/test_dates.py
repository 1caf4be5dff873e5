"""What `news_dates` promises: which stretches are dates, what they are worth, and that today is never one of them.

The sentences stand in `tests/sentences/dates.txt`. The paper's day is Tuesday, July 10, 2007, where one is needed.
"""

import datetime
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from shutil import which

import msgspec
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import extractor
import extractor.pipes.dates.pipe
import extractor.pipes.numbers.pipe
import extractor.pipes.structure.pipe
from extractor.annotations import CALLER, DATES, NAMES
from extractor.pipes.dates import calendar, feasts, find, numeric
from extractor.pipes.dates.rules import RULES
from tests import cost, examples
from tests.thorough import some

SENTENCES = Path(__file__).parents[1] / "sentences" / "dates.txt"


def lines():
    """The sentences without their headings."""
    return [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


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
import extractor
from tests.pipes.test_dates import record, unparsed
text = open(sys.argv[1], encoding="utf-8").read()
print(datetime.date.today(), time.localtime().tm_zone, datetime.date(2007, 7, 10).strftime("%B"))
print([unparsed(text, published) for published in (None, "2007-07-10")])
print(record(extractor.load()))
"""
"""Says which day, zone and month's name it runs under, what the components that know time make of a text, and the
whole record of a sample."""
SAMPLE = Path(__file__).parents[2] / "samples" / "siege.txt"


def record(loaded):
    """The bytes of a sample's record."""
    return msgspec.json.encode(loaded.record(extractor.Article(text=SAMPLE.read_text(encoding="utf-8"))))


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
def test_the_same_on_any_day_in_any_zone_and_locale(loaded, tmp_path, clock, zone, language, told):
    text = " ".join(
        examples.parse(line, "dates").text
        for line in [*lines()[:10], *(line for line in lines() if "court" in line)][:40]
    )
    text += " It closed on 3/4/01, at 5 p.m. EST on 12/11/1999."
    here = str([unparsed(text, published) for published in (None, "2007-07-10")])
    article, script = tmp_path / "article.txt", tmp_path / "shown.py"
    article.write_text(text, encoding="utf-8")
    script.write_text(SHOWN, encoding="utf-8")
    first, second, third = moved(tmp_path, [script, article], clock, zone, language).decode().splitlines()
    assert first == told
    assert second == here
    assert "2007-07-09" in here
    assert third == str(record(loaded))
    assert '"dates":[{' in third


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


SAMPLES = {
    "int": "3 12 31 45 0", "year": "1999 2024 1000", "num": "3.5 1,200", "mil": "0730 1500", "ord": "1st 9th 31st 99th",
    "clock": "9:15 24:00 7:56:30", "iso": "2007-07-10 31/12/2001 29.02.2001 2001-02-30", "hyphen": "-", "dash": "–",
    "comma": ",", "dot": ".", "apostrophe": "'", "s": "s", "slash": "/", "meridiem": "a.m. pm", "oclock": "o'clock",
    "open": "(", "close": ")", "q": "Q", "decade": "1990s '80s", "nodate": "24/7", "hedge": "about",
}  # fmt: skip
"""What stands for the grammar's terminals that no table has."""


def terminals():
    """The words of each code: those of the tables, and the samples."""
    found = {code: shown.split() for code, shown in SAMPLES.items()}
    for word, entry in NLP.get_pipe("news_dates")._known.words.single.items():
        found.setdefault(entry.code, []).append(word.capitalize() if entry.small else word)
    for first, longer in NLP.get_pipe("news_dates")._known.words.phrases.items():
        for rest, entry in longer:
            found.setdefault(entry.code, []).append(" ".join((first, *rest)).title())
    return found


TERMINALS = terminals()


def parts(pattern):
    """A rule's pattern as nested lists: [alternatives of sequences, whether they may be left out]."""
    stack = [([[]], False)]
    for piece in pattern.split():
        if piece in ("(", "(?=", "(?!"):
            stack.append(([[]], piece != "("))
        elif piece == "|":
            stack[-1][0].append([])
        elif piece.startswith(")"):
            alternatives, looks = stack.pop()
            stack[-1][0][-1].append((alternatives, piece == ")?" or looks))
        else:
            codes, _, rest = piece.partition("=")
            names = codes.rstrip("?").split("|")
            stack[-1][0][-1].append(([[name] for name in names], "?" in codes + rest))
    return stack[0][0][0]


@st.composite
def combinations(draw):
    """A text that one of the grammar's rules makes, of any of its parts, and what may stand around it."""

    def words(sequence):
        for item in sequence:
            if isinstance(item, str):
                yield draw(st.sampled_from(TERMINALS[item]))
            elif not item[1] or draw(st.booleans()):
                yield from words(draw(st.sampled_from(item[0])))

    told = [" ".join(words(parts(draw(st.sampled_from(RULES))[1]))) for _ in range(draw(st.integers(1, 3)))]
    text = draw(st.sampled_from([" ", " to ", " and ", " before ", "-", ". ", "\n"])).join(told)
    return re.sub(r" ([-–,.'/)]) ?", r"\1", text)


@given(combinations(), st.one_of(st.none(), DAYS))
def test_any_combination_around_any_day_is_inside_the_calendar(text, published):
    found = unparsed(text, published)
    for index, date in enumerate(found):
        is_inside_the_calendar(date)
        if date["range"] is not None:
            assert found[date["range"]]["range"] == index


DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEEK = re.compile(r"(\d{4})-W(\d\d)")
HOUR = re.compile(r"T(\d\d):(\d\d)")


def is_inside_the_calendar(date):
    value = date["value"] or ""
    for day in DAY.findall(value):
        assert datetime.date.fromisoformat(day)
    for year, week in WEEK.findall(value):
        assert 1 <= int(week) <= datetime.date(int(year), 12, 28).isocalendar().week
    for hour, minute in HOUR.findall(value) if date["type"] == "TIME" else ():
        assert (int(hour), int(minute)) <= (24, 59)
    if date["earliest"]:
        first, last = (datetime.date.fromisoformat(date[end]) for end in ("earliest", "latest"))
        assert first <= last


@pytest.mark.parametrize(
    "text", ["It took 1.000.000 hours.", f"It took {'9' * 310} days.", "It took 99991.000.000 hours."]
)
def test_digits_that_are_no_count_last_nothing(text):
    assert all("9" not in (date["value"] or "") for date in unparsed(text))


@pytest.mark.parametrize(("year", "day"), [(2016, "05-01"), (2021, "05-02"), (2007, "04-08"), (1999, "04-11")])
def test_orthodox_easter(year, day):
    assert feasts.orthodox_easter(year).isoformat() == f"{year}-{day}"


def test_feasts_end_on_the_eve_of_another():
    known = NLP.get_pipe("news_dates")._known.words.feasts
    assert feasts.spans("moon:ramadan>eid al-fitr", 2007, known) == [
        (datetime.date(2007, 9, 13), datetime.date(2007, 10, 12))
    ]
    assert len(feasts.spans("moon:eid al-fitr", 2033, known)) == 2
    assert feasts.spans("moon:diwali", 2101, known) == []


@given(st.one_of(st.text(max_size=120), st.lists(st.one_of(WORDS, FILLERS), max_size=40).map(" ".join)))
def test_nothing_is_lost_by_reading_only_where_a_date_can_be(text):
    read = unparsed(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "stretches", lambda doc, *_: [(0, len(doc.text))])
        assert unparsed(text) == read


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    some(
        ["the ", "two years ", "last ", "May 3, ", "a year earlier ", "2007-", "12:30", "the the last of ", "3 "], of=3
    ),
)
def test_time_grows_with_length_only(piece):
    def made(times):
        doc = Doc(NLP.vocab, words=[piece] * times, spaces=[False] * times)  # not the tokenizer's time
        NAMES.put(doc, [])
        for _, pipe in NLP.pipeline[:-1]:
            doc = pipe(doc)
        return doc

    few, many = (cost.seconds(NLP.get_pipe("news_dates"), partial(made, times), tries=2) for times in (250, 2000))
    assert many < 24 * max(few, 0.02)
