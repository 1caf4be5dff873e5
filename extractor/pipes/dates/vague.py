"""Times without a calendar: "now", "recently", "soon", "the past"."""

from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.relative import PAST
from extractor.pipes.dates.story import Story, Value

LINKS = (
    "and",
    "or",
    "but",
    "to",
    "is",
    "was",
    "has",
    "have",
    "that",
    "when",
    "by",
    "as",
    "with",
    "for",
    "because",
    "who",
)


def the_past(found: Found, story: Story) -> Value | None:
    """ "in the past"; in "the past president" it is an adjective."""
    word = story.text[found.parts["v"].start : found.end].lower()
    before = story.text[max(0, found.start - 5) : found.start].lower().split()
    if word != "past" or before[-1:] not in (["in"], ["of"], ["from"]):
        return None
    following = story.text[found.end : found.end + 14].split()
    noun = following and following[0].isalpha() and story.text[found.end : found.end + 1].isspace()
    return None if noun and following[0] not in LINKS else Value("DATE", PAST, "text")


def vague(found: Found, story: Story) -> Value | None:
    """ "now", "recently", "soon", "the future"."""
    if "t" in found.parts:
        return Value("DATE", "PRESENT_REF", "text")
    before = story.text[max(0, found.start - 4) : found.start].lower()
    if story.text[found.start : found.end].lower() == "soon" and before.endswith(("as ", "so ", "too ")):
        return None
    return Value("DATE", found.parts["v"].value, "text")
