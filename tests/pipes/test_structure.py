"""What `news_structure` promises: the frame of an article, and that the running text stays running text."""

from functools import partial
from typing import get_args

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import extractor.pipes.paragraphs.pipe
import extractor.pipes.structure.pipe  # noqa: F401 - registers the factory
from extractor import Article
from extractor.annotations import CALLER, FRAME
from extractor.vocabulary import FurnitureKind
from tests import cost, examples
from tests.thorough import some

NLP: Language = spacy.blank("en")
NLP.add_pipe("news_paragraphs")
NLP.add_pipe("news_structure")
NORMALIZED = ("casing", "characters", "furniture", "hyphens", "menus")
"""Tables that normalization reads: `tests/test_normalization.py` runs their examples."""
BODY = "The ferry sank on its way home, the coast guard said. Nobody was hurt.\n\nDivers will look for the cause."
LAST = "The ferry sank on its way home, the coast guard said. Nobody was hurt."


def frame(text, **known):
    doc = NLP.make_doc(text)
    CALLER.put(doc, {"published": None, "title": None, "publisher": None, "source": None, **known})
    for _, pipe in NLP.pipeline:
        doc = pipe(doc)
    return FRAME.of(doc)


def kinds(text, *wanted):
    return [
        (r["kind"], text[r["start"] : r["end"]]) for r in frame(text)["regions"] if not wanted or r["kind"] in wanted
    ]


@pytest.mark.rows
@pytest.mark.parametrize("table", [name for name in examples.tables("structure") if not name.startswith(NORMALIZED)])
def test_rows_do_what_their_examples_show(table):
    assert [fault for rule, marked in examples.rows_of("structure", table) for fault in faults(rule, marked)] == []


def faults(rule, marked):
    """What the head's reader finds otherwise than a row's example says."""
    example = examples.parse(marked.replace("\\n", "\n"), "structure")
    found = {(r["start"], r["end"]): r["kind"] for r in frame(example.text)["regions"]}
    for one in example.expected:
        if one.fields["kind"] not in get_args(FurnitureKind) and found.get((one.start, one.end)) != one.fields["kind"]:
            yield rule, found
    if not example.expected and "dateline" in found.values():
        yield rule, found


@pytest.mark.parametrize(
    ("head", "publisher", "published"),
    [
        ("- The Harbour Courier - Thursday, March 6, 2014", "The Harbour Courier", "2014-03-06"),
        ("The Harbour Courier | 6 March 2014", "The Harbour Courier", "2014-03-06"),
        ("The Harbour Courier, Thursday, 6 March 2014", "The Harbour Courier", "2014-03-06"),
        ("THE HARBOUR COURIER — MARCH 6, 2014 — PAGE 3", "THE HARBOUR COURIER", "2014-03-06"),
        ("March 6, 2014 · Northern News Agency", "Northern News Agency", "2014-03-06"),
        ("Harbour Gazette\nThu Mar 6, 2014 5:41pm EST", "Harbour Gazette", "2014-03-06"),
        ("Published: March 6, 2014", None, "2014-03-06"),
        ("Published 6:12 AM, Thursday, March 6, 2014", None, "2014-03-06"),
        ("Posted: Mar 6, 2014 5:46 PM PST", None, "2014-03-06"),
        ("Last updated at 10:35 AM on 6th March 2014", None, "2014-03-06"),
        ("First published on Thursday 6 March 2014 07.15 GMT", None, "2014-03-06"),
        ("Updated 9:15 AM ET, Thu March 6, 2014", None, "2014-03-06"),
        ("2014-03-06T07:15:00Z", None, "2014-03-06"),
        ("2014-03-06", None, "2014-03-06"),
        ("Date: 3/6/2014", None, "2014-03-06"),
        ("06.03.2014", None, "2014-06-03"),
        ("Thursday, March 6, 2014", None, "2014-03-06"),
        ("the 6th of March 2014", None, "2014-03-06"),
        ("Last Updated: Thursday, 6 March 2014, 17:41 GMT 18:41 UK", None, "2014-03-06"),
        ("BBC News\n6 March 2014", "BBC News", "2014-03-06"),
        ("Posted on Thu, Mar. 6, 2014", None, "2014-03-06"),
        ("March 6, 2014, 5:41 PM / Updated March 6, 2014, 6:02 PM", None, "2014-03-06"),
        ("Published 5:41 p.m. ET March 6, 2014 | Updated 6:02 p.m. ET March 6, 2014", None, "2014-03-06"),
        ("First published on Thu 6 Mar 2014 09.12 GMT", None, "2014-03-06"),
        ("The Harbour Times, London\nMarch 6, 2014, Thursday", "The Harbour Times, London", "2014-03-06"),
        ("March 6, 2014 Thursday 5:41 PM GMT", None, "2014-03-06"),
        ("MARCH 6, 2014 • PRESS RELEASES", None, "2014-03-06"),
    ],
)
def test_header(head, publisher, published):
    found = frame(f"{head}\n\n{BODY}")
    assert (found["publisher"], found["published"]) == (publisher, published)
    assert found["anchor"] == {"date": published, "origin": "header"}
    assert found["regions"][0]["kind"] == "header"


