"""Times without a calendar: "now", "recently", "soon", "the past"."""

import re

from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.story import PAST, Story, Value

MOST = re.compile(r"\bmost\s\Z", re.IGNORECASE)


def the_past(found: Found, story: Story) -> Value | None:
    """ "in the past"; in "the past president" it is an adjective."""
    word = story.text[found.parts["v"].start : found.end].lower()
    if word != "past" or not story.follows(found.start, "before the past"):
        return None
    following = story.text[found.end : found.end + 14].split()
    noun = following and following[0].isalpha() and story.text[found.end : found.end + 1].isspace()
    return None if noun and following[0] not in story.context["behind the past"] else Value("DATE", PAST, "text")


def vague(found: Found, story: Story) -> Value | None:
    """ "now", "recently", "soon", "the future"."""
    if "t" in found.parts:
        return Value("DATE", "PRESENT_REF", "text")
    before = story.text[max(0, found.start - 4) : found.start].lower()
    shown, behind = story.text[found.start : found.end], story.text[found.end : found.end + 7]
    if shown.lower() == "soon" and (before.endswith(("as ", "so ", "too ")) or _told(found, story, behind)):
        return None
    if shown.lower() == "the future" and behind.startswith(" of "):
        return None  # "the future of the harbour" is its fate
    if shown.lower() == "recently" and MOST.search(story.text[max(0, found.start - 6) : found.start]):
        return None  # "most recently in May": May says when
    if shown == "Now" and behind.startswith((",", " for ", " then")):
        return None  # "Now, the mayor has a point" and "Now for the weather" open a turn of speech
    return Value("DATE", found.parts["v"].value, "text")


def _told(found: Found, story: Story, behind: str) -> bool:
    """Whether "soon" is that of a story: "it soon became a flood", "soon after the vote"."""
    return behind.startswith(" after") or story.direction(found.start) < 0
