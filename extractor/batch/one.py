"""One article's record, whatever happens: what goes wrong, in reading it or in a component, becomes a record too.

So the output of a night's run has a line for every input, and the failures are found with `jq 'select(.error)'`.
Records travel between processes and into the journal as JSON, which has integers of any size (MessagePack ends at 64
bits, and an article may well have a number of 21 digits); the way through it is the same for one process, so that the
number of processes cannot show in the output.
"""

import traceback
from types import FrameType
from typing import Protocol

import msgspec

from extractor.article import Article, Unreadable, digest, well_formed
from extractor.errors import ExtractError
from extractor.record import Failure, Provenance, Record

_DECODER = msgspec.json.Decoder(Record)


class Extractor(Protocol):
    """What makes a record of an article: the loaded pipeline, or a stand-in in a test."""

    @property
    def provenance(self) -> Provenance:
        """The versions that every record names."""

    def record(self, article: Article) -> Record:
        """The article's record; raises whatever goes wrong."""


def packed(article: Article, extractor: Extractor) -> bytes:
    """The article's record as JSON; never raises for an article."""
    try:
        return msgspec.json.encode(extractor.record(article))
    except Exception as error:  # noqa: BLE001, one article's failure must not stop the batch, and it is reported
        return msgspec.json.encode(failed(article, error, extractor.provenance))


def unpacked(data: bytes) -> Record:
    """The record that `packed` packed; raises msgspec.DecodeError for any other bytes."""
    return _DECODER.decode(data)


def belongs(data: bytes, article: Article) -> bool:
    """Whether the bytes are the packed record of an article; those of a journal may be damaged, or another's."""
    try:
        record = unpacked(data)
    except msgspec.DecodeError:
        return False
    named = (record.id, record.source) == (article.id, article.source)
    return named and record.sha256 in {None, digest(article.text), digest(well_formed(article.text))}


def failed(article: Article | Unreadable, error: Exception, provenance: Provenance) -> Record:
    """The record of an article that has none: its id and source, why it failed, and empty lists."""
    message = str(error) if isinstance(error, ExtractError) else _unexpected(article, error)
    return Record(
        id=article.id,
        source=article.source,
        extractor=provenance,
        warnings=list(article.warnings) if isinstance(article, Article) else [],
        error=Failure(type=type(error).__name__, message=message.encode("utf-8", "backslashreplace").decode("utf-8")),
    )


def _unexpected(article: Article | Unreadable, error: Exception) -> str:
    """What an error that nobody foresaw says, and by what the article can be named in a report without being shown."""
    name = "please report it"
    if isinstance(article, Article) and isinstance(article.text, str):  # a row of a table may have none
        name = f"article {digest(article.text)[:16]}; {name}"
    return f"{error} (an error in the program{_place(error)}, {name})"


def _place(error: Exception) -> str:
    """Where in our own modules an unexpected error came up, for the bug report: ", extractor.pipes.quotes.marks:41"."""
    frames = traceback.walk_tb(error.__traceback__)
    ours = [f", {frame.f_globals['__name__']}:{line}" for frame, line in frames if _is_ours(frame)]
    return ours[-1] if ours else ""


def _is_ours(frame: FrameType) -> bool:
    name = str(frame.f_globals.get("__name__"))
    return name.startswith("extractor.") and name != __name__
