"""What `news_figures` promises: value, bound, trend, unit, noun and role of each number, and what is no figure."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article
from extractor.annotations import FIGURES
from tests import cost, examples
from tests.thorough import some

# ruff: noqa: E501 - a sentence with its markup is one line
POSITIVE = [
    "Ilse Marten, [66](value=66, kind=age) and Jory Marten, [64](value=64, kind=age) were found dead in a barn.",
    "Mileage rose from [20 mpg](value=20, noun=Mileage) in 2008 to [29 mpg](value=29) in 2020.",
    "The harbour index rose to [1,333.18](value=1333.18, kind=other, unit=null, noun=harbour index).",
    "Police seized [14](value=14, unit=rifle) AK-47 assault rifles.",
    "[One](value=1, role=killed) of the men was killed.",
    "[At least 20](value=20, bound=>=, unit=militant, role=killed) militants and [three](value=3, bound=>=, role=killed) soldiers died.",
    "Nurses counted [more than 40](value=40, bound=>, unit=ambulance, role=null) ambulances.",
    "The shelling killed [12](value=12, role=killed) villagers and wounded [30](value=30, role=wounded).",
    "[Twelve](value=12, role=killed) villagers were killed by [two](value=2, role=null) gunmen.",
    "[14](value=14, role=killed) died and [20](value=20, role=wounded) were hurt.",
    "The raid left [12](value=12, role=killed) dead and [nine](value=9, role=wounded) injured.",
    "The raid left [12](value=12, role=killed) people dead.",
    "Police shot and killed [two](value=2, role=killed) rebels.",
    "[Two](value=2, role=killed) men were shot dead at the quay.",
    "[Four](value=4, role=shot) men were shot at the quay.",
    "[Three](value=3, role=killed) fishermen were found dead.",
    "[Three](value=3, role=missing) fishermen are still missing.",
    "[Three](value=3, role=missing) fishermen were reported missing.",
    "The death toll rose to [41](value=41, role=killed).",
    "The death toll of [41](value=41, role=killed) is the worst since the war.",
    "Officials put the death toll at [41](value=41, role=killed).",
    "The clinic recorded [six](value=6, role=killed) deaths and [70](value=70, role=wounded) injuries.",
    "[Five](value=5, role=arrested) people were arrested.",
    "Police detained [about 60](value=60, bound=~, role=arrested) marchers.",
    "[More than 8,000](value=8000, bound=>, role=displaced) people were displaced.",
    "[Hundreds](low=100, high=1000, bound=~, role=evacuated) of tourists were evacuated.",
    "Pirates kidnapped [five](value=5, role=kidnapped) sailors.",
    "Troops freed [31](value=31, role=rescued) hostages.",
    "[2](value=2, role=killed) dead, [5](value=5, role=wounded) hurt in ferry fire",
    "The gas killed [one](value=1, role=killed) miner.",
    "[Three](value=3, role=wounded) people with gunshot wounds walked in.",
    "[Nine](value=9, role=null) patients were treated at the clinic.",
    "[Nine](value=9, role=null) patients were not hurt.",
    "[Two](value=2, role=killed) of the victims died on Monday.",
    "The storm could kill [100](value=100, role=killed, hypothetical=true) hikers.",
    "[Thirty](value=30, hypothetical=true) miners were feared dead.",
    "[Thirty](value=30, hypothetical=false) miners were killed.",
    "[No one](value=0, role=killed) was killed.",
    "[None](value=0, role=wounded) were hurt.",
    "[Nobody](value=0, role=wounded) was injured.",
    "Ines Duarte, [34](value=34, kind=age, unit=year), mends nets.",
    "The [34-year-old](value=34, kind=age, unit=year) mends nets.",
    "The patient was a [5-year-old](value=5, kind=age) boy.",
    "He died aged [91](value=91, kind=age).",
    "She turned [30](value=30, kind=age) in May.",
    "The bridge is [200 years old](value=200, kind=age).",
    "It cost [$3.5 million](value=3500000, kind=money, unit=dollar).",
    "It cost [US$5bn](value=5000000000, kind=money, unit=dollar).",
    "It cost [$A82m](value=82000000, unit=australian dollar).",
    "It cost [£6m](value=6000000, unit=pound sterling).",
    "It cost [Rs 3 crore](value=30000000, unit=rupee).",
    "It cost [50 cents](value=50, unit=cent, kind=money).",
    "It cost [1.2 million euros](value=1200000, unit=euro).",
    "It cost [3 dollars 50 cents](value=3.5, unit=dollar).",
    "It cost [$3 to $5 billion](low=3000000000, high=5000000000, unit=dollar).",
    "It cost [between $3 million and $5 million](low=3000000, high=5000000, unit=dollar).",
    "It costs [12 cents a share](value=12, kind=rate, unit=cent per share).",
    "The pump lifts [20 barrels a day](value=20, kind=rate, unit=barrel per day).",
    "Turnout was [18-25%](low=18, high=25, unit=percentage, kind=percent).",
    "Turnout was [18 to 25 percent](low=18, high=25, unit=percentage).",
    "Turnout was [between five and six percent](low=5, high=6).",
    "Shares fell [2.5%](value=2.5, trend=down, unit=percentage) to [$40](value=40, trend=null, unit=dollar).",
    "Shares rose by [nearly 3 percent](value=3, trend=up, bound=~).",
    "Shares were up [3 percent](value=3, trend=up).",
    "They saw a rise of [3 percent](value=3, trend=up) in rents.",
    "Rents rose from [$300](value=300, unit=dollar) to [$410](value=410, unit=dollar).",
    "The index climbed from [21](value=21) to [23](value=23) overnight.",
    "The fee ranges [from 1 per cent to 1.5 per cent](low=1, high=1.5).",
    "The dam is [40 metres](value=40, unit=metre, kind=length) high.",
    "The dam is [40m](value=40, unit=metre) high.",
    "The show drew [6m](value=6000000, kind=count) viewers.",
    "The wall is [5 km](value=5, unit=kilometre) long.",
    "The gusts reached [120 km/h](value=120, unit=kilometre per hour, kind=speed).",
    "The gusts reached [75 miles per hour](value=75, unit=mile per hour, kind=speed).",
    "It fell to [minus 40 degrees](value=-40, unit=degree, kind=temperature).",
    "It was [30°C](value=30, unit=celsius) at noon.",
    "They waited [about nine hours](value=9, bound=~, unit=hour, kind=duration).",
    "They waited [two and a half years](value=2.5, unit=year, kind=duration).",
    "They waited [half an hour](value=0.5, unit=hour, kind=duration).",
    "The fire burnt [600 hectares](value=600, unit=hectare, kind=area).",
    "The vat holds [600 litres](value=600, unit=litre, kind=volume).",
    "The bell weighs [600 kg](value=600, unit=kilogram, kind=mass).",
    "[Half](value=0.5, kind=ratio) of the crew resigned.",
    "[Two-thirds](value=0.6666666666666666, kind=ratio) of the crew resigned.",
    "[One in five](value=0.2, kind=ratio) ewes was ill.",
    "[Nine out of 10](value=0.9, kind=ratio) readers agreed.",
    "Rovers won [3-2](low=3, high=2, kind=score).",
    "The board voted [6-4](low=6, high=4, kind=score) to close.",
    "[Dozens](low=12, high=120, bound=~, unit=goat) of goats escaped.",
    "[Tens of thousands](low=10000, high=100000, bound=~) of people marched.",
    "[Three or four](low=3, high=4) boats sank.",
    "[20 or more](value=20, bound=>=) boats sank.",
    "[As many as 30](value=30, bound=<=) boats sank.",
    "[Up to 30](value=30, bound=<=) boats sank.",
    "[Fewer than 30](value=30, bound=<) boats sank.",
    "[Well over 30](value=30, bound=>) boats sank.",
    "[No fewer than 30](value=30, bound=>=) boats sank.",
    "[Some 30](value=30, bound=~) boats sank.",
    "[An estimated 30](value=30, bound=~) boats sank.",
    "It is [100 kilometres](value=100, unit=kilometre) ([62 miles](value=62, unit=mile)) away.",
    "[One](value=1, unit=soldier, role=killed) soldier died.",
    "He wore [14](value=14, unit=medal) brass medals.",
    "They sold [9 tonnes](value=9, unit=tonne, noun=copper) of copper.",
    "Its sales in the north grew [4 percent](value=4, trend=up).",
    "A [12](value=12, unit=page)-page letter arrived.",
    "Troops carried [14](value=14, unit=rifle) AK-47 assault rifles.",
    "[No](value=0, role=killed) deaths were reported.",
    "[No](value=0, role=arrested) arrests were made.",
    "Ana Duarte won [6-4](low=6, high=4, kind=score), [3-6](low=3, high=6, kind=score), [7-5](low=7, high=5, kind=score).",
    "Ikenna Duarte, who is [21](value=21, kind=age), limped.",
    "[Six](value=6, role=shot) people were shot, [two](value=2, role=killed) fatally.",
    "[Four](value=4, role=wounded) others were taken to hospital with gunshot wounds.",
    "The clinic took in [more than 1000](value=1000, bound=>) patients.",
]
NEGATIVE = [
    "He runs one of the shelters.",
    "The vote was held in 2014.",
    "It opened on July 10, 2007.",
    "The train leaves at 6:15.",
    "The train leaves at 6 p.m.",
    "Call 717-555-0116.",
    "She lives at 12 Mallow Street.",
    "The shed in the 6700 block of Mallow Road burnt.",
    "Apollo 11 landed.",
    "A Boeing 787 landed.",
    "He carried an AK-47.",
    "The G20 met.",
    "He slept through 9/11.",
    "It is open 24/7.",
    "One day she will sing.",
    "One wonders why.",
    "They helped one another.",
    "No one knows.",
    "In the 1970s she moved.",
    "The 2012-13 season was short.",
    "See page 12.",
    "It was her first win.",
    "He has type 2 diabetes.",
    "The Channel 4 film won.",
    "No eggs were left.",
    "UPDATE 3-Storm toll climbs",
]


@pytest.mark.parametrize("marked", POSITIVE)
def test_figure(loaded, marked):
    examples.check(loaded, "figures", marked)


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_figure(loaded, text):
    assert figures(loaded, text) == []


def figures(loaded, text):
    return FIGURES.of(loaded.doc(Article(text=text)))


def test_one_sentence_has_all_its_figures(loaded):
    text = "At least 20 militants and three soldiers died and about 30 were hurt when a $3 million bridge fell."
    found = [(text[f["start"] : f["end"]], f["role"], f["bound"]) for f in figures(loaded, text)]
    assert found == [
        ("At least 20", "killed", ">="),
        ("three", "killed", ">="),
        ("about 30", "wounded", "~"),
        ("$3 million", None, "="),
    ]


def test_integers_are_integers(loaded):
    for figure in figures(loaded, "It sold 20 bells for $3.5 million, $4.0 and 1.5 million yen."):
        assert type(figure["value"]) is int


def test_an_age_knows_its_person(loaded):
    found = figures(loaded, "The smith, Nestor Benitez, 38, lives in Asuncion.")
    assert [(f["kind"], f["value"], f["person"]) for f in found] == [("age", 38, 0)]


ALPHABET = "0123456789.,-/: $%£€½a'\n\t()killedmnofhurt"


@given(text=st.text(alphabet=st.sampled_from(ALPHABET), max_size=120))
def test_figures_stand_in_the_text_and_values_in_their_range(loaded, text):
    for figure in figures(loaded, text):
        assert 0 <= figure["start"] < figure["end"] <= len(text)
        assert figure["bound"] in ("=", "~", ">", ">=", "<", "<=")
        if figure["value"] is None:
            assert figure["low"] <= figure["high"]
        elif figure["low"] is not None:
            assert figure["low"] <= figure["value"] <= figure["high"]
        assert max(abs(figure["value"] or 0), abs(figure["high"] or 0)) < 2**63


@given(text=st.text(max_size=200))
def test_nothing_raises(loaded, text):
    figures(loaded, text)


@given(value=st.integers(min_value=2, max_value=10**9))
def test_what_we_print_is_read_as_the_same_value(loaded, value):
    assert figures(loaded, f"It cost ${value:,} to mend.")[0]["value"] == value


@given(low=st.integers(min_value=2, max_value=10**6), more=st.integers(min_value=1, max_value=10**6))
def test_a_range_is_read_as_its_two_ends(loaded, low, more):
    found = figures(loaded, f"It cost between ${low:,} and ${low + more:,} to mend.")
    assert [(figure["low"], figure["high"]) for figure in found] == [(low, low + more)]


@given(value=st.decimals(min_value=1, max_value=999, places=1), scale=st.sampled_from(["million", "billion"]))
def test_a_scaled_value_is_read_as_the_same(loaded, value, scale):
    found = figures(loaded, f"It cost ${value} {scale} to mend.")
    assert [figure["value"] for figure in found] == [value * {"million": 10**6, "billion": 10**9}[scale]]


SOUPS = [
    "0 000 ",
    "+1 22 ",
    "1.234,",
    "10' ",
    "both of them ",
    "of them ",
    "ages 1, ",
    "1-",
    "$1 ",
    "5% ",
    "1,",
    "between 1 and ",
    "at least ",
    "1 to ",
    "1/2 ",
    "km/",
    "one in ",
]


@pytest.mark.slow
@pytest.mark.parametrize("soup", some(SOUPS, of=3))
def test_soup_costs_one_pass(loaded, soup):
    """Four times the text costs about four times the time, not sixteen times."""
    pipe = loaded.nlp.get_pipe("news_figures")
    few, many = (cost.seconds(pipe, partial(loaded.doc, Article(text=soup * times)), tries=2) for times in (100, 400))
    assert many < 8 * few + 0.1
