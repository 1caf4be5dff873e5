"""What `news_numbers` promises: one value for each way to write a number, and no number where there is none."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import extractor.pipes.numbers.pipe  # noqa: F401 - registers the factory
from extractor.annotations import NUMBERS
from extractor.pipes.numbers import words
from tests import cost
from tests.thorough import some

NLP: Language = spacy.blank("en")
NLP.add_pipe("news_numbers")


def numbers(text: str) -> list[tuple[str, object]]:
    found = NUMBERS.of(NLP(text))
    return [(text[n["start"] : n["end"]], (n["low"], n["high"]) if n["value"] is None else n["value"]) for n in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The well held 1,234 litres.", [("1,234", 1234)]),
        ("The well held 1 234 litres.", [("1 234", 1234)]),
        ("The well held 1\u202f234\u202f567 litres.", [("1\u202f234\u202f567", 1234567)]),
        ("The well held 1.234.567 litres.", [("1.234.567", 1234567)]),
        ("The well held 1'234'567 litres.", [("1'234'567", 1234567)]),
        ("Receipts were 12,34,567.89 rupees.", [("12,34,567.89", 1234567.89)]),
        ("It cost 12,50 euros.", [("12,50", 12.5)]),
        ("A stand for 80, 000 spectators.", [("80, 000", 80000)]),
        ("A share of .001 per cent.", [(".001", 0.001)]),
        ("It fell to -5 degrees.", [("-5", -5)]),
        ("It fell to −3.2 degrees.", [("−3.2", -3.2)]),
        ("It fell to minus 40 degrees.", [("minus 40", -40)]),
        ("Bolts of 3 1/2 inches.", [("3 1/2", 3.5)]),
        ("Bolts of 3½ inches.", [("3½", 3.5)]),
        ("Bolts of 1/2 inch.", [("1/2", 0.5)]),
        ("Add ¾ cup of rye.", [("¾", 0.75)]),
        ("It opens 24/7 now.", [("24", 24), ("7", 7)]),
        ("Reach the desk at 555-0147.", []),
        ("Call the desk at 555-4000 or 555-0147 for tickets.", []),
        ("He has 300-1000 hens.", [("300", 300), ("1000", 1000)]),
        ("It takes 300-1000.", [("300", 300), ("1000", 1000)]),
        (
            "The fort fell to twenty-eight thousand six hundred and four men.",
            [("twenty-eight thousand six hundred and four", 28604)],
        ),
        ("There were a hundred and two geese.", [("a hundred and two", 102)]),
        ("There were one hundred fifty geese.", [("one hundred fifty", 150)]),
        ("There were fifteen hundred geese.", [("fifteen hundred", 1500)]),
        ("There were 4 hundred million stars.", [("4 hundred million", 400000000)]),
        ("He paid with fifty fifty-krone notes.", [("fifty", 50), ("fifty", 50)]),
        ("They built 1 million two-bedroom flats.", [("1 million", 1000000), ("two", 2)]),
        ("A harvest of half a million tons.", [("half a million", 500000)]),
        ("A harvest of three-quarters of a million tons.", [("three-quarters of a million", 750000)]),
        ("A harvest of a quarter million tons.", [("a quarter million", 250000)]),
        ("A harvest of 2 1/2 million tons.", [("2 1/2 million", 2500000)]),
        ("A harvest of one and a half million tons.", [("one and a half million", 1500000)]),
        ("It lasted two and a half years.", [("two and a half", 2.5)]),
        ("It lasted half an hour.", [("half", 0.5)]),
        ("Half a dozen eggs.", [("Half a dozen", 6)]),
        ("A half-dozen eggs.", [("A half-dozen", 6)]),
        ("A third of the hedge died.", [("A third", 1 / 3)]),
        ("Rents rose by about a quarter.", [("a quarter", 0.25)]),
        ("Two-thirds voted no.", [("Two-thirds", 2 / 3)]),
        ("She came twenty-first.", [("twenty-first", 21)]),
        ("She came 22nd.", [("22nd", 22)]),
        ("The third man left.", [("third", 3)]),
        ("Hundreds of millions of eggs.", [("Hundreds of millions", (10**8, 10**9))]),
        ("A few hundred onlookers.", [("A few hundred", (100, 1000))]),
        ("Several dozen onlookers.", [("Several dozen", (12, 120))]),
        ("A couple of swans.", [("A couple", 2)]),
        ("A couple hundred swans.", [("A couple hundred", 200)]),
        ("It cost US$5bn.", [("5bn", 5 * 10**9)]),
        ("It cost AUD1.5 million.", [("1.5 million", 1500000)]),
        ("A 278kg bell.", [("278", 278)]),
        ("It cost 3 lakh rupees.", [("3 lakh", 300000)]),
        ("Between ten and\ntwelve gates.", [("ten", 10), ("twelve", 12)]),
    ],
)
def test_value(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call 717-555-0116 before noon.",
        "Call (717) 555-0116 before noon.",
        "It began at 2:30.",
        "She swam it in 1:36.6.",
        "Logged at 2019-09-01T10:38:07.190Z.",
        "The host 192.168.1.1 answered.",
        "Release 12.3.4 is out.",
        "In the 1970s she moved.",
        "He is in his 20s.",
        "The couple said no.",
        "Her test scores were good.",
        "They met in the half light.",
        "My half-brother left.",
        "A multi-million project.",
        "Several people left.",
        "Wonderful attendance, often.",
        "",
        " \n\n ",
    ],
)
def test_no_number(text):
    assert numbers(text) == []


@given(st.text(alphabet=st.sampled_from("0123456789.,-/: $½a'thndsmk\nof  fiveonehalfdozen"), max_size=80))
def test_numbers_stand_in_order_within_the_text(text):
    at = 0
    for number in NUMBERS.of(NLP(text)):
        assert at <= number["start"] < number["end"] <= len(text)
        at = number["end"]
        assert (number["value"] is None) == (number["low"] is not None)
        if number["low"] is not None:
            assert number["high"] == 10 * number["low"]


@given(st.text(max_size=200))
def test_nothing_raises(text):
    NLP(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_what_we_print_is_read_as_the_same_number(value):
    assert numbers(f"It has {value:,} parts.") == [(f"{value:,}", value)]
    assert numbers(f"It has {value} parts.") == [(str(value), value)]


SOUPS = ["1,", "1-", "1.", "1:", "1 ", "9", "12,34,", "one ", "half a ", "1/2 ", "hundred and "]


@pytest.mark.slow
@pytest.mark.parametrize("soup", some(SOUPS, of=3))
def test_soup_costs_one_pass(soup):
    pipe = NLP.get_pipe("news_numbers")

    def read(text):
        list(words.numbers(pipe._line(text)))

    few, many = (cost.seconds(read, lambda times=times: soup * times, tries=2) for times in (1_000, 5_000))
    assert many < 10 * max(few, 0.01)
