"""One page of a linked store: what happened and by whose count, who said what, places and articles, with search over
all.

The page holds its data as JSON and draws lists as they are scrolled to, so that thousands of articles answer at once.
It asks the network for nothing, and a content security policy lets no script run but its own.
"""

import base64
import hashlib
import html
import json
import sqlite3
from pathlib import Path
from typing import BinaryIO

from extractor.store.report.page import data
from extractor.store.report.table import Asked

HERE = Path(__file__).resolve().parent
POLICY = "default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def write(connection: sqlite3.Connection, asked: Asked, title: str, stream: BinaryIO) -> None:
    """Writes the page."""
    style, script = (_asset(name) for name in ("page.css", "page.js"))
    policy = POLICY.format(style=_hash(style), script=_hash(script))
    told = json.dumps(data.gathered(connection, asked), ensure_ascii=False, separators=(",", ":"))
    told = told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    page = _asset("page.html")
    for name, value in (
        ("@policy@", html.escape(policy, quote=True)),
        ("@title@", html.escape(title)),
        ("@style@", style),
        ("@script@", script),
        ("@data@", told),  # last, so that nothing in it is taken for a mark
    ):
        page = page.replace(name, value, 1)
    stream.write(page.encode("utf-8", "replace"))


def _asset(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