@pytest.mark.parametrize(
    ("opening", "place", "published"),
    [
        ("ISLAMABAD, Pakistan (AP) - ", "ISLAMABAD, Pakistan", None),
        ("BERGEN, Norway — ", "BERGEN, Norway", None),
        ("BERGEN (Reuters) - ", "BERGEN", None),
        ("BEIRUT, March 3 (Agency) — ", "BEIRUT", None),
        ("BEIRUT, 3 March 2014 (Agency) — ", "BEIRUT", "2014-03-03"),
        ("Beirut, March 3, 2014 (Agency) -- ", "Beirut", "2014-03-03"),
        ("HALIFAX, Nova Scotia, February 12, 2020 /Quaywire/ -- ", "HALIFAX, Nova Scotia", "2020-02-12"),
        ("NEW HAVEN, Conn. (AP) _ ", "NEW HAVEN, Conn.", None),
        ("ST. PAUL, Minn. -- ", "ST. PAUL, Minn.", None),
        ("SANTA FE, N.M. – ", "SANTA FE, N.M.", None),
        ("PORT-AU-PRINCE, Haiti – ", "PORT-AU-PRINCE, Haiti", None),
        ("COX'S BAZAR, Bangladesh — ", "COX'S BAZAR, Bangladesh", None),
        ("WASHINGTON/OSLO — ", "WASHINGTON/OSLO", None),
        ("ZÜRICH ― ", "ZÜRICH", None),
        ("LONDON | Tue Jul 10, 2007\n\n", "LONDON", "2007-07-10"),
        ("OSLO, August 7 (Agency) --\n\n", "OSLO", None),
        ("Portsmouth, Va. – ", "Portsmouth, Va.", None),
        ("RIO DE JANEIRO (NNA) — ", "RIO DE JANEIRO", None),
        ("BERGEN, Norway, March 6 (Quayhua) -- ", "BERGEN, Norway", None),
        ("Bergen (NNA) – ", "Bergen", None),
        ("Bergen (NNA) March 6, 2014 - ", "Bergen", "2014-03-06"),
        ("BERGEN (Quay Jones)--", "BERGEN", None),
        ("NEW YORK -(Quay Jones)- ", "NEW YORK", None),
        ("BERGEN, March 6 /PRQuaywire/ -- ", "BERGEN", None),
        ("BERGEN, Norway--(QUAY WIRE)--March 6, 2014--", "BERGEN, Norway", "2014-03-06"),
        ("BERGEN, Norway – March 6, 2014 – ", "BERGEN, Norway", "2014-03-06"),
        ("Bergen, Norway, 6 March 2014 – ", "Bergen, Norway", "2014-03-06"),
        ("KARACHI, March 6: ", "KARACHI", None),
        ("Bergen, March 6 (NNA) ", "Bergen", None),
        ("MOSCOW. March 6 (Quayfax) - ", "MOSCOW", None),
        ("MOSCOW, March 6. /NNA/. ", "MOSCOW", None),
        ("TOKYO, March 6, Quaydo - ", "TOKYO", None),
        ("SAN FRANCISCO/BERGEN, March 6 (NNA) - ", "SAN FRANCISCO/BERGEN", None),
        ("UNITED NATIONS (NNA) _ ", "UNITED NATIONS", None),
        ("AL-QAIM, Iraq (NNA) - ", "AL-QAIM, Iraq", None),
    ],
)
def test_dateline(opening, place, published):
    text = f"Ferry sinks off the north coast\n\n{opening}{BODY}"
    found = frame(text)
    assert found["dateline"] is not None
    assert text[found["dateline"]["start"] : found["dateline"]["end"]] == place
    assert found["published"] == published
    assert found["title"] == "Ferry sinks off the north coast"


