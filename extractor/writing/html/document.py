"""The page around the articles: templates filled, style and script put in, and a policy that lets nothing else run.

The policy (CSP) names style and scripts by their hashes. Whatever an article says, no script of its own runs, nothing
is loaded and nothing is sent, even if a template should fail to escape it. What the page holds as data has every
character that is not printed as its escape.
"""

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from extractor.writing import ledger
from extractor.writing.html import outlines
from extractor.writing.html.article import Shown
from extractor.writing.html.index import Index, atlas_of
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
    """The page up to the articles; lists only over more than one."""
    if len(index.articles) == 1:
        return _head(index.title, None, within=True, far=index.far)
    number = len(index.articles)
    return _head(f"{number} article{'' if number == 1 else 's'}", index.data(), within=True, far=index.far)


def lists(title: str, data: dict[str, Any], made: list[str]) -> str:
    """A whole page of lists alone, of data as an index has it; the articles are not in it."""
    return _head(title, data, within=False, far=False) + foot(made)


def _head(title: str, data: dict[str, Any] | None, *, within: bool, far: bool) -> str:
    """`far` is whether a map of an article needs the outlines that maps share."""
    found = atlas_of(data["places"]) if data else None
    style, early, scripts = _asset("page.css"), _asset("early.js"), _scripts()
    return (
        _environment()
        .get_template("head.html")
        .render(
            title=title,
            data=data,
            within=within,
            told=_json(data) if data else "",
            map=found,
            style=style,
            style_hash=_hash(style),
            early=early,
            script_hashes=[_hash(early), _hash(scripts)],
            outlines=outlines.far() if far or (found is not None and found.close is None) else {},
        )
    )


def foot(made: list[str]) -> str:
    """The end of the page, after the articles."""
    return _environment().get_template("foot.html").render(made=made, script=_scripts())


def _json(data: dict[str, Any]) -> str:
    """The data as JSON that no parser of HTML takes for markup."""
    told = json.dumps(_plain(data), ensure_ascii=False, separators=(",", ":"))
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _plain(value: Any) -> Any:  # noqa: ANN401, JSON
    """The same with all text made visible."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {visible(key): _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


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


def _scripts() -> str:
    """What an article does, and what lists do."""
    return _asset("page.js") + _asset("lists.js")


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
