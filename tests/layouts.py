"""Articles as people have them: one article of our own writing in twelve dresses, made by program from the clean one.

A file of `tests/layouts/` has what the head says, a line each, and below a blank line the running text. A dress is the
text that a reporter would paste, and what of the record must be the same whatever the dress: compared by words.
"""

import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from extractor.record import Record

FOLDER = Path(__file__).resolve().parent / "layouts"
AROUND = ("Otto Gravlund", "Petronella Quist", "Wilhelmina Tarrow", "Zebulon Marsh", "Umberland", "Dashwood Holdings")
"""People, a place and a company that stand in the furniture of dresses only: none may be in any list."""


class Layout(NamedTuple):
    """An article; `paragraphs` are its running text."""

    name: str
    title: str
    byline: str
    published: date
    publisher: str
    dateline: str
    paragraphs: tuple[str, ...]

    @property
    def day(self) -> str:
        """The day as papers write it."""
        return f"{self.published:%B} {self.published.day}, {self.published.year}"

    @property
    def head(self) -> list[str]:
        """Title, byline, and paper with day."""
        return [self.title, f"By {self.byline}", f"{self.publisher}, {self.day}"]

    @property
    def body(self) -> list[str]:
        """The running text, its dateline before it."""
        return [f"{self.dateline} (AP) — {self.paragraphs[0]}", *self.paragraphs[1:]]


def layouts() -> list[Layout]:
    """All articles."""
    return [_layout(path) for path in sorted(FOLDER.glob("*.txt"))]


def _layout(path: Path) -> Layout:
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    known = dict(line.split(": ", 1) for line in head.splitlines())
    return Layout(
        path.stem,
        known["title"],
        known["byline"],
        date.fromisoformat(known["published"]),
        known["publisher"],
        known["dateline"],
        tuple(text.strip().split("\n\n")),
    )


def clean(article: Layout) -> str:
    """As the others are compared with: a paragraph a line, blank lines between them."""
    return "\n\n".join([*article.head, *article.body])


def wrapped(width: int) -> Callable[[Layout], str]:
    """Every paragraph broken at a width."""

    def dress(article: Layout) -> str:
        return "\n\n".join(textwrap.fill(one, width, break_on_hyphens=False) for one in [*article.head, *article.body])

    return dress


def hyphenated(article: Layout) -> str:
    """In the narrow column of a paper, words parted where they do not fit."""
    return "\n\n".join([*article.head, *("\n".join(_column(one, 34)) for one in article.body)])


