"""What the readers promise: every article is read once, whole and in order, and what cannot be read says why."""

import codecs
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.article import Article, Unreadable
from extractor.errors import InputError, OptionError
from extractor.reading import Defaults, check, codec, is_single, parse_date, read
from extractor.reading.decode import decode
from extractor.reading.sources import STDIN

SAID = "“We can’t stay,” the señora said — twice.\r\nShe paid £30.\n\n\tThe end.\r"
PLAIN = "The harbour was closed on Monday, and no ship has left it since. "


def texts(articles):
    return [article.text for article in articles]


class TestDecode:
    @pytest.mark.parametrize(
        ("mark", "encoding"),
        [
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
        ],
    )
    def test_byte_order_mark_is_obeyed_and_dropped(self, mark, encoding):
        assert decode(mark + SAID.encode(encoding), name="a").text == SAID

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf16_without_a_mark(self, encoding):
        decoded = decode(SAID.encode(encoding), name="a")
        assert decoded == (SAID, (f"decoded as {encoding}",))

    def test_utf8_goes_without_a_word(self):
        assert decode(SAID.encode(), name="a") == (SAID, ())

    @pytest.mark.parametrize("filling", [0, 40])
    @pytest.mark.parametrize(("encoding", "label"), [("cp1252", "windows-1252"), ("mac_roman", "mac-roman")])
    def test_western_encodings_are_told_apart(self, encoding, label, filling):
        text = SAID + PLAIN * filling
        decoded = decode(text.encode(encoding), name="a")
        assert decoded.text == text
        assert decoded.warnings == (f"decoded as {label}, which is a guess; --encoding overrules it",)

    def test_one_accent_in_much_text_is_windows_1252(self):
        text = PLAIN * 100 + "The café is open."
        assert decode(text.encode("latin-1"), name="a").text == text

    @pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
    def test_text_that_is_mostly_above_ascii_is_detected(self, encoding):
        text = "Президент заявил, что правительство не будет вести переговоры с боевиками. " * 5
        assert decode(text.encode(encoding), name="a").text == text

    def test_utf8_with_a_few_bad_bytes_stays_utf8(self):
        decoded = decode("“One,” he said. ".encode() + b"\xff\xe2\x80" + "“Two.”".encode(), name="a")
        assert decoded.text == "“One,” he said. \ufffd\ufffd“Two.”"
        assert decoded.warnings == ("2 byte sequences that are not UTF-8 were replaced by U+FFFD",)

    def test_forced_encoding(self):
        decoded = decode(SAID.encode("cp1252"), name="a", encoding="cp1252")
        assert decoded == (SAID, ("decoded as windows-1252",))
        assert decode(b"\xef\xbb\xbfyes", name="a", encoding="utf-8") == ("yes", ())

    def test_forced_encoding_that_is_wrong(self):
        with pytest.raises(InputError, match=r"^a\.txt is not valid utf-8 at byte 2; name its encoding"):
            decode(b"ab\xff", name="a.txt", encoding="utf-8")

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "it has a NUL at byte 8"),
            (b"text" * 4000 + b"\x00", "it has a NUL at byte 16000"),
            (bytes(range(1, 32)) * 9, "full of control characters"),
            (b"%PDF-1.7 x", "a is a PDF"),
            (b"PK\x03\x04rest", "ZIP archive or an office document"),
            (b"\x1f\x8b\x08", "gunzip"),
        ],
    )
    def test_binary_is_refused_in_words(self, data, message):
        with pytest.raises(InputError, match=message):
            decode(data, name="a")

    def test_unknown_encoding(self):
        assert codec("Windows-1252") == "cp1252"
        for name in ("utf-9", "hex", "a\0b", ""):
            with pytest.raises(OptionError, match="no encoding"):
                codec(name)

    @given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t\x1b")))
    @example("\ufefftwice marked, of which one mark is the text's")
    def test_utf8_and_utf16_round_trip(self, text):
        marked = codecs.BOM_UTF8 + text.encode()
        assert decode(marked, name="a").text == text
        assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), name="a").text == text

    @given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "ascii"]))
    def test_any_bytes_are_a_text_or_an_input_error(self, data, encoding):
        try:
            text = decode(data, name="a", encoding=encoding).text
        except InputError:
            return
        assert isinstance(text, str)


