"""Bytes to text, once: after this every offset in the project indexes the text made here.

Nothing but the byte order mark is dropped; newlines stay as they are. Without a word from the caller the order is: the
byte order mark, UTF-16 without one, UTF-8, then a guess. The guess prefers Windows-1252, because an English article
that is no UTF-8 was nearly always saved by a Windows program, and the few bytes above ASCII ("\\x93No,\\x94 he said")
are too few for statistics to tell it from the rarer encodings. charset-normalizer is asked about the rest.
"""

import codecs
import re
from typing import NamedTuple

from extractor.errors import InputError, OptionError

HEAD = 8192
ENOUGH = 64
"""Bytes that statistics need: "caf\\xe9" alone, a cell of a table, they take for Chinese."""
_BOMS = (  # UTF-32's first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF; extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it or save it as plain text"),
    (b"\x1f\x8b", "compressed with gzip; pipe it through gunzip -c"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; pipe it through zstdcat"),
    (b"{\\rtf", "a rich-text document; save it as plain text"),
)
_CONTROLS = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_ABOVE_ASCII = re.compile(rb"[\x80-\xff]")
_MAC_ROMAN = re.compile(rb"[a-z][\x8a\x8c\x8e\xc0-\xd6\xd8-\xde]|[.,!?]\xd3")
"""In Windows-1252 these are capitals after small letters: "canÕt" is Mac Roman's "can’t", "cafŽ" its "café"; and
"No,Ó" ends in its closing quotation mark."""


class Decoded(NamedTuple):
    """A text, and what was guessed or not UTF-8 about it."""

    text: str
    warnings: tuple[str, ...]


def codec(name: str) -> str:
    """The canonical name of a text encoding; raises OptionError for one that Python lacks."""
    try:
        "".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError) as error:
        raise OptionError(f'no encoding "{name}"; use a name such as utf-8, windows-1252, latin-1 or utf-16') from error


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are no text in any encoding that `decode` reads."""
    return not _bom(head) and (_signature(head) is not None or (_no_text(head) and not _utf16(head)))


def refuse_binary(head: bytes, name: str) -> None:
    """Raises InputError, saying what the file is, where `is_binary` would be True of its first bytes."""
    if not is_binary(head):
        return
    kind = _signature(head)
    raise InputError(f"{name} is {kind}" if kind else f"{name} is binary, not text: {_where(head)}")


def wide_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark or UTF-16's NULs give away in a file's first bytes, else None."""
    found = _bom(head)
    return found[1] if found else _utf16(head)


def decode(data: bytes, *, name: str, encoding: str | None = None) -> Decoded:
    """The text of a file's bytes; `name` is for messages, `encoding` forces one.

    Raises InputError for binary data, and for bytes that the forced or announced encoding does not have.
    """
    if encoding is not None:
        return _strictly(data, encoding, name)
    if found := _bom(data):
        return _strictly(data, found[1], name)
    refuse_binary(data[:HEAD], name)
    if b"\0" in data:
        wide = _utf16(data[:HEAD])
        if wide is None:
            raise InputError(f"{name} is binary, not text: {_where(data)}")
        return _strictly(data, wide, name)
    try:
        return Decoded(data.decode("utf-8"), ())
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _guessed(data, name)


def note(encoding: str) -> str:
    """The warning for a text that was no UTF-8, without a guess."""
    return f"decoded as {_label(encoding)}"


def without_bom(text: str) -> str:
    """The text without a byte order mark before it."""
    return text.removeprefix("\ufeff")


def _strictly(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = without_bom(data.decode(encoding))
    except UnicodeError as error:
        where = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(f"{name} is not valid {_label(encoding)}{where}; name its encoding with --encoding") from error
    return Decoded(text, () if codecs.lookup(encoding).name in {"utf-8", "ascii"} else (note(encoding),))


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes, as cut and pasted files have: known by more good sequences above ASCII than bad ones.

    In an article of another encoding a byte above ASCII stands alone, and good sequences do not come about by chance.
    """
    text = data.decode("utf-8", "replace")
    above = sum(not character.isascii() for character in text)
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    if above - bad <= bad:
        return None
    return Decoded(text, (f"{bad} byte sequences that are not UTF-8 were replaced by U+FFFD",))


def _guessed(data: bytes, name: str) -> Decoded:
    """Windows-1252 or Mac Roman where bytes above ASCII are rare, as in English; else what charset-normalizer says."""
    encoding = "mac_roman" if _MAC_ROMAN.search(data) else "cp1252"
    if len(data) >= ENOUGH and len(_ABOVE_ASCII.findall(data)) * 10 > len(data):
        encoding = _detected(data) or encoding
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is in no encoding that could be recognised; name it with --encoding") from error
    return Decoded(text, (f"{note(encoding)}, which is a guess; --encoding overrules it",))


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415, slow to import and seldom needed

    best = from_bytes(data).best()
    return None if best is None else best.encoding


def _bom(data: bytes) -> tuple[bytes, str] | None:
    return next((bom for bom in _BOMS if data.startswith(bom[0])), None)


def _signature(data: bytes) -> str | None:
    return next((kind for magic, kind in _SIGNATURES if data.startswith(magic)), None)


def _no_text(head: bytes) -> bool:
    """A NUL, or more control characters than a text has; escape and backspace pass, a terminal's log holds them."""
    return b"\0" in head or len(_CONTROLS.findall(head)) * 20 > len(head)


def _utf16(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of an English text is NUL then, and the others never are."""
    even, odd = head[0::2], head[1::2]
    for empty, filled, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if empty.count(0) * 2 > len(empty) and filled.count(0) == 0:
            return encoding
    return None


def _where(data: bytes) -> str:
    """What gives binary data away, for the message."""
    at = data.find(b"\0")
    return f"it has a NUL at byte {at}" if at >= 0 else "it is full of control characters"


def _label(encoding: str) -> str:
    """An encoding's usual name."""
    return codecs.lookup(encoding).name.replace("cp125", "windows-125")
