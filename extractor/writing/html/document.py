"""The page around the articles: templates filled, style and script put in, and a policy that lets nothing else run.

The policy (CSP) names style and script by their hashes. Whatever an article says, no script of its own runs, nothing is
loaded and nothing is sent, even if a template should fail to escape it.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from extractor.writing import ledger
from extractor.writing.html import outlines
from extractor.writing.html.article import Shown
from extractor.writing.html.index import Index
from extractor.writing.html.shown import line, shown
from extractor.writing.safe import visible

TEMPLATES = Path(__file__).resolve().parent / "templates"
KINDS = {"P": "person", "O": "organization", "L": "place", "F": "figure", "Q": "quote", "D": "date"}
"""What an item is, by the letter of its label."""


ORIGINS = {
    "caller": "as was said when it was read",
    "header": "as its header says",
    "dateline": "as its dateline says",
    "filename": "as its file is named",
    "none": "",
}
"""Where the day that dates count from was found."""


def part(article: Shown) -> str:
    """An article's part of the page."""
    return _environment().get_template("article.html").render(a=article, kinds=KINDS, origins=ORIGINS)


def head(index: Index) -> str:
    """The page up to the articles; an index only over more than one."""
    return (
        _environment()
        .get_template("head.html")
        .render(
            index=index,
            several=len(index.rows) != 1,
            style=_asset("page.css"),
            style_hash=_hash(_asset("page.css")),
            early=_asset("early.js"),
            script_hashes=[_hash(_asset("early.js")), _hash(_asset("page.js"))],
            outlines=outlines.far() if index.spotted else {},
        )
    )


def foot(index: Index) -> str:
    """The end of the page, after the articles."""
    return _environment().get_template("foot.html").render(made=list(index.made), script=_asset("page.js"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters |= {"line": line, "shown": shown, "visible": visible, "plain": ledger.plain}
    return environment


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
