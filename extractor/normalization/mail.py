"""A mail as a program shows it: the lines of its head, what is quoted of an earlier one, the signature."""

import re
from collections.abc import Sequence

from extractor.normalization.lines import Line
from extractor.normalization.phrases import Phrases
from extractor.vocabulary import FurnitureKind

NEEDED = frozenset({"from", "subject"})
"""Fields that a mail's head has at least one of, beside two others."""
SUBJECT = re.compile(r"subject:\s+(?:(?:re|fwd?|aw):\s*)*", re.IGNORECASE)
QUOTED = re.compile(r">")
WROTE = re.compile(
    r"(?:on\s.{8,120}\bwrote:|-{2,20}\s?(?:original|forwarded) message\s?-{2,20}|begin forwarded message:)\Z",
    re.IGNORECASE,
)
MARKS, ENDINGS = (">", "--"), (":", "-")
"""What a line begins or ends with that can be of a mail whose head is not there."""
SIGNATURE = re.compile(r"--\Z")
LONGEST_SIGNATURE = 8
"""Lines of a signature below two dashes, in a mail whose head is not there."""


def mail(lines: Sequence[Line], said: Phrases, author: re.Pattern[str]) -> list[FurnitureKind | None]:
    """For each line, what of a mail it is; None for what the mail says. The subject's line is no furniture, unless
    the article has a headline of its own below what the sender says.
    """
    fields = _head(lines, said)
    if not fields and not any(line.text.startswith(MARKS) or line.text.endswith(ENDINGS) for line in lines):
        return [None] * len(lines)
    head, titled = _article(lines, fields, said, author)
    found: list[FurnitureKind | None] = [
        None if SUBJECT.match(line.text) and not titled else "mail header" for line in lines[:head]
    ]
    rest: FurnitureKind | None = None
    last = next((at for at in range(len(lines), 0, -1) if not _answers(lines[at - 1].text)), 0)
    for at in range(head, len(lines)):
        if _signs(lines[at].text, said, head=head > 0, near_end=at + LONGEST_SIGNATURE >= last):
            rest = "signature"
        goes_on = head > 0 or found[at - 1 : at] == ["quoted reply"] or _is_quoted_run(lines, at)
        found.append("quoted reply" if _is_reply(lines, at, goes_on=goes_on) else rest)
    return found


def _article(lines: Sequence[Line], head: int, said: Phrases, author: re.Pattern[str]) -> tuple[int, bool]:
    """The line at which the article begins below "Hi all, copy below.", and whether that is its headline: the lines
    above a byline."""
    if not 0 < head < len(lines) or said.salutation.fullmatch(lines[head].text) is None:
        return head, False
    for at in range(head + 2, min(head + MOST_SAID, len(lines))):
        signed = author.match(lines[at].text)
        if (
            signed
            and lines[at].text[signed.end() :].lstrip(" :")[:1].isupper()
            and len(lines[at].text) < LONGEST_BYLINE
        ):
            first = at - 1
            while first > head + 1 and lines[first].blanks == 0:
                first -= 1
            return first, True
    return head + 1, False


MOST_SAID, LONGEST_BYLINE = 16, 60
"""Lines of what the sender says before the article begins; characters of a byline."""


def _signs(text: str, said: Phrases, *, head: bool, near_end: bool) -> bool:
    """Whether the signature begins with a line: two dashes, or a greeting in a mail that has its head."""
    dashes = SIGNATURE.fullmatch(text) is not None and (head or near_end)
    return dashes or (head and said.greeting.fullmatch(text.rstrip(",.!")) is not None)


def _is_reply(lines: Sequence[Line], at: int, *, goes_on: bool) -> bool:
    """Whether a line is quoted of an earlier mail, or says whose mail the lines below it quote."""
    text = lines[at].text
    if QUOTED.match(text):
        return goes_on
    return WROTE.match(text) is not None and any(QUOTED.match(line.text) for line in lines[at + 1 : at + 3])


def _answers(text: str) -> bool:
    """Whether a line is quoted of an earlier mail, or says who wrote that."""
    return QUOTED.match(text) is not None or WROTE.match(text) is not None


def _head(lines: Sequence[Line], said: Phrases) -> int:
    """How many lines at the top are fields of a mail's head: three at least."""
    names: list[str] = []
    at = 0
    for at, line in enumerate(lines):
        field = said.field.match(line.text)
        if at == 0 and WROTE.match(line.text):
            continue  # "---------- Forwarded message ---------"
        if field is None and not (names and line.indent and not line.blanks):
            break
        if field:
            names.append(field.group().rstrip(": \t").lower())
    else:
        at = len(lines)
    return at if len(names) >= 3 and NEEDED & set(names) else 0


def _is_quoted_run(lines: Sequence[Line], at: int) -> bool:
    beside = [i for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    return any(QUOTED.match(lines[i].text) for i in beside)
