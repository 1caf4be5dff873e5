"""Web pages in the shapes that sites have: what their data say of the article, and that only the article is read.

The pages are of our own writing; the shapes are those of pages in the wild: JSON-LD alone, in a graph, in a list or
broken, OpenGraph, Dublin Core, microdata, `time`; nested menus, cookie notes, sign-ups between paragraphs, and comments
with a name for them or without.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.article import Article
from extractor.reading import read

PARAGRAPHS = (
    "The ferry Nordlys sank off Bergen on Monday with forty people on board, and nobody was hurt, the crew said.",
    "“We saw the smoke and turned the boat at once,” said Ines Vogt, the captain of a trawler that took the crew.",
    "Divers will look for the cause of the fire once the storm has passed, Ola Berg of the coast guard said on air.",
)
BODY = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
MENU = """<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a><ul><li><a href="/w">World</a></li>
<li><a href="/l">Local</a></li></ul></li><li><a href="/s">Sport</a></li></ul></nav>"""
COOKIES = """<div class="cookie-banner"><p>We use cookies to improve your visit. By going on you accept our terms.</p>
<button>Accept all</button></div>"""
COMMENTS = """<section id="comments" class="comments"><h3>2 comments</h3>
<div class="comment"><p>Petronella Quist: A sad day for the harbour and for all of us who rowed there.</p></div>
<div class="comment"><p>Zebulon Marsh: They should have mended it years ago.</p></div></section>"""
REMARKS = """<div><h3>2 comments</h3><div><p>Petronella Quist</p><p>3 hours ago</p>
<p>A sad day for the harbour and for all of us who rowed there.</p><p>Reply</p></div><div><p>Zebulon Marsh</p>
<p>4 hours ago</p><p>They should have mended it years ago, as all of us have said.</p><p>Reply</p></div></div>"""
RELATED = """<aside class="related"><h4>Read more</h4><ul><li><a href="/a">Dashwood Holdings buys mill</a></li>
<li><a href="/b">Umberland votes</a></li></ul></aside>"""
BETWEEN = """<figure><img src="x.jpg"/><figcaption>A ferry at Bergen. Photo: Otto Gravlund</figcaption></figure>
<div class="newsletter-signup"><p>Sign up for our newsletter: Wilhelmina Tarrow writes every day.</p></div>
<p class="related-link">Read more: <a href="/d">Dashwood Holdings buys mill</a></p>"""
STRANGE = (
    "cookies",
    "Petronella",
    "Zebulon",
    "Dashwood",
    "Umberland",
    "rights reserved",
    "Gravlund",
    "Tarrow",
    "Sport",
)
TITLE, HEADING = "<title>Ferry sinks off Bergen - Harbour Courier</title>", "<h1>Ferry sinks off Bergen</h1>"
GRAPH = """<meta property="og:title" content="Ferry sinks off Bergen">
<meta property="og:site_name" content="Harbour Courier">"""
NEWS: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry sinks off Bergen",
    "datePublished": "2014-03-09T10:35:00+01:00",
    "dateModified": "2014-03-11T08:00:00+01:00",
    "author": {"@type": "Person", "name": "Anna Krogh"},
    "publisher": {"@type": "Organization", "name": "Harbour Courier"},
}


def page(head: str, lead: str = HEADING, *, element: str = "article", body: str = BODY, below: str = COMMENTS) -> str:
    """A page with all that stands around an article."""
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{COOKIES}<header>{MENU}</header><main>'
        f"<{element}>{lead}{body}</{element}>{RELATED}{below}</main>"
        "<footer><p>© 2014 Harbour Courier. All rights reserved.</p></footer></body></html>"
    )


def linked(data: object) -> str:
    """JSON-LD in a page's head."""
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