def _column(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        room = width - len(line) - 2
        whole = f"{line} {word}".strip()
        if len(whole) <= width:
            line = whole
        elif word.isalpha() and len(word) >= 7 and room >= 3:
            cut = min(room, len(word) - 3)
            yield f"{line} {word[:cut]}-"
            line = word[cut:]
        else:
            yield line
            line = word
    yield line


def web_page(article: Layout) -> str:
    """A page with everything: menus, buttons, a caption, an advertisement, links, a newsletter, comments, a foot."""
    first, second, *rest = article.body
    return "\n".join(
        [
            "Skip to content",
            "Home",
            "News",
            "Sport",
            "Business",
            "Weather",
            "Subscribe",
            "Log in",
            "We use cookies to give you the best experience on our site. Accept all",
            "",
            *article.head,
            "",
            "Share",
            "Tweet",
            "1.2k shares",
            "Photo: Otto Gravlund/Dashwood Holdings",
            "",
            first,
            "",
            second,
            "",
            "Advertisement",
            "",
            "Related stories",
            "Mayor of Umberland resigns after scandal",
            "Petronella Quist wins prize for novel",
            "",
            *("\n\n".join(rest)).split("\n"),
            "",
            "Sign up for our newsletter and get the best of Umberland in your inbox every morning.",
            "",
            "Comments (3)",
            "Wilhelmina Tarrow",
            "2 hours ago",
            "This is what you get when nobody listens to people like us in Umberland.",
            "Reply Like (14)",
            "Zebulon Marsh",
            "5 hours ago",
            "I have been saying so for 25 years.",
            "Reply Like (2)",
            "",
            "Most read",
            "Otto Gravlund to leave Dashwood Holdings",
            "",
            f"© {article.published.year} {article.publisher}. All rights reserved.",
            "About us | Contact | Privacy policy | Terms of use",
        ]
    )


def pdf(article: Layout) -> str:
    """Pages of print with running heads and feet, and breaks between pages in the middle of sentences."""
    lines = [*textwrap.wrap(article.title, 64), f"By {article.byline}", ""]
    for one in article.body:
        lines += [*textwrap.wrap(one, 64), ""]
    pages = [lines[at : at + 13] for at in range(0, len(lines), 13)]
    return "\f".join(
        "\n".join([f"{article.publisher:<50}{article.day}", "", *page, "", f"Page {number} of {len(pages)}", ""])
        for number, page in enumerate(pages, 1)
    )


def mail(article: Layout) -> str:
    """A mail as a program shows it, with a signature and the mail that it answers."""
    lines = [
        "From: Otto Gravlund <otto@umberland.example>",
        "To: desk@dashwood.example",
        f"Date: {article.published:%a}, {article.published.day} {article.published:%b %Y} 09:12:44 +0000",
        f"Subject: Fwd: {article.title}",
        "",
        f"By {article.byline}",
        f"{article.publisher}, {article.day}",
        "",
    ]
    for one in article.body:
        lines += [*textwrap.wrap(one, 72), ""]
    return "\n".join(
        [
            *lines,
            "-- ",
            "Otto Gravlund",
            "Dashwood Holdings, Umberland",
            "Tel. +44 20 7946 0000",
            "",
            "On Monday, Petronella Quist <quist@umberland.example> wrote:",
            "> Can somebody send me what Zebulon Marsh wrote?",
            "> It must be 40 lines at most.",
        ]
    )


def capitals(article: Layout) -> str:
    """All in capitals, as old wires sent it."""
    return clean(article).upper()


def small(article: Layout) -> str:
    """Without any capital, as chats and old archives have it."""
    return clean(article).lower()


def indented(article: Layout) -> str:
    """Broken at a width, each paragraph opened by an indent, and none parted by a blank line."""
    wide = (textwrap.fill(one, 100, initial_indent="   ", break_on_hyphens=False) for one in article.body)
    return "\n".join([*article.head, "", *wide])


def release(article: Layout) -> str:
    """A release: a contact, the dateline of its wire, what the sender is about, three hashes."""
    first = f"{article.dateline}, {article.day} /PRNewswire/ -- {article.paragraphs[0]}"
    return "\n\n".join(
        [
            "FOR IMMEDIATE RELEASE",
            "CONTACT: Petronella Quist\nDashwood Holdings\n(555) 010-0199\nquist@dashwood.example",
            *article.head[:2],
            first,
            *article.paragraphs[1:],
            "About Dashwood Holdings",
            "Dashwood Holdings is the leading maker of sails in Umberland and has 2,100 workers.",
            "###",
            "Media contact:\nWilhelmina Tarrow, 555-0100\ntarrow@dashwood.example",
        ]
    )


def live_blog(article: Layout) -> str:
    """Entries with stamps of their own below a head."""
    stamps = ("17.40", "17.52", "18.05", "18.31", "18.47", "19.02")
    entries = [f"{stamp}\n{one}" for stamp, one in zip(stamps, article.body, strict=False)]
    return "\n\n".join([*article.head, f"Last updated 19.15 GMT, {article.day}", *entries])


DRESSES: dict[str, Callable[[Layout], str]] = {
    "clean": clean,
    "wrapped-38": wrapped(38),
    "wrapped-72": wrapped(72),
    "wrapped-108": wrapped(108),
    "hyphenated": hyphenated,
    "web page": web_page,
    "pdf": pdf,
    "mail": mail,
    "capitals": capitals,
    "small letters": small,
    "indented": indented,
    "release": release,
    "live blog": live_blog,
}


def told(record: Record, article: Layout, text: str) -> set[tuple[Any, ...]]:
    """What the record finds in the article, without offsets and whatever the case of letters: what a dress may not
    change. Paper, day and agency of the head are not in all dresses."""
    head = {_words(one) for one in (article.publisher, article.day, "AP", "PRNewswire", "daily", article.title)}
    return {one for one in _told(record, text) if one[1] not in head}


def _plain(record: Record, item: Any, text: str) -> str:
    """The words of an item without the furniture in it."""
    at, parts = item.start, []
    for one in record.furniture:
        if item.start <= one.start and one.end <= item.end:
            parts.append(text[at : one.start])
            at = one.end
    return _words("".join([*parts, text[at : item.end]]))


def _told(record: Record, text: str) -> set[tuple[Any, ...]]:
    found: set[tuple[Any, ...]] = set()
    found |= {("person", _words(person.name)) for person in record.people}
    found |= {("organization", _words(one.name)) for one in record.organizations}
    found |= {("place", _words(place.name), place.geonames_id) for place in record.places}
    found |= {("figure", _plain(record, one, text), one.value, one.kind, one.role) for one in record.figures}
    found |= {("date", _plain(record, one, text), one.value) for one in record.dates}
    for quote in record.quotes:
        speaker = quote.speaker and _plain(record, quote.speaker, text)
        content = "".join(_plain(record, span, text) for span in quote.spans)
        found.add(("quote", content, speaker, quote.cue and quote.cue.lemma.lower()))
    return found


def _words(text: str) -> str:
    """A stretch as its words, whatever stands between them; a word parted at a hyphen is one."""
    return "".join(character for character in text.lower() if character.isalnum())
