"""Mail in a file (`.eml`): what it says in plain text is the article, its head gives title and day.

Standard library only. Quoted replies and the signature stay in the text, as normalization sets them aside: offsets
count in the body as the mail has it.
"""

import email
import email.policy
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from extractor.article import Article, well_formed
from extractor.errors import InputError
from extractor.reading.sources import Defaults, Source

REPLIES = ("re:", "fw:", "fwd:", "aw:")


def read(source: Source, defaults: Defaults) -> Iterator[Article]:
    """The mail's article; raises InputError where it has no text, OSError where reading fails."""
    message = email.message_from_bytes(source.whole(), policy=email.policy.default)
    body = message.get_body(preferencelist=("plain",)) if isinstance(message, EmailMessage) else None
    text = _content(body, source.name) if body is not None else ""
    if not text.strip():
        raise InputError(
            f"{source.name}: no plain text was found in the mail; save its text, or its HTML, as a file of its own"
        )
    yield Article(
        text=well_formed(text),
        id=source.id,
        source=source.given,
        published=defaults.published or _day(str(message["date"] or "")),
        title=_title(str(message["subject"] or "")),
    )


def _content(body: MIMEPart, name: str) -> str:
    """The text of a part; raises InputError where its encoding is none that is known."""
    try:
        content = body.get_content()
    except (LookupError, ValueError, UnicodeError) as error:
        raise InputError(f"{name}: the text of the mail cannot be decoded: {error}") from error
    return content if isinstance(content, str) else ""


def _title(subject: str) -> str | None:
    """The subject without what mail programs put before it."""
    rest = " ".join(subject.split())
    while rest.lower().startswith(REPLIES):
        rest = rest.partition(":")[2].lstrip()
    return well_formed(rest) or None


def _day(written: str) -> date | None:
    try:
        return parsedate_to_datetime(written).date()
    except (TypeError, ValueError):
        return None