@pytest.mark.parametrize(
    "opening",
    [
        "BREAKING — ",
        "UPDATE: ",
        "Paris - the one in Texas - is small. ",
        "NATO said on Monday that it would help. ",
        "RE-ELECTED by a single vote, the mayor wept. ",
        "The harbour – once the largest in the north – is empty. ",
        "MID-OCEAN rescues are rare. ",
        "ANALYSIS - ",
    ],
)
def test_no_dateline(opening):
    assert frame(opening + BODY)["dateline"] is None


def test_dateline_behind_a_title_in_the_same_paragraph():
    text = "Ferry sinks off the north coast. BERGEN, Norway (NNA) - " + LAST
    found = frame(text)
    assert found["title"] == "Ferry sinks off the north coast"
    assert text[found["dateline"]["start"] : found["dateline"]["end"]] == "BERGEN, Norway"


@pytest.mark.parametrize(
    "foot",
    [
        "Story Continues →",
        "READ MORE",
        "READ MORE: Who are the men of the mountains?",
        "Advertisement",
        "Click to View Comments",
        "© 2014 Harbour Courier",
        "Copyright 2014 Meridian Wire. All rights reserved. This material may not be published.",
        "(Reporting by Anna Krogh in Bergen; editing by Tom Dale)",
        "(Additional reporting by Anna Krogh)",
        "Anna Krogh contributed to this report.",
        "Editor's note: An earlier version of this article misspelled the ferry's name.",
        "Correction: The ferry is the Solveig.",
        "Follow us on our pages for the latest.",
        "Sign up for our morning letter",
        "Subscribe to our newsletter",
        "Share this article",
        "Facebook Twitter Email",
        "Related: What the ice remembers",
        "https://courier.example/ferries/12",
        "newsdesk@courier.example",
        "###",
        "-30-",
        "ENDS",
        "-- Anna Krogh",
        "NNA ak/td/1840 GMT",
        "Reporter Anna Krogh can be reached at 717-555-0116.",
        "Read or Share this story: https://courier.example/12",
        "* * *",
        "(Reporting by Anna Krogh, Tom Dale and Ingrid Moen in Bergen; Writing by Per Holm; Editing by Lars Vik)",
        "Our Standards: The Meridian Trust Principles.",
        "Follow Anna Krogh on Twitter at https://courier.example/akrogh",
        "(c) 2014 The Harbour Courier. Distributed by Meridian News Service.",
        "Photo: Anna Krogh / Meridian Images",
        "[Photo credit: Tom Dale/Meridian]",
        "Also read | Two dead as trawler sinks off Iceland",
        "RELATED: 12 boats that changed Bergen",
        "Trending: Ola Berg, Oslo, Bergen fire",
        "Tags: Bergen, Ola Berg, ferries",
        "This story was originally published March 5, 2014, 4:15 PM.",
        "This report by the Northern Press was first published March 5, 2014.",
        "For more information, call Ola Berg at 555-0148 or visit www.ferry.example.",
        "12 Comments",
        "Share 345 Tweet 20",
        "5 min read",
        "Photo 1 of 12",
        "Subscribe today for $1 a week",
        "Video: Ola Berg talks to the press in Oslo",
        "Ola Berg reported from Oslo.",
        "Ola Berg in Oslo contributed reporting.",
        "-With files from Ola Berg and The Northern Press",
        "03-06-14 1741ET",
        "Next article: Ola Berg wins in Oslo",
        "You've read 3 of 5 free articles this month",
    ],
)
def test_furniture(foot):
    text = f"{LAST}\n\n{LAST}\n\n{foot}"
    assert kinds(text) == [("furniture", foot)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He urged her to share this with the crew, and she did.",
        "More than 40 boats were saved, the coast guard said.",
        "The advertisement was torn down by the wind on Monday.",
        "Source after source denied that the ferry had been late.",
        "The end came quickly.",
        "She copied the chart (and its margins) by hand.",
        "“Print it,” he said.",
    ],
)
def test_running_text_is_no_furniture(sentence):
    assert kinds(f"{LAST}\n\n{sentence}\n\n{LAST}", "furniture") == []


