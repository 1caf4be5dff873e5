"""Attribution by layout instead of a verb: `WALLACE: ...`, `Mayor: Bridge Is Safe`, `"..." - Commissioner Ines Vogt`.

A label before a colon is a speaker where it is a name, a noun of `tellers.csv`, or a short noun phrase in capitals that
speaks again; words such as "Correction" are listed in `labels.csv`.
"""

import re
from collections import Counter
from collections.abc import Iterator

from extractor.pipes.quotes.page import SPACE, Mention, Page, Report, is_statement, marks_in, token_from, trim
from extractor.vocabulary import MentionType

LABEL = re.compile(
    r"(?P<label>@?[^\W\d_][^\n:;!?\"“”]{0,60}?)(?:\s?[(\[][^()\[\]\n:@]{1,30}[)\]])?(?P<colon>:)(?=\s+\S)"
)
LETTER = re.compile(r"(?P<label>[QA])(?P<colon>\.)(?=\s+\S)")
TURNS = 3
"""Labels, at least: an article with fewer is no transcript."""
PAUSE = 6
"""Paragraphs between two turns that one speaker may fill."""
DIRECTION = frozenset("([*")
DASHED = re.compile(r"\s*(?P<dash>--|[-–—―])\s*(?P<name>[^\W\d_][^\n\"“”]{1,80})")
SHORT = 4
MAX_WORDS = 7
RULE_COLON, RULE_DASH = "layout:colon", "layout:dash"


def colons(page: Page) -> Iterator[Report]:
    """Paragraphs that open with a speaker and a colon, and those with "Q." and "A."."""
    found = list(_labels(page))
    often = Counter(match["label"] for _, match in found)
    turns: list[tuple[int, Report]] = []
    for number, match in found:
        start, end = page.paragraphs[number]
        label, first = match["label"], match.start("label")
        if not (_is_speaker(page, label) or _is_in_office(page, label, first)) or _has_verb(
            page, start, match.end("label")
        ):
            continue
        span = trim(page, match.end(), end)
        is_marked = len(marks_in(page, *span)) > 0
        if not (_is_said(page, *span) or _is_turn(page, label, end, often[label])):
            continue
        if not (is_marked or often[label] > 1 or _is_someone(page, label, first)):
            continue
        mention = Mention(first, first + len(label), _type(label))
        cue = (match.start("colon"), match.end("colon"))
        at = token_from(page, cue[0])
        turns.append((number, Report((span,), cue, ":", "states", mention, None, RULE_COLON, at, (start, match.end()))))
    yield from _with_pauses(page, turns, often)


def _labels(page: Page) -> Iterator[tuple[int, re.Match[str]]]:
    """The paragraphs that begin like a turn, with their labels."""
    asked = False
    for number, (start, end) in enumerate(page.paragraphs):
        match = LETTER.match(page.text, start, end)
        asked = asked or (match is not None and match["label"] == "Q")
        if not asked or match is None:
            first = start + (page.text[start] in '"“')
            opened = page.lexicon.openers.match(page.text, first, end)
            match = LABEL.match(page.text, first if opened is None else opened.end(), end)
        if match is not None:
            yield number, match


def _with_pauses(page: Page, turns: list[tuple[int, Report]], often: Counter[str]) -> Iterator[Report]:
    """The turns of a transcript with the paragraphs up to the next one: speeches have several."""
    for place, (number, report) in enumerate(turns):
        spans = list(report.spans)
        following = turns[place + 1] if place + 1 < len(turns) else None
        is_long = len(turns) >= TURNS and following is not None and 1 < following[0] - number <= PAUSE
        if following is not None and is_long and all(_takes_turns(page, one, often) for one in (report, following[1])):
            between = page.paragraphs[number + 1 : following[0]]
            spans += [trim(page, *one) for one in between if page.text[one[0]] not in DIRECTION]
        said = tuple(span for span in spans if span[0] < span[1])
        if said:  # "A: ." says nothing
            yield report._replace(spans=said)


def _takes_turns(page: Page, report: Report, often: Counter[str]) -> bool:
    """Whether a speaker is seen to take turns, by capitals or by speaking again: a headline `Vogt: ...` is no turn."""
    if report.speaker is None:
        return False
    label = page.text[report.speaker.start : report.speaker.end]
    return label.isupper() or often[label] > 1


def _is_someone(page: Page, label: str, start: int) -> bool:
    """Whether a label that stands there once names someone: "Winter Storms: What to Know" is a heading."""
    if label[0] == "@" or "(@" in label or (label.isupper() and len(label) > 1) or label in {"Q", "A"}:
        return True
    words = page.doc[token_from(page, start) : token_from(page, start + len(label))]
    if any(word.ent_type_ in {"PERSON", "ORG", "NORP"} for word in words):
        return True
    if any({word.lower_, word.lemma_.lower()} & page.lexicon.tellers for word in words[-1:]):
        return True
    return (len(words) == 1 and words[0].pos_ == "PROPN" and not words[0].ent_type_) or _is_surname(page, label)


