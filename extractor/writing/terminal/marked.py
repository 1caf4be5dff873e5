"""The text itself with everything marked where it stands: brackets with labels, [P1 Ann Lee], so that it reads without
colour too."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from extractor.record import STANDING, Record
from extractor.writing import cast, locations, marks
from extractor.writing.paragraphs import paragraphs
from extractor.writing.safe import inline, visible
from extractor.writing.terminal.paper import STYLES, header, label, printed, warnings
from extractor.writing.view import View

WIDEST = 110
KINDS = {
    "people": ("P", "person"),
    "organizations": ("O", "organization"),
    "places": ("L", "place"),
    "figures": ("F", "figure"),
    "quotes": ("Q", "quote (q its reporting words)"),
    "dates": ("D", "date"),
}


def render(record: Record, view: View) -> str:
    """The marked text under its header, and who is who in it; with a newline at its end."""
    return printed(_parts(record, view), view)


def _parts(record: Record, view: View) -> Iterable[RenderableType]:
    yield from header(record)
    yield from warnings(record)
    margin = (0, max(view.width - WIDEST, 0), 0, 0)
    if record.text is None:
        if record.error is None:
            yield Text("\nThe record was saved without its text; --with-text keeps it.")
    else:
        found = [mark for mark in marks.marks(record, view.only) if mark.part != "speaker"]
        for start, end, here in marks.within(found, paragraphs(record.text)):
            text = _paragraph(marks.nested(record.text, here, start, end))
            yield Padding(Text("\n") + text, margin)
        yield Padding(_key(record, view), margin)


def _paragraph(events: Iterable[marks.Event]) -> Text:
    text = Text(overflow="fold")
    styles = [""]
    for event in events:
        if isinstance(event, str):
            text.append(inline(event), styles[-1])
        elif isinstance(event, marks.Opened):
            name, style = _shown(event.mark), STYLES[event.mark.label[0]]
            styles.append(styles[-1] if event.mark.label[0] == "Q" else style)
            text.append(f"[{name} ", f"bold {style}")
        else:
            styles.pop()
            text.append("]", f"bold {STYLES[event.mark.label[0]]}")
    return text


def _shown(mark: marks.Mark) -> str:
    """The label as it stands in the text: in small letters for reporting words, after dots where a mark goes on."""
    name = mark.label.lower() if mark.part == "cue" else mark.label
    return name if mark.first else f"…{name}"


def _key(record: Record, view: View) -> Text:
    """What the letters mean, and the names behind the labels of people, organizations and places."""
    text = Text("\n")
    kinds = [KINDS[name] for name in STANDING if name in view.only and getattr(record, name)]
    text.append(" · ".join(f"{letter} {kind}" for letter, kind in kinds), "dim")
    for name, members in (("people", cast.people(record)), ("organizations", cast.organizations(record))):
        if name in view.only and members:
            text.append("\n")
            text.append_text(Text(" · ").join(_named(each.label, each.name) for each in members))
    if "places" in view.only and record.places:
        text.append("\n")
        text.append_text(Text(" · ").join(_named(each.label, each.name) for each in locations.places(record)))
    return text


def _named(mark: str, name: str) -> Text:
    return Text.assemble(label(mark), " ", visible(name))