def test_notice_at_the_end_of_a_paragraph():
    text = f"{LAST} © 2014 Harbour Courier. No part may be copied."
    assert kinds(text) == [("furniture", "© 2014 Harbour Courier. No part may be copied.")]
    assert frame(text)["publisher"] == "Harbour Courier"


def test_signature_of_the_desk():
    assert kinds(f"{LAST} NNA (ak-td)", "furniture") == [("furniture", "NNA (ak-td)")]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Anna Krogh", "Anna Krogh"),
        ("By ANNA KROGH and TOM DALE", "ANNA KROGH and TOM DALE"),
        ("By Anna Krogh, Staff Writer", "Anna Krogh"),
        ("By Anna Krogh\nHarbour News Service", "Anna Krogh"),
        ("By Anna Krogh | Updated Nov. 10, 2021 5:02 p.m. ET", "Anna Krogh"),
        ("By HOLLIS T. GREEN JR.", "HOLLIS T. GREEN JR."),
        ("Anna Krogh, krogh@courier.example", "Anna Krogh"),
        ("Anna Krogh, Political Correspondent", "Anna Krogh"),
        ("Words by Anna Krogh", "Anna Krogh"),
        ("By ANNA KROGH, Associated Press Writer", "ANNA KROGH"),
        ("Anna Krogh, Harbour Courier staff", "Anna Krogh"),
        ("By Anna Krogh July 10, 2007", "Anna Krogh"),
        ("By Anna Krogh | July 10, 2007 at 5:41 p.m.", "Anna Krogh"),
        ("ANNA KROGH\nJUL 10, 2007", "ANNA KROGH"),
    ],
)
def test_byline(line, byline):
    assert frame(f"Ferry sinks off the north coast\n\n{line}\n\n{BODY}")["byline"] == byline


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferry sinks off the north coast\n\n{BODY}", "Ferry sinks off the north coast"),
        (f"Small Steps Toward a Drier Harbour.\n\n{BODY}", "Small Steps Toward a Drier Harbour"),
        (f"Who sank the Solveig?\n\n{BODY}", "Who sank the Solveig?"),
        (f"Ferry sinks off coast; \nCrew of nine is safe.\n\n{BODY}", "Ferry sinks off coast"),
        (f"Harbour Column\n5 May 2018\n\n‘Every boat starts with a leak’\n\n{BODY}", "‘Every boat starts with a leak’"),
        (f"FOR IMMEDIATE RELEASE\n\nQuay Ltd. Opens Its Third Yard\n\n{BODY}", "Quay Ltd. Opens Its Third Yard"),
        (f"Ferry sinks off the coast Thursday, March 6, 2014\n\n{BODY}", "Ferry sinks off the coast"),
        (BODY, None),
        ("A ferry sank on Monday.", None),
        ("", None),
    ],
)
def test_title(text, title):
    assert frame(text)["title"] == title


def test_head_of_an_archive():
    head = "Copyright 2014 Northern News Agency\nNorthern News Agency\n\nMarch 6, 2014 Thursday\n\n"
    fields = "SECTION: NEWS\n\nLENGTH: 212 words\n\nHEADLINE: Ferry sinks\n\nBYLINE: By ANNA KROGH\n\nBODY:\n"
    found = frame(head + fields + BODY)
    assert (found["title"], found["byline"], found["published"]) == ("Ferry sinks", "ANNA KROGH", "2014-03-06")
    assert found["dateline"] is None


def test_day_and_agency_without_a_place():
    found = frame(f"Ferry sinks off the north coast\n\nMarch 6 (NNA) - {BODY}")
    assert found["dateline"] is None
    assert [region["kind"] for region in found["regions"]] == ["title", "dateline"]


