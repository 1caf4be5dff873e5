"""What `news_figures` promises, phenomenon by phenomenon, on sentences of our own.

Each list is one point of how English counts; `test_figures.py` has the properties and what is no figure.
"""

import pytest

from extractor import Article
from extractor.annotations import FIGURES
from tests import examples

# ruff: noqa: E501 - a sentence with its markup is one line
PHENOMENA = {
    "numbers": [
        "The yard built [1 234](value=1234, unit=hull) hulls and [1,234,567](value=1234567, unit=oar) oars.",
        "The ferry costs [12,50 €](value=12.5, unit=euro).",
        "The ferry cost [1.234,56 euros](value=1234.56, unit=euro) to mend.",
        "The ferry cost [1 234,50 euros](value=1234.5, unit=euro) to mend.",
        "The state pledged [Rs 2 lakh crore](value=2000000000000, unit=rupee) for dams.",
        "The state pledged [Rs 5 lakh](value=500000, unit=rupee) to each widow.",
        "He owns [3 1/2 acres](value=3.5, unit=acre).",
        "It lasted [two and three-quarters hours](value=2.75, unit=hour).",
        "[A million and a half](value=1500000, unit=person) people saw it.",
        "The guild lost [three and a half million dollars](value=3500000, unit=dollar).",
        "[A couple](value=2, bound=~, unit=dog) of dogs barked.",
        "It sold for a cool [half-million dollars](value=500000, unit=dollar).",
    ],
    "initials are no scales": [
        "He runs the [$932 million](value=932000000, unit=dollar) T. Ashby Cole fund.",
        "They closed the [$40 million](value=40000000, unit=dollar) B. Tilney deal.",
        "She bought a [$12](value=12, unit=dollar) T. Ashby Cole print.",
        "A [$12](value=12, unit=dollar) T. Ashby Cole print was sold.",
        "She saw the [$3](value=3, unit=dollar) M. Tilney film.",
        "The fund, worth [$5 m](value=5000000, unit=dollar). was shut.",
        "The mill made [$6M](value=6000000, unit=dollar). Nobody knew.",
        "The mill made [$5 billion](value=5000000000, unit=dollar) m last year.",
        "He paid [A $40](value=40, unit=australian dollar) for it.",
        "A [$40](value=40, unit=dollar) ticket was lost.",
    ],
    "stretches of time": [
        "The lease runs for [at least 20 more years](value=20, bound=>=, kind=duration, unit=year, unit_text=years).",
        "The strike went on for [13 straight days](value=13, kind=duration, unit=day).",
        "A [13-straight-day](value=13, kind=duration, unit=day) strike ended.",
        "It must be paid within [twenty working days](value=20, kind=duration, unit=day).",
        "The mill lost money in the past [two quarters](value=2, kind=duration, unit=quarter).",
        "The [five](value=5, kind=count, unit=regatta) weekend regattas drew crowds.",
    ],
    "dates are none": [
        "The yard has 13 berths, up from [seven](value=7, kind=count) a year ago.",
        "Sales rose in the quarter ended Sept. 30 to [$747 million](value=747000000, unit=dollar).",
        "Rents fell from 800 crowns in 2008 to [650 crowns](value=650) in 2009.",
        "Support went from 40 percent on July 14 to [46 percent](value=46, unit=percentage) on August 1.",
        "The rate fell by [four percentage points](value=4, kind=percent, unit=percentage point) each year.",
        "Prices will go up by an average of [1500](value=1500) a boat.",
        "A cook needs [about 2000 - 2500 Calories](low=2000, high=2500, unit=calorie).",
        "She gave away [around four an hour](value=4, kind=rate, unit=per hour).",
    ],
    "ranges": [
        "[Between five and six million](low=5000000, high=6000000, unit=person) people lack water.",
        "It was [20 plus or minus 2 degrees](low=18, high=22, unit=degree) all day.",
        "A miner needs [about 2000 - 2500 Calories](low=2000, high=2500, unit=calorie).",
        "The valley could lose [between a quarter and a third](low=0.25, high=0.333333333, kind=ratio) of its ice.",
        "The guild cut its growth forecast [from 5 to 7 per cent](low=5, high=7) to [3 to 5 per cent](low=3, high=5).",
        "[Some 10 to 15](low=10, high=15, bound=~, role=arrested) rebels were captured.",
        "Fees run [between $3 and $5](low=3, high=5, unit=dollar).",
    ],
    "changes have two levels": [
        "He cut his target from [290 kroner](value=290, unit=krone) to [255](value=255, unit=krone).",
        "Mileage climbed from [21 mpg](value=21) to [23](value=23, unit=mile per gallon).",
        "The index rose [64 points](value=64, trend=up, unit=point) to [4,577.10](value=4577.1, trend=null, unit=point).",
        "Wool rose by [2 percent](value=2, trend=up) but hemp fell by [1](value=1, unit=percentage, trend=down).",
        "The price fell by [$2](value=2) to [$40 a barrel](value=40, trend=null, unit=dollar per barrel).",
        "Turnout was [62%](value=62, trend=null), up from [58%](value=58, trend=null).",
        "The toll was raised from [32](value=32, role=killed) to [41](value=41, role=killed).",
        "The bill was lost by [seven](value=7, trend=null) votes.",
    ],
    "multiplication": [
        "Sales [doubled](value=2, kind=ratio, trend=up, noun=Sales) in a year.",
        "The guild [tripled](value=3, kind=ratio, noun=dues) dues.",
        "Costs [halved](value=0.5, kind=ratio, trend=down, noun=Costs).",
        "The debt [more than doubled](value=2, bound=>, trend=up).",
        "[Three times](value=3, kind=ratio) as many deer came.",
        "He knocked [three times](value=3, kind=count).",
        "Output rose [fivefold](value=5, kind=ratio, trend=up).",
        "The debt is expected to [double](value=2, kind=ratio, hypothetical=true).",
    ],
    "ranks": [
        "She came [third](value=3, kind=rank) in the race.",
        "She finished [22nd](value=22, kind=rank).",
        "The club is ranked [fifth](value=5, kind=rank) in the league.",
        "The club climbed from [seventh](value=7, kind=rank) to [fourth](value=4, kind=rank).",
        "It is the [third](value=3, kind=rank)-largest port.",
        "They ended the season in [10th](value=10, kind=rank) place.",
    ],
    "scores": [
        "Rovers are fourth after a late goal\n\nThe Rovers won on Saturday.\n\nCalder Rovers [3 Port Ellery 2](low=2, high=3, kind=score)\n\nIt rained all day.",
        "The house threw it out by [301 votes to 294](low=294, high=301, kind=score).",
        "The senate voted [52 to 48](low=48, high=52, kind=score) to stay.",
        "Rovers won [98-86](low=86, high=98, kind=score) at home.",
    ],
    "units": [
        "The kite flew at an altitude of [30'](value=30, unit=foot) above the quay.",
        'The pen is [10"](value=10, unit=inch) long.',
        "Water boils at [100° Celsius](value=100, unit=celsius).",
        "He is [6 feet](value=6, unit=foot) [2 inches](value=2, unit=inch) tall.",
        "The bond paid [15 dollars 50](value=15.5, unit=dollar).",
        "It cost [thirteen dollars forty-five](value=13.45, unit=dollar).",
        "They drink [2.4 billion gallons](value=2400000000, kind=rate, unit=gallon per year) of milk a year.",
        "The offer was [C$6](value=6, kind=rate, unit=canadian dollar per share) ([US$4.46](value=4.46)) per share.",
        "They had an average of [20 per week](value=20, kind=rate, unit=per week).",
        "Rates rose [a quarter of a percentage point](value=0.25, unit=percentage point).",
        "A [5,000-square-foot](value=5000, unit=square foot, noun=house) house burnt.",
        "[Eighteen](value=18, unit=mp) MPs left.",
    ],
    "units beside other numbers": [
        "The phone S23 costs [$899.99](value=899.99, unit=dollar).",
        "The bill is [£3,456.78](value=3456.78, unit=pound sterling) plus [20%](value=20) tax.",
        "He is [5ft](value=5, unit=foot) [7in](value=7, unit=inch) tall.",
        "They came [10](value=10, kind=count) in a row.",
        "The limit is [35 micrograms per cubic metre](value=35, kind=rate, unit=microgram per cubic metre).",
        "They have [1.5 to 2 times](low=1.5, high=2, kind=ratio) the normal level.",
        "They sold [20-odd](value=20, bound=~, unit=boat) boats.",
    ],
    "ages": [
        "Two men, ages [28](value=28, kind=age, role=null) and [22](value=22, kind=age, role=null), were wounded.",
        "Bridge Builder Dies at [91](value=91, kind=age)\nBy our reporter",
        "Her son, aged [4](value=4, kind=age, unit=year), was hurt.",
        "Maria Silva, [34](value=34, kind=age, role=null), was arrested.",
    ],
    "what is counted": [
        "Eight families stayed and [six](value=6, unit=family) left.",
        "Of the [40](value=40, unit=hostage, role=null) hostages, [three](value=3, unit=hostage, role=rescued) were freed.",
        "There were 30 soldiers; of them, [three](value=3, unit=soldier, role=wounded) were wounded.",
        "The yard has 124 cranes, of which [96](value=96, unit=crane) are new.",
        "The clinic received 22 bodies, [14](value=14, unit=body) of them in uniform.",
        "More than 60 of the [141](value=141, unit=starter) starters gave up.",
        "They sold [4.3M](value=4300000, unit=sale) digital and physical sales.",
        "The toll had stood at [11](value=11, unit=null, role=killed) the night before.",
        "A judge sent him to prison for [14 years](value=14, noun=prison).",
    ],
    "of them is said of the count before": [
        "The clinic took 22 bodies and treats 63 wounded, [six](value=6, unit=null) of them boys.",
        "Soldiers found 22 bodies, [14](value=14, unit=body) of them in uniform.",
    ],
    "killed": [
        "The bomb killed [at least 12](value=12, role=killed), including [three](value=3, role=killed) children.",
        "[Two](value=2, role=killed) people, including the gunman, were killed.",
        "[12](value=12, role=killed) people died, including [three](value=3, role=killed) children.",
        "The deaths of [12](value=12, role=killed) miners shocked the town.",
        "Among the dead were [six](value=6, role=killed) children.",
        "Killed were [two](value=2, role=killed) guards.",
        "[More than 100](value=100, role=killed, bound=>) lost their lives.",
        "They found [two](value=2, role=killed) deceased clerks.",
        "[Two](value=2, role=killed) guards were fatally wounded.",
        "[Both](value=2, role=killed) men were killed.",
        "Police looked into a [triple](value=3, role=killed) homicide.",
        "Toll rises to [31](value=31, role=killed) in mine blast",
        "[5](value=5, role=killed) killed, [12](value=12, role=wounded) hurt as bus leaves road",
        "Gunmen shot dead [5](value=5, role=killed) clerks and wounded [3](value=3, role=wounded).",
        "The fire claimed [11](value=11, role=killed) lives.",
        "The flu killed 12,000, [300](value=300, role=killed) of them in May.",
        "[Two](value=2, role=killed) divers were said to be dead.",
    ],
    "wounded": [
        "Also wounded were [four](value=4, role=wounded) cooks.",
        "The crash left five dead and 12 injured, [three](value=3, role=wounded) critically.",
        "The clinic treats [63](value=63, role=wounded) wounded.",
        "The raid left [four](value=4, role=wounded) clerks with stab wounds.",
        "Injuries to [12](value=12, role=wounded) people were reported.",
        "She was one of [six](value=6, role=wounded) people who were wounded.",
    ],
    "patients are wounded only where nothing else counts the wounded": [
        "The shooting sent [four](value=4, role=wounded) people to hospital.",
        "The shooting left one man dead and [three](value=3, role=wounded) others hospitalised.",
        "[Twelve](value=12, role=wounded) people are in critical condition after a stabbing.",
        "[Twelve](value=12, role=null) people are in critical condition with flu.",
        "A fever sent [40](value=40, role=null) pupils to hospital.",
        "The blast injured [30](value=30, role=wounded) people, and [12](value=12, role=null) were taken to hospital.",
    ],
    "other roles": [
        "The arrest of [five](value=5, role=arrested) men shocked the town.",
        "Five men and [three](value=3, role=arrested) women were arrested.",
        "The gang released [31](value=31, role=rescued) hostages.",
        "The war drove [12,000](value=12000, role=displaced) people from their homes.",
        "[Nine](value=9, role=missing) people remained unaccounted for.",
        "[Nearly 300](value=300, role=missing, bound=~) remain missing.",
        "It left [1,200](value=1200, role=displaced) families homeless.",
        "They rescued [12](value=12, role=rescued) of the [14](value=14, role=null) miners.",
    ],
    "who is not in the role": [
        "Three clerks were killed by [two](value=2, role=null) gunmen.",
        "Half of the [40](value=40, role=null) men were hurt.",
        "A father of [three](value=3, role=null) was killed.",
        "[Eleven](value=11, role=null) of the [20](value=20, role=null) passengers survived.",
        "The bomb did not kill [12](value=12, role=null) people.",
        "The ferry had [400](value=400, role=null) passengers when it sank.",
    ],
    "zero": [
        "[No one](value=0, role=killed) was killed but [three](value=3, role=wounded) were hurt.",
        "[None](value=0, role=wounded) of the [20](value=20, role=null) passengers was hurt.",
        "[No](value=0, role=wounded) injuries were reported.",
    ],
    "hedges": [
        "[Well over 30](value=30, bound=>) boats sank.",
        "[Nearly three dozen](value=36, bound=~) boats sank.",
        "[No fewer than 12](value=12, bound=>=, role=killed) men died.",
        "[Up to a dozen](value=12, bound=<=) boats sank.",
        "[As many as 300](value=300, bound=<=, role=killed, hypothetical=true) people may have drowned.",
        "It cost [just under $2 million](value=2000000, bound=<, unit=dollar).",
        "It takes [20 minutes or so](value=20, bound=~, unit=minute).",
        "[100-odd](value=100, bound=~) geese came.",
    ],
    "trends": [
        "Unemployment stood at [4.5%](value=4.5, trend=null), down [0.2 points](value=0.2, trend=down).",
        "Shares closed down [3.4%](value=3.4, trend=down) at [212p](value=212, trend=null, unit=penny).",
        "They saw a rise of [3 percent](value=3, trend=up, noun=rents) in rents.",
        "Wool was down [2.3%](value=2.3, trend=down), hemp by [2.6%](value=2.6, trend=down).",
        "The euro rose to [$1.12](value=1.12, trend=null) from [$1.10](value=1.1, trend=null).",
    ],
    "not a fact": [
        "If the dam breaks, [400](value=400, role=killed, hypothetical=true) would die.",
        "The army plans to evacuate [10,000](value=10000, role=evacuated, hypothetical=true) people.",
        "Officials fear that [up to 30](value=30, bound=<=, role=killed, hypothetical=true) people have drowned.",
        "Nine people drowned and [four](value=4, role=missing) more are missing, presumed dead.",
        "[Nine](value=9, role=killed, hypothetical=false) people drowned and four are missing, presumed dead.",
    ],
}  # fmt: skip
NOTHING = [
    "A 787 Dreamliner landed.",
    "They slipped into the bottom three.",
    "A 911 caller saw smoke.",
    "Call 020 7946 0958 before noon.",
    "Call +44 20 7946 0958 before noon.",
    "She was one of the most loved.",
    "It was her first win.",
    "The third man left.",
    "It was the second time.",
    "The attack was the third in a week.",
    "He lives in Memphis, TN.",
    "Both sides lost.",
    "The double doors shut.",
    "It was Louis XIV who came.",
    "Route 66 is long.",
    "It began around 10 p.m.",
    "Doors open from 6 to 8 p.m. and again between 10 and 11 a.m., or at 7 or 8 p.m.",
    "The fair was on December 13 or 14 of 2006.",
    "The huts were put up hundreds of years ago.",
]


@pytest.mark.parametrize(("phenomenon", "marked"), [(name, one) for name, all_ in PHENOMENA.items() for one in all_])
def test_phenomenon(loaded, phenomenon, marked):
    examples.check(loaded, "figures", marked)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_counted(loaded, text):
    assert FIGURES.of(loaded.doc(Article(text=text))) == []


def test_there_are_150_sentences_of_our_own():
    """The tables' examples not counted."""
    assert sum(map(len, PHENOMENA.values())) + len(NOTHING) >= 150