LISTED = [{"@type": "BreadcrumbList"}, {**NEWS, "@type": ["NewsArticle", "ReportageNewsArticle"]}]
IN_GRAPH = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Harbour Courier"}, NEWS]}
BROKEN = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sinks off Bergen",
"datePublished":"2014-03-09","author":{"name":"Anna Krogh",},}</script>"""
STAMPED = """<div class="byline">By <a rel="author" href="/u">Anna Krogh</a></div>
<time datetime="2014-03-09T10:35:00Z" itemprop="datePublished">March 9, 2014</time>"""
MICRODATA = """<div itemscope itemtype="http://schema.org/NewsArticle">
<h1 itemprop="headline">Ferry sinks off Bergen</h1>
<span itemprop="author" itemscope><span itemprop="name">Anna Krogh</span></span>
<meta itemprop="datePublished" content="2014-03-09"/></div>"""
DUBLIN = """<meta name="DC.title" content="Ferry sinks off Bergen"><meta name="DC.creator" content="Anna Krogh">
<meta name="DC.date.issued" content="2014-03-09"><meta name="DC.publisher" content="Harbour Courier">"""
OPEN = (
    GRAPH
    + """<meta property="article:published_time" content="2014-03-09T10:35:00Z">
<meta property="article:modified_time" content="2014-03-11T10:35:00Z"><meta name="author" content="Anna Krogh">"""
)
PAGES = {
    "JSON-LD": page(TITLE + linked(NEWS)),
    "a graph of JSON-LD": page(TITLE + linked(IN_GRAPH)),
    "a list of JSON-LD": page(TITLE + linked(LISTED)),
    "JSON-LD and no heading": page("<title>Harbour Courier</title>" + linked(NEWS), ""),
    "broken JSON-LD": page(TITLE + GRAPH + BROKEN),
    "a live blog": page(GRAPH + linked({**NEWS, "@type": "LiveBlogPosting"})),
    "OpenGraph": page(OPEN),
    "time": page(TITLE + GRAPH, HEADING + STAMPED),
    "microdata": page(TITLE + GRAPH, MICRODATA),
    "Dublin Core": page(TITLE + DUBLIN),
    "no article element": page(TITLE + OPEN, element="div"),
    "much between": page(GRAPH + linked(NEWS), body=BODY.replace("</p><p>“We", f"</p>{BETWEEN}<p>“We")),
    "comments without a name": page(GRAPH + linked(NEWS), below=REMARKS),
}


def article(tmp_path: Path, text: str) -> Article:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(text, encoding="utf-8")
    (found,) = read([str(path)])
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("shape", PAGES)
def test_a_page_gives_its_article_and_what_it_says_of_it(tmp_path: Path, shape: str) -> None:
    found = article(tmp_path, PAGES[shape])
    day = found.published.isoformat() if found.published else None
    told = (found.title, found.byline, day, found.publisher)
    assert told == ("Ferry sinks off Bergen", "Anna Krogh", "2014-03-09", "Harbour Courier")
    assert all(one in found.text for one in PARAGRAPHS)
    assert [strange for strange in STRANGE if strange in found.text] == []


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("By Anna Krogh and Ola Berg", "Anna Krogh; Ola Berg"),
        ([{"@type": "Person", "name": "Anna Krogh"}, {"@type": "Person", "name": "Ola Berg"}], "Anna Krogh; Ola Berg"),
        ({"@type": "Organization", "name": "Reuters"}, None),
        ({"@type": "Person", "name": "Anna Kr&oslash;gh"}, "Anna Krøgh"),
        ({"@type": "Person", "name": "Maeve O&#39;Dowd"}, "Maeve O'Dowd"),
    ],
)
def test_authors_as_pages_write_them(tmp_path: Path, author: object, byline: str | None) -> None:
    assert article(tmp_path, page(GRAPH + linked({**NEWS, "author": author}))).byline == byline


@pytest.mark.parametrize("stated", ["article:modified_time", "og:updated_time", "last-modified"])
def test_the_day_of_a_change_is_not_that_of_publication(tmp_path: Path, stated: str) -> None:
    head = (
        f'<meta property="{stated}" content="2014-03-09T10:00:00Z">'
        '<meta property="og:title" content="Updated: Ferry sinks off Bergen">'
    )
    found = article(tmp_path, f"<html><head>{TITLE}{head}</head><body><article>{HEADING}{BODY}</article></body></html>")
    assert (found.published, found.title) == (None, "Updated: Ferry sinks off Bergen")