def test_paper_behind_the_title():
    found = frame(f"Ferry sinks off the north coast | The Harbour Courier\n\n{BODY}")
    assert (found["title"], found["publisher"]) == ("Ferry sinks off the north coast", "The Harbour Courier")


def test_a_city_and_a_colon_open_a_dateline_and_a_speaker_does_not(loaded):
    place = loaded.record(Article(text=f"ISLAMABAD: {BODY}")).dateline
    assert place is not None
    assert place.text == "ISLAMABAD"
    assert loaded.record(Article(text=f"KROGH: {BODY}")).dateline is None


ODD = """
(Reporting by Anna Krogh, Tom Dale and Ingrid Moen in Oslo; Writing by Per Holm; Editing by Lars Vik)
Associated Press writers Anna Krogh in Oslo and Tom Dale in Paris contributed to this report.
Follow Anna Krogh on Twitter at https://courier.example/akrogh
Photo: Anna Krogh / Meridian Images
READ MORE: Norway to spend $4 million on new ferries
Also read | Two dead as trawler sinks off Iceland
RELATED: 12 boats that changed Oslo
Trending: Ola Berg, Oslo, Paris fire
Click here to read more from Ola Berg in Oslo.
Sign up for Ola Berg's newsletter from Oslo
Editor's note: This article was corrected to say that 25, not 26, were aboard and that Ola Berg is mayor of Oslo.
For more information, call Ola Berg at 555-0148 or visit www.ferry.example.
Copyright 2014 by Ola Berg
Share 345 Tweet 20
5 min read
Subscribe today for $1 a week
Video: Ola Berg talks to the press in Oslo
Ola Berg reported from Oslo.
Ola Berg in Oslo contributed reporting.
-With files from Ola Berg and The Canadian Press
You've read 3 of 5 free articles this month
""".strip().splitlines()


@pytest.mark.parametrize("foot", ODD)
def test_furniture_yields_nothing(loaded, foot):
    text = f"{LAST}\n\n{LAST}\n\n{foot}"
    record = loaded.record(Article(text=text))
    start = len(text) - len(foot)
    mentions = [one.start for found in (record.people, record.places) for item in found for one in item.mentions]
    assert [at for at in mentions if at >= start] == []
    assert [item.text for item in (*record.figures, *record.dates) if item.start >= start] == []


def test_a_list_of_other_articles_is_furniture():
    text = f"{LAST}\n\nMost Popular\n1. Ola Berg elected mayor\n2. 40 hurt in Oslo fire\n\n{LAST}"
    lines = ["Most Popular", "1. Ola Berg elected mayor", "2. 40 hurt in Oslo fire"]
    assert [stretch for _, stretch in kinds(text, "furniture")] == lines


def test_layout_of_the_body():
    text = (
        f"{LAST}\n\nWhat divers found\n\n{LAST}\n\nQ: Who steered?\n\nKROGH: Nobody did, I fear, for an hour.\n\n"
        "- A rope\n- A lamp\n\nFILE - In this 2013 file photo, the Solveig leaves the harbour.\n\n"
        f"The Solveig at her berth in Bergen. (Photo: Anna Krogh)\n\n{LAST}"
    )
    assert kinds(text) == [
        ("heading", "What divers found"),
        ("transcript", "Q: Who steered?"),
        ("transcript", "KROGH: Nobody did, I fear, for an hour."),
        ("list", "- A rope"),
        ("list", "- A lamp"),
        ("furniture", "FILE - In this 2013 file photo, the Solveig leaves the harbour."),
        ("furniture", "The Solveig at her berth in Bergen. (Photo: Anna Krogh)"),
    ]


def test_contacts_go_on_to_the_blank_line():
    text = f"{LAST}\n\nMedia contact:\nAnna Krogh\n+1 555 0148\n\n{LAST}"
    assert [stretch for _, stretch in kinds(text, "furniture")] == ["Media contact:", "Anna Krogh", "+1 555 0148"]


