"""The article's text with everything marked where it stands."""

from collections.abc import Collection, Iterable, Iterator

from markupsafe import Markup

from extractor.record import Record
from extractor.writing import marks
from extractor.writing.html.shown import shown
from extractor.writing.paragraphs import paragraphs

_PART = {"pronoun": "x", "nominal": "x", "cue": "c", "speaker": "s"}
"""Classes of marks that are shown more quietly than a name or what was said."""


def text(record: Record, prefix: str, only: Collection[str]) -> list[Markup]:
    """The paragraphs; the first mark of each item is the target `prefix-LABEL`."""
    if record.text is None:
        return []
    found = marks.marks(record, only)
    loud = {f"Q{number}" for number, quote in enumerate(record.quotes, start=1) if quote.kind != "indirect"}
    seen: set[str] = set()
    stretches = marks.within(found, paragraphs(record.text))
    events = (marks.nested(record.text, here, start, end) for start, end, here in stretches)
    return [Markup("").join(_paragraph(each, prefix, seen, loud)) for each in events]


def _paragraph(events: Iterable[marks.Event], prefix: str, seen: set[str], loud: Collection[str]) -> Iterator[Markup]:
    for event in events:
        if isinstance(event, str):
            yield shown(event)
        elif isinstance(event, marks.Closed):
            yield Markup("</mark>")
        else:
            yield _opening(event.mark, prefix, seen, loud)


def _opening(mark: marks.Mark, prefix: str, seen: set[str], loud: Collection[str]) -> Markup:
    """The start tag: kind, part and whether this is where it begins as classes, the label as data. `k` is what a quiet
    page keeps: names, and what is quoted in its words."""
    quiet = _PART.get(mark.part)
    kept = mark.part == "name" or (mark.part == "content" and mark.label in loud)
    classes = [mark.label[0].lower(), *filter(None, (quiet, "k" if kept else "", "" if mark.first else "w"))]
    target = ""
    if mark.label not in seen and quiet not in {"c", "s"}:
        seen.add(mark.label)
        target = f' id="{prefix}-{mark.label}"'
    return Markup(f'<mark class="{" ".join(classes)}" data-k="{mark.label}"{target}>')  # noqa: S704, made of our own