class TestPlain:
    def test_a_file_is_an_article(self, tmp_path):
        path = tmp_path / "storm.report.txt"
        path.write_bytes(SAID.encode())
        (article,) = read([str(path)], defaults=Defaults(published=date(2024, 5, 1)))
        assert article == Article(text=SAID, id="storm.report", source=str(path), published=date(2024, 5, 1))

    def test_the_path_is_kept_as_given(self, tmp_path, monkeypatch):
        (tmp_path / "schema").write_text("Text.")
        monkeypatch.chdir(tmp_path)
        (article,) = read(["./schema"])
        assert article.source == "./schema"

    @pytest.mark.parametrize("text", ["", " \n\t"])
    def test_an_empty_article_is_an_article(self, tmp_path, text):
        path = tmp_path / "a.txt"
        path.write_text(text)
        assert texts(read([str(path)])) == [text]

    def test_binary_and_vanished_files_are_reported_in_their_place(self, tmp_path):
        for name, data in (("a", b"A."), ("b.png", b"\x89PNG\x00\x00\x00"), ("d", b"D.")):
            (tmp_path / name).write_bytes(data)
        names = [str(tmp_path / name) for name in ("a", "b.png", "c", "d")]
        a, b, c, d = read(names)
        assert (a.text, d.text) == ("A.", "D.")
        assert (b.id, str(b.error)) == ("b", f"{names[1]} is binary, not text: it has a NUL at byte 4")
        assert (c.id, str(c.error)) == ("c", f"{names[2]} cannot be read: no such file or directory")

    def test_a_name_that_is_no_utf8(self, tmp_path):
        path = os.fsencode(tmp_path) + b"/caf\xe9\n.txt"
        Path(os.fsdecode(path)).write_text("Text.")
        (article,) = read([os.fsdecode(path)])
        assert article.id == "caf\\xe9\n"
        assert article.source.encode().endswith(b"/caf\\xe9\n.txt")