@pytest.mark.parametrize(
    ("text", "known", "anchor"),
    [
        (f"March 6, 2014\n\n{BODY}", {"published": "2015-01-02"}, ("2015-01-02", "caller")),
        (f"March 6, 2014\n\n{BODY}", {"source": "in/2016-01-01-ferry.txt"}, ("2014-03-06", "header")),
        (f"BERGEN, March 6, 2014 (NNA) — {BODY}", {}, ("2014-03-06", "dateline")),
        (f"BERGEN, Aug. 8 (NNA) — {BODY}\n\n© 2019 Meridian Wire", {}, ("2019-08-08", "dateline")),
        (BODY, {"source": "2007-07-10-mosque.txt"}, ("2007-07-10", "filename")),
        (BODY, {"source": "feed/ap_20070710_3.txt"}, ("2007-07-10", "filename")),
        (BODY, {"source": "news/2007/07/10/mosque.txt"}, ("2007-07-10", "filename")),
        (BODY, {"source": "report-20071399.txt"}, (None, "none")),
        (f"BERGEN, Aug. 8 (NNA) — {BODY}", {}, (None, "none")),
        (BODY, {}, (None, "none")),
    ],
)
def test_anchor(text, known, anchor):
    found = frame(text, **known)
    assert (found["anchor"]["date"], found["anchor"]["origin"]) == anchor
    assert bool(found["warnings"]) == (anchor[0] is None)


def test_the_caller_knows_best():
    known = {"title": "Ferry lost", "publisher": "The Other Courier", "published": "2014-03-07"}
    found = frame(f"- The Harbour Courier - Thursday, March 6, 2014\n\nFerry sinks\n\n{BODY}", **known)
    assert {name: found[name] for name in known} == known


def test_a_weekday_that_does_not_fit_is_told():
    assert "weekday" in frame(f"Friday, March 6, 2014\n\n{BODY}")["warnings"][0]


def test_one_day_of_the_article_tells_the_order_of_all():
    found = frame(f"6/3/2014\n\n{BODY} It was built on 25/12/1998.")
    assert (found["published"], found["day_first"]) == ("2014-03-06", True)


@pytest.mark.parametrize(
    "title",
    ["Nine die as ferry sinks off Norway", "Police say ferry captain was drunk", "Council approves new harbour budget"],
)
def test_headlines_that_are_sentences(loaded, title):
    article = Article(text=f"{title}.\n\n{BODY}")
    assert loaded.record(article).title == title


@pytest.mark.parametrize(
    "lead", ["The divers are still in the water.", "The ferry sank in a storm.", "We know little."]
)
def test_leads_that_are_no_headlines(loaded, lead):
    assert loaded.record(Article(text=f"{lead}\n\n{BODY}")).title is None


def test_days_first_where_the_settings_say_so():
    nlp = spacy.blank("en")
    nlp.add_pipe("news_structure", config={"day_first": True})
    assert nlp(f"6/3/2014\n\n{BODY}")._.frame["published"] == "2014-03-06"


def test_written_and_read_again(tmp_path):
    NLP.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    text = f"- The Harbour Courier - Thursday, March 6, 2014\n\n{BODY}\n\nRead more"
    assert again(text)._.frame == NLP(text)._.frame


PIECES = st.sampled_from(
    [
        BODY,
        "By Anna Krogh",
        "March 6, 2014",
        "BERGEN, Norway (NNA) - ",
        "© 2014",
        "Read more",
        "(",
        "- ",
        "Q: ",
        "\n",
        " | ",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=12).map("\n".join)))
def test_regions_are_in_the_text_in_order_and_disjoint(text):
    end = 0
    for region in frame(text)["regions"]:
        assert end <= region["start"] < region["end"] <= len(text)
        end = region["end"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", some(["BERGEN, ", "(", "Follow us ", "- The Times - ", "A. ", "© ", "March 6, ", "\n\nBy X\n"], of=3)
)
def test_time_grows_with_length_only(piece):
    def made(times):
        doc = Doc(NLP.vocab, words=[piece] * times, spaces=[False] * times)  # not the tokenizer's time
        return NLP.get_pipe("news_paragraphs")(doc)

    few, many = (cost.seconds(NLP.get_pipe("news_structure"), partial(made, times), tries=2) for times in (250, 2000))
    assert many < 24 * max(few, 0.02)
