"""Web annotations (W3C, JSON-LD): every item as an annotation of its article, for annotation tools and archives.

One AnnotationPage. A target names the article by its source and selects by position (in code points, as the model has
it) and by the words themselves with what stands around them, where the article's text is in the record.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec

from extractor.record import STANDING, Record
from extractor.writing.keys import Keys
from extractor.writing.view import View

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after the words."""


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes the page, an annotation a line; it is closed even where the run is interrupted."""
    keys, between = Keys(), b"\n"
    stream.write(b'{"@context":"%s","type":"AnnotationPage","items":[' % CONTEXT.encode())
    try:
        for record in records:
            for annotation in annotations(record, keys.of(record), view):
                stream.write(between + msgspec.json.encode(annotation))
                between = b",\n"
            stream.flush()
    finally:
        stream.write(b"\n]}\n")


def annotations(record: Record, key: str, view: View) -> Iterator[dict[str, Any]]:
    """The annotations of a record: an item is one, with a target for each of its stretches."""
    for name in STANDING:
        if name in view.only:
            for item in getattr(record, name):
                plain = msgspec.to_builtins(item)
                stretches = plain.pop("mentions", None) or plain.pop("spans", None) or [plain]
                body = {each: value for each, value in plain.items() if each not in {"start", "end", "sentence"}}
                yield {
                    "id": f"urn:newsextract:{key}:{item.id}",
                    "type": "Annotation",
                    "motivation": "describing" if name in {"figures", "quotes", "dates"} else "identifying",
                    "body": {"type": "Dataset", "purpose": "tagging", "list": name, "value": body},
                    "target": [_target(record, key, each) for each in stretches],
                }


def _target(record: Record, key: str, stretch: dict[str, Any]) -> dict[str, Any]:
    start, end = max(0, stretch["start"]), max(0, stretch["end"])
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    text = record.text
    exact = stretch.get("text")
    if exact:
        words = {"type": "TextQuoteSelector", "exact": exact}
        if text:
            words |= {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
        selectors.append(words)
    source = quote(record.source, safe="/:") if record.source else f"urn:newsextract:{key}"
    return {"source": source, "selector": selectors}