class TestFolders:
    @pytest.fixture
    def folder(self, tmp_path):
        for name in ("b/2.txt", "b/10.txt", "a.txt", "c.jsonl", "b/.hidden", ".git/config", "z.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(json.dumps({"text": name}) if name.endswith("jsonl") else name)
        (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\x00\x01")
        return tmp_path

    def test_in_the_order_of_names_without_hidden_and_binary_files(self, folder):
        skipped = []
        articles = list(read([str(folder)], skipped=skipped.append))
        assert texts(articles) == ["a.txt", "b/10.txt", "b/2.txt", "c.jsonl", "z.txt"]
        assert skipped == [str(folder / "photo.jpg")]
        assert articles[1].source == str(folder / "b/10.txt")

    def test_the_output_is_no_input(self, folder):
        assert "a.txt" not in texts(read([str(folder)], omit=frozenset({(folder / "a.txt").resolve()})))

    def test_links_to_files_are_followed_and_loops_are_not(self, folder):
        (folder / "b" / "loop").symlink_to(folder)
        (folder / "b" / "broken").symlink_to(folder / "nothing")
        (folder / "b" / "self").symlink_to(folder / "b" / "self")
        (folder / "b" / "y").symlink_to(folder / "z.txt")
        assert texts(read([str(folder)])) == ["a.txt", "b/10.txt", "b/2.txt", "z.txt", "c.jsonl", "z.txt"]

    def test_pipes_are_passed_over(self, folder):
        os.mkfifo(folder / "pipe")
        assert len(list(read([str(folder)]))) == 5

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_what_may_not_be_read_is_reported(self, folder):
        (folder / "b").chmod(0)
        (folder / "a.txt").chmod(0)
        found = list(read([str(folder)]))
        (folder / "b").chmod(0o755)
        assert [type(each) for each in found] == [Unreadable, Unreadable, Article, Article]
        assert "permission denied" in str(found[0].error)

    def test_deep_folders(self, tmp_path):
        deep = tmp_path.joinpath(*["d"] * 900)
        deep.mkdir(parents=True)
        (deep / "a.txt").write_text("Deep.")
        assert texts(read([str(tmp_path)])) == ["Deep."]


class TestCheck:
    def test_what_is_there_passes(self, tmp_path):
        (tmp_path / "a").write_text("")
        check([str(tmp_path), str(tmp_path / "a"), STDIN])

    def test_missing_inputs_are_all_named(self, tmp_path):
        with pytest.raises(InputError, match=r"^no such file or folder: nope, nil$"):
            check(["nope", str(tmp_path), "nil"])

    def test_a_folder_without_files(self, tmp_path):
        (tmp_path / ".hidden").write_text("x")
        with pytest.raises(InputError, match="no article in"):
            check([str(tmp_path)])

    def test_standard_input_twice(self):
        with pytest.raises(InputError, match="twice"):
            check([STDIN, STDIN])

    @pytest.mark.parametrize(
        ("inputs", "form", "single"),
        [
            (["a.txt"], "auto", True),
            ([STDIN], "auto", True),
            ([STDIN], "jsonl", False),
            (["a.JSONL"], "auto", False),
            (["a.jsonl"], "text", True),
            (["a.txt", "b.txt"], "auto", False),
            (["."], "auto", False),
        ],
    )
    def test_single(self, inputs, form, single):
        assert is_single(inputs, form=form) is single


class TestPublished:
    @pytest.mark.parametrize("text", ["2007-07-10", " 2007-07-10T23:59:00-05:00", "2007-07-10 22:15", "20070710"])
    def test_iso(self, text):
        assert parse_date(text) == date(2007, 7, 10)

    @pytest.mark.parametrize("text", ["July 10", "10/07/2007", "2007-13-01", "", "today"])
    def test_anything_else(self, text):
        with pytest.raises(OptionError, match="no ISO date"):
            parse_date(text)


class TestJsonLines:
    def read(self, path, data, **defaults):
        path = path / "news.jsonl"
        path.write_bytes(data if isinstance(data, bytes) else "".join(f"{line}\n" for line in data).encode())
        return list(read([str(path)], defaults=Defaults(**defaults)))

    def test_members(self, tmp_path):
        line = {"id": "x", "text": SAID, "published": "2007-07-10T01:00:00Z", "title": "T", "publisher": "P", "n": [1]}
        (article,) = self.read(tmp_path, [json.dumps(line)], published=date(2024, 1, 1))
        assert article == Article(
            text=SAID,
            id="x",
            source=str(tmp_path / "news.jsonl"),
            published=date(2007, 7, 10),
            title="T",
            publisher="P",
        )

    def test_what_is_missing_has_defaults(self, tmp_path):
        lines = [
            '{"text": "One."}',
            "",
            '{"text": "Two.", "id": 7, "published": null}',
            '{"text": "", "published": ""}',
        ]
        one, two, three = self.read(tmp_path, lines, published=date(2024, 1, 1))
        assert [article.id for article in (one, two, three)] == ["news:1", "7", "news:4"]
        assert {article.published for article in (one, two, three)} == {date(2024, 1, 1)}

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ('{"id": "x"}', 'there is no "text"'),
            ('{"text": null}', 'there is no "text"'),
            ('{"text": 5}', '"text" is a number, not a string'),
            ('{"text": ["a"]}', '"text" is an array, not a string'),
            ('{"text": "a", "title": true}', '"title" is true or false, not a string'),
            ('{"text": "a", "id": {}}', '"id" is an object, not a string'),
            ('{"text": "a", "published": "10 July"}', '"10 July" is no ISO date'),
            ('{"text": "a"', "the line is not JSON: expecting ',' delimiter at column 13"),
            ("[]", "the line is an array, not an object"),
            ("null", "the line is null, not an object"),
            ("[" * 100_000, "too many levels"),
            ('{"text": "a", "id": ' + "9" * 5000 + "}", "a number that is too long"),
        ],
    )
    def test_a_bad_line_is_numbered_and_the_next_one_read(self, tmp_path, line, message):
        first, bad, last = self.read(tmp_path, ['{"text": "One."}', line, '{"text": "Three."}'])
        assert (first.text, last.text) == ("One.", "Three.")
        assert isinstance(bad, Unreadable)
        assert bad.id == "news:2"
        assert str(bad.error).startswith(f"{tmp_path / 'news.jsonl'}:2: ")
        assert message in str(bad.error)

    def test_bytes_that_are_no_utf8(self, tmp_path):
        data = '{"text": "café"}\n'.encode("cp1252")
        (bad,) = self.read(tmp_path, data)
        assert "not valid utf-8" in str(bad.error)
        (article,) = self.read(tmp_path, data, encoding="cp1252")
        assert (article.text, article.warnings) == ("café", ("decoded as windows-1252",))

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
    def test_other_unicode_encodings(self, tmp_path, encoding):
        data = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in ("Ċ", SAID + PLAIN * 9))
        assert texts(self.read(tmp_path, data.encode(encoding))) == ["Ċ", SAID + PLAIN * 9]

    def test_truncated_utf16(self, tmp_path):
        found = self.read(tmp_path, '{"text": "One."}\n{"text"'.encode("utf-16")[:-1])
        assert found[0].text == "One."
        assert isinstance(found[1], Unreadable)

    def test_unpaired_surrogates_keep_the_length(self, tmp_path):
        (article,) = self.read(tmp_path, [r'{"text": "a\ud800b\udfffc\ud83d\ude00", "title": "\udc00"}'])
        assert (article.text, article.title) == ("a\ufffdb\ufffdc😀", "\ufffd")
        assert article.warnings == ("unpaired surrogates in the input were replaced by U+FFFD",)

    def test_a_binary_file_of_that_name(self, tmp_path):
        (found,) = self.read(tmp_path, b"\x00\x01\x02")
        assert "news.jsonl is binary" in str(found.error)

    @given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))), st.booleans())
    def test_round_trip(self, tmp_path, written, ascii_only):
        lines = [json.dumps({"text": text}, ensure_ascii=ascii_only) for text in written]
        assert texts(self.read(tmp_path, lines)) == written