def _is_surname(page: Page, label: str) -> bool:
    """`Vogt: Pier Is Safe`, of an article about Ines Vogt, where the tagger has the label for a noun."""
    named = (page.text[name["start"] : name["end"]] for name in page.names if name["kind"] == "person")
    return any(name.endswith(f" {label}") for name in named)


def dashes(page: Page, taken: set[int]) -> Iterator[tuple[int, Report]]:
    """Marked stretches with a dash and a name behind them, in the same paragraph or alone in the next one."""
    ends = dict(page.paragraphs)
    for index, mark in enumerate(page.marks):
        if index in taken or not is_statement(page, mark):
            continue
        start, stop = page.paragraphs[mark.paragraph]
        if not page.text[mark.end : stop].strip(SPACE) and mark.paragraph + 1 < len(page.paragraphs):
            start, stop = page.paragraphs[mark.paragraph + 1]
            match = DASHED.match(page.text, start, ends[start])
        else:
            match = DASHED.match(page.text, mark.end, stop)
        if match is None or not (_is_speaker(page, match["name"].split(",")[0]) or _is_phrase(page, match, stop)):
            continue
        name_end = match.start("name") + len(match["name"].rstrip(" .,\t\r"))
        found = Mention(match.start("name"), name_end, _type(match["name"]))
        cue = (match.start("dash"), match.end("dash"))
        at = token_from(page, cue[0])
        report = Report(
            ((mark.start, mark.end),), cue, "-", "states", found, None, RULE_DASH, at, (cue[0], name_end), layout="dash"
        )
        yield index, report


def _is_speaker(page: Page, label: str) -> bool:
    """Whether the words look like a name with its title: few, all capitalised, none of them a heading's word."""
    words = label.split()
    if not words or len(words) > MAX_WORDS or label.lower() in page.lexicon.labels:
        return False
    if words[0].lower() in page.lexicon.labels or words[-1].lower() in page.lexicon.labels:
        return False
    if words[0][0] == "@":
        return len(words) == 1
    if len(label.strip()) < 2:
        return label.strip() in {"Q", "A"}
    if any(char.isdigit() for char in label) or label.count("(") != label.count(")"):
        return False  # "November 2009: ..."
    return all(
        word[0].isupper() or word.lower() in page.lexicon.small["label"] or not word[0].isalpha() for word in words
    )


def _is_in_office(page: Page, label: str, start: int) -> bool:
    """`Ada Holm, editor: "..."`: a person's name, a comma and a few words for what she is."""
    name, comma, office = label.partition(", ")
    if not comma or not 0 < len(office.split()) <= SHORT or not _is_speaker(page, name):
        return False
    return any(
        token.ent_type_ == "PERSON" for token in page.doc[token_from(page, start) : token_from(page, start + len(name))]
    )


def _is_phrase(page: Page, match: re.Match[str], stop: int) -> bool:
    """`"..." — the mayor of Lugano, in a letter`: a noun phrase that closes its paragraph."""
    words = page.doc[token_from(page, match.start("name")) : token_from(page, stop)]
    if not len(words) or words[0].tag_ != "DT" or match.end() < stop:
        return False
    return all(word.pos_ not in {"VERB", "AUX"} and not word.is_sent_start for word in words[1:])


def _is_said(page: Page, start: int, end: int) -> bool:
    """Whether what follows a colon is a sentence or stands in marks: "Photo: Ada Holm" is neither."""
    words = page.doc[token_from(page, start) : token_from(page, end)]
    if len(marks_in(page, start, end)):
        return True
    return start < end and any(token.pos_ in {"VERB", "AUX", "INTJ"} for token in words)


def _is_turn(page: Page, label: str, end: int, often: int) -> bool:
    """`WALLACE: Why?` is speech without a verb."""
    return (label.isupper() or often > 1) and page.text[end - 1] in '.?!…”"–—'


def _has_verb(page: Page, start: int, end: int) -> bool:
    """`Vogt Praises Crew: 'Very Brave'` is a sentence and no label."""
    first, last = token_from(page, start), token_from(page, end)
    return any(token.pos_ == "VERB" and token.tag_ in {"VBZ", "VBD", "VBP"} for token in page.doc[first:last])


def _type(label: str) -> MentionType:
    return "name" if any(word[0].isupper() for word in label.split()[1:] or label.split()) else "nominal"
