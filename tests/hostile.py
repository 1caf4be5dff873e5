"""Two hundred files that no reader expects, each with what comes of it: an article, or a refusal in one sentence.

Made here rather than kept: their bytes say what is wrong with them. `READ` stands for an article, `NOTHING` for none
and no error, any other string for what the refusal says.
"""

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import NamedTuple

READ, NOTHING = "an article", "nothing"


class Hostile(NamedTuple):
    """A file's name and bytes, what comes of it, and options that go with it."""

    name: str
    data: bytes
    outcome: str
    options: tuple[str, ...] = ()


TEXT = b"Ana Rey said on Monday that 12 boats had sunk off Lagos."
LINE = b'{"id": "a", "text": "Ana Rey left."}\n'
ROW = b"id,text\na,Ana Rey left.\n"
PAGE = (
    b"<html><body><article><p>"
    + b"Ana Rey said that twelve boats had sunk off the coast on Monday. " * 20
    + b"</p></article></body></html>"
)
SIGNATURES = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "zip": b"PK\x03\x04\x14\x00",
    "zstd": b"\x28\xb5\x2f\xfd\x00",
    "rtf": b"{\\rtf1 Ana}",
    "elf": b"\x7fELF\x02\x01\x01\x00",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "gif": b"GIF89a\x01\x00\x01\x00",
    "sqlite": b"SQLite format 3\x00",
    "class": b"\xca\xfe\xba\xbe\x00\x00",
    "wasm": b"\x00asm\x01\x00\x00\x00",
    "mp3": b"ID3\x03\x00\x00\x00",
    "tar": b"a.txt\x00" * 90,
    "nul": b"\x00",
    "nuls": bytes(9000),
}
ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
    "utf-8-sig",
    "cp1252",
    "latin-1",
    "mac-roman",
    "cp1251",
    "shift_jis",
    "gb18030",
    "koi8-r",
)
UNKNOWN = {"utf-32-le": "is binary", "utf-32-be": "is binary", "shift_jis": "in no encoding"}
"""What cannot be told without a mark, or a word from the caller."""
REFUSED = {"controls": "control characters", "above": "in no encoding"}
TEXTS = {
    "controls": bytes(range(1, 9)) + TEXT,
    "escape": b"\x1b[2J\x1b]0;x\x07" + TEXT,
    "bidi": "\u202eAna\u202c ".encode() + TEXT,
    "bom": b"\xef\xbb\xbf" * 3 + TEXT,
    "cr": TEXT.replace(b" ", b"\r"),
    "crlf": TEXT.replace(b" ", b"\r\n"),
    "ff": b"\x0c" + TEXT,
    "vt": b"\x0b" + TEXT,
    "nel": "\u0085".encode() + TEXT,
    "separators": "\u2028\u2029".encode() + TEXT,
    "zero width": "\u200b\u200d\ufeff".encode() + TEXT,
    "combining": b"a" + "\u0301".encode() * 500,
    "tags": "\U000e0041".encode() * 100,
    "blank": b"   \n\t ",
    "quotes": "“".encode() * 3000,
    "brackets": b"(" * 3000,
    "long word": b"a" * 50_000,
    "long line": TEXT * 200,
    "many lines": b"a\n" * 3000,
    "cut": "“Ana".encode()[:2] + TEXT,
    "overlong": b"\xc0\xaf" + TEXT,
    "surrogates": b"\xed\xa0\x80" + TEXT,
    "above": b"\xf4\x90\x80\x80" + TEXT,
    "continuation": b"\x80" + TEXT * 5,
    "private": "\ue000".encode() + TEXT,
    "noncharacter": "\ufffe\uffff".encode() + TEXT,
    "emoji": "\U0001f600".encode() * 400,
    "digits": b"9" * 4000,
    "dots": b"." * 4000,
    "dashes": b"-" * 4000,
    "dollars": b"$ " * 2000,
    "urls": b"http://a.b/c " * 200,
    "at": b"@" * 2000,
    "tabs": b"\t" * 3000,
    "money": b"$5 " * 1000,
    "percent": b"% " * 2000,
}
MEMBERS = {
    "none": (b"{}", "there is no"),
    "null": (b'{"text": null}', "there is no"),
    "number": (b'{"text": 1}', "is a number, not a string"),
    "array": (b"[]", "is an array, not an object"),
    "list": (b'{"text": ["a"]}', "is an array"),
    "object": (b'{"text": {}}', "is an object"),
    "true": (b'{"text": true}', "true or false"),
    "string": (b'"Ana"', "is a string, not an object"),
    "digit": (b"1", "is a number, not an object"),
    "word": (b"Ana", "is not JSON"),
    "open": (b'{"text": "Ana', "is not JSON"),
    "comma": (b'{"text": "Ana",}', "is not JSON"),
    "single": (b"{'text': 'Ana'}", "is not JSON"),
    "twice": (LINE.strip() * 2, "is not JSON"),
    "deep": (b"[" * 50_000, "too many levels"),
    "deep text": (b'{"text": ' + b"[" * 50_000, "too many levels"),
    "digits": (b'{"text": ' + b"9" * 6000 + b"}", "a number that is too long"),
    "day": (b'{"text": "Ana.", "published": "soon"}', "is no ISO date"),
    "day number": (b'{"text": "Ana.", "published": 20070710}', "is a number, not a string"),
    "title": (b'{"text": "Ana.", "title": []}', "is an array, not a string"),
    "id": (b'{"text": "Ana.", "id": {}}', "is an object, not a string"),
    "publisher": (b'{"text": "Ana.", "publisher": 1}', "not a string"),
    "byline": (b'{"text": "Ana.", "byline": false}', "not a string"),
    "bytes": (b'{"text": "Ana \xff"}', "is not valid utf-8"),
    "control": (b'{"text": "Ana \x01"}', "control characters"),
    "tab": (b'{"text": "Ana \t"}', "is not JSON"),
    "escape": (rb'{"text": "Ana \x"}', "is not JSON"),
    "half": (rb'{"text": "Ana \ud800"}', READ),
    "nul": (rb'{"text": "Ana \u0000"}', READ),
    "nan": (b'{"text": "Ana.", "x": NaN}', READ),
    "more": (b'{"text": "Ana.", "x": [{"y": [1]}]}', READ),
    "empty": (b'{"text": ""}', READ),
    "id number": (b'{"text": "Ana.", "id": 7}', READ),
    "id true": (b'{"text": "Ana.", "id": true}', "true or false"),
    "keys": (b'{"text": "Ana.", "text": "Bo."}', READ),
}
MANY_MEMBERS = b'{"text": "Ana.", ' + b", ".join(b'"k%d": 1' % number for number in range(20_000)) + b"}"
ROWS = {
    "no column": (b"a,b\n1,2\n", 'has no column "text"'),
    "nothing": (b"", NOTHING),
    "blank": (b"\n\n", NOTHING),
    "head": (b"id,text\n", NOTHING),
    "short": (b"id,text\na\n", "there is no"),
    "long": (b"id,text\na,Ana,b,c,d\n", READ),
    "open": (b'id,text\na,"Ana left.\n', READ),
    "quotes": (b'id,text\na,"Ana ""left"" x" y\n', READ),
    "cr": (b"id,text\ra,Ana\r", READ),
    "nul": (b"id,text\na,An\x00a\n", "is binary"),
    "day": (b"text,published\nAna.,soon\n", "is no ISO date"),
    "cells": (b"text" + b"," * 100_001 + b"\n", "more than 100,000 cells"),
    "row": (b"text,b\n" + b"," * 100_001 + b"\n", "more than 100,000 cells"),
    "cp1252": (b"text\n\x93No,\x94 Ana said to the council in the morning.\n", READ),
    "semicolons": (b"id;text\na;Ana.\n", READ),
    "pipes": (b"id|text\na|Ana.\n", READ),
    "bom": (b"\xef\xbb\xbfid,text\na,Ana.\n", READ),
    "utf16": ("id,text\na,Ana.\n".encode("utf-16"), READ),
    "half utf16": ("id,text\na,Ana.\n".encode("utf-16")[:-1], "cannot be read"),
    "empty cell": (b"id,text\na,\n", READ),
    "formula": (b"id,text\na,=cmd()\n", READ),
    "same": (b"text,text\nAna.,Bo.\n", READ),
    "spaces": (b" id , text \na,Ana.\n", READ),
}
PAGES = {
    "empty": (b"", "no article was found"),
    "text": (b"Ana", "no article was found"),
    "deep": (b"<div>" * 20_000, "no article was found"),
    "attributes": (b"<p " + b'a="1" ' * 60_000 + b">" + PAGE, "more than 2,000 attributes"),
    "names": (b"<p " + b" ".join(b"a%d" % n for n in range(60_000)) + b">" + PAGE, "more than 2,000 attributes"),
    "single": (b"<p " + b"a='1' " * 60_000 + b">" + PAGE, "more than 2,000 attributes"),
    "open": (b"<p><a href='", "no article was found"),
    "comments": (b"<!--" * 20_000, "no article was found"),
    "script": (b"<script>" + b"a" * 10_000, "no article was found"),
    "entities": (b"&amp;" * 5000, "no article was found"),
    "doctype": (b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'">]>' + PAGE, "no article was found"),
    "nul": (PAGE.replace(b"<p>", b"<p>\x01"), READ),
    "frames": (b"<iframe>" * 2000, "no article was found"),
    "whole": (PAGE, READ),
    "encoding": (b'<meta charset="nothing">' + PAGE, READ),
    "binary": (SIGNATURES["png"] + PAGE, "is binary"),
    "xml": (b'<?xml version="1.0"?>' + PAGE, READ),
    "tables": (b"<table><tr><td>" * 3000, "no article was found"),
}
MAILS = {
    "empty": (b"", "no plain text was found"),
    "head": (b"From: a@b.c\nSubject: Ana\n\n", "no plain text was found"),
    "html": (b"Content-Type: text/html\n\n<p>Ana</p>", "no plain text was found"),
    "charset": (b"Content-Type: text/plain; charset=nothing\n\nAna left.", "cannot be decoded"),
    "base64": (b"Content-Transfer-Encoding: base64\n\n!!!", "no plain text was found"),
    "day": (b"Date: soon\n\nAna left.", READ),
    "parts": (b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n" * 3000, "no plain text was found"),
    "plain": (b"Subject: Re: Re: Ana\n\nAna left.", READ),
    "header": (b"Subject: " + b"a" * 50_000 + b"\n\nAna left.", READ),
    "subject": (b"Subject: =?utf-8?b?/w==?=\n\nAna left.", READ),
}


def packed(data: bytes) -> dict[str, tuple[bytes, str]]:
    """A packed file, damaged in the ways in which disks and networks damage."""
    whole = gzip.compress(data, mtime=0)
    return {
        "cut": (whole[:-9], "compressed file ended"),
        "head": (whole[:5], "compressed file ended"),
        "sum": (whole[:-8] + bytes(4) + whole[-4:], "crc check failed"),
        "length": (whole[:-4] + bytes(4), "incorrect length"),
        "middle": (whole[:12] + b"\xff\xff\xff" + whole[15:], "cannot be read"),
        "method": (whole[:2] + b"\x07" + whole[3:], "unknown compression method"),
        "behind": (whole + b"garbage", "not a gzipped file"),
        "zeros": (whole + bytes(100), READ),
        "two": (whole + whole, READ),
        "double": (gzip.compress(whole, mtime=0), "compressed with gzip"),
        "zlib": (b"\x1f\x8b" + zlib.compress(data), "cannot be read"),
    }


def tables() -> dict[str, tuple[bytes, str]]:
    """Parquet files, whole and damaged; none without pyarrow."""
    try:
        import pyarrow as arrow  # noqa: PLC0415
        import pyarrow.parquet as parquet  # noqa: PLC0415
    except ModuleNotFoundError:
        return {}

    def made(**columns: object) -> bytes:
        stream = io.BytesIO()
        parquet.write_table(arrow.table(columns), stream, compression="none", use_dictionary=False)
        return stream.getvalue()

    whole = made(text=["One boat sank."], id=["a"])
    stamps = made(text=["One boat sank."], published=arrow.array([2**62], arrow.timestamp("us")))
    return {
        "whole": (whole, READ),
        "cut": (whole[:-20], "is no parquet file"),
        "head": (whole[:8], "is no parquet file"),
        "nothing": (b"", "is no parquet file"),
        "magic": (b"PAR1" + bytes(40) + b"PAR1", "is no parquet file"),
        "utf8": (whole.replace(b"One boat", b"One \xff\xfeat"), "cannot be read"),
        "no column": (made(body=["a"]), 'has no column "text"'),
        "numbers": (made(text=[1]), "is a number"),
        "null": (made(text=arrow.array([None], arrow.string())), "there is no"),
        "stamps": (stamps, "cannot be read"),
        "bytes": (made(text=[b"\xff"]), "not a string"),
        "text": (TEXT, "is no parquet file"),
        "lists": (made(text=[["a"]]), "is an array"),
    }


def files() -> Iterator[Hostile]:
    """All of them."""
    for name, data in SIGNATURES.items():
        yield Hostile(f"{name}.txt", data, "is ")
    for encoding in ENCODINGS:
        text = ("“No,” Ana said in the café. " * 8).encode(encoding, "ignore")
        yield Hostile(f"{encoding}.txt", text, UNKNOWN.get(encoding, READ))
        yield Hostile(
            f"forced {encoding}.txt",
            b"\xff\xfe\x00" + TEXT,
            READ if encoding in ("latin-1", "cp1252", "mac-roman", "koi8-r", "cp1251") else "is not valid",
            ("--encoding", encoding),
        )
    for name, data in TEXTS.items():
        yield Hostile(f"{name}.txt", data, REFUSED.get(name, READ))
    for name, (data, outcome) in MEMBERS.items():
        yield Hostile(f"{name}.jsonl", data + b"\n", outcome)
    yield Hostile("members.jsonl", MANY_MEMBERS, READ)
    for name, (data, outcome) in ROWS.items():
        yield Hostile(f"{name}.csv", data, outcome)
    for name, (data, outcome) in PAGES.items():
        yield Hostile(f"{name}.html", data, outcome)
    for name, (data, outcome) in MAILS.items():
        yield Hostile(f"{name}.eml", data, outcome)
    for kind, data in (("txt", TEXT), ("jsonl", LINE), ("csv", ROW)):
        for name, (broken, outcome) in packed(data * 40).items():
            yield Hostile(f"{name}.{kind}.gz", broken, outcome)
    for name, (data, outcome) in tables().items():
        yield Hostile(f"{name}.parquet", data, outcome)
    for name, value in (("json", []), ("json nested", [[]]), ("json words", ["a"])):
        yield Hostile(f"{name}.json", json.dumps(value).encode(), NOTHING if value == [] else "not an object")