MAIL = (
    b"From: Otto <o@x.example>\nTo: d@y.example\nDate: Thu, 06 Mar 2014 09:12:44 +0000\n"
    b"Subject: Re: Fwd: Ferry sinks\n off Norway\nMIME-Version: 1.0\n"
    b'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n'
    b"The ferry sank off Norw=\nay, the se=C3=B1ora said.\n\n-- \nOtto\n\nOn Monday, Ann Roe wrote:\n> Send it.\n"
)


class TestMail:
    def test_the_head_gives_title_and_day_and_the_body_is_the_text(self, tmp_path):
        path = tmp_path / "ferry.eml"
        path.write_bytes(MAIL)
        (article,) = read([str(path)])
        assert (article.title, article.published) == ("Ferry sinks off Norway", date(2014, 3, 6))
        assert article.text.startswith("The ferry sank off Norway, the señora said.\n")

    @pytest.mark.parametrize("data", [b"", b"Subject: x\n\n", b"Content-Type: text/html\n\n<p>Hi</p>", b"\n \n"])
    def test_a_mail_without_plain_text_is_refused(self, tmp_path, data):
        path = tmp_path / "empty.eml"
        path.write_bytes(data)
        (found,) = read([str(path)])
        assert isinstance(found, Unreadable)
        assert "no plain text" in str(found.error)

    @given(data=st.binary(max_size=300))
    def test_no_bytes_raise(self, tmp_path, data):
        path = tmp_path / "any.eml"
        path.write_bytes(MAIL[:250] + data)
        assert len(list(read([str(path)]))) == 1
