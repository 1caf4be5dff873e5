"""Normalization: what pasted text is read as, and that every offset leads back to the text as it came."""

import textwrap
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, partial
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor
from extractor import Article
from extractor.normalization import Normalized, Normalizer, read
from extractor.normalization.alignment import Alignment, Edit, edited
from extractor.normalization.names import names
from extractor.pipeline import Extractor
from extractor.pipeline.dictionary import dictionary
from extractor.tables import folder
from extractor.vocabulary import FurnitureKind
from tests import cost, examples
from tests.thorough import some

WORDS = frozenset(
    ("million", "displaced", "anticipate", "resigned", "established", "wednesday", "well", "known", "north", "east")
)
NORMALIZE = Normalizer(read(folder("structure")), WORDS.__contains__, partial(names, "en", None))
STORY = (
    "The harbour master said that the ferry had left without its second engineer, that the weather had turned "
    "within the hour, and that nobody on the quay had thought of telephoning the island before nightfall. Anna Krogh, "
    "who was on board with two children, said the crew had told passengers to stay below."
)
OTHER = (
    "Divers went down at first light and found the hull on its side in forty metres of water. They saw no sign of a "
    "collision, a spokesman for the coast guard said, and the doors of the car deck were shut."
)
LOWER = "the ship sank off norway, anna krogh told the united nations on tuesday, and olav brekke wept for a day"
CASED = "The ship sank off Norway, Anna Krogh told the United Nations on Tuesday, and Olav Brekke wept for a day"
REST = (
    ", and nobody knows what made it sink so quickly on a day without wind or waves, so near the quay, with so many "
    "people on deck who had come to see the lights of the town on the other side of the water"
)
ODD = "ab M.-,\n\r\t\x0b\x0c\x85\u00a0\u00ad\u200b\u2011\ufb01\ufeff\u0301\u2028'`â€œÃ©½"


@cache
def _dictionary() -> Callable[[str], bool]:
    return dictionary(extractor.load().nlp)


def normalize(text: str) -> Normalized:
    """With the dictionary of the base model, which the case of words rests on."""
    return NORMALIZE._replace(is_word=_dictionary())(text)


def plain(text: str) -> str:
    return NORMALIZE(text).text


@pytest.mark.parametrize("width", [22, 30, 38, 55, 72, 90, 108, 140])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n            "])
def test_lines_are_joined_at_any_width(width: int, newline: str) -> None:
    wrapped = f"{textwrap.fill(STORY, width)}\n\n{textwrap.fill(OTHER, width)}".replace("\n", "\0").replace(
        "\0\0", "\n\n"
    )
    assert plain(wrapped.replace("\0", newline)) == f"{STORY}\n\n{OTHER}"


@pytest.mark.parametrize("width", [38, 72, 108])
def test_a_short_line_ends_a_paragraph_without_a_blank_line(width: int) -> None:
    wrapped = "\n".join(textwrap.fill(one, width) for one in (STORY, "She left.", OTHER))
    assert plain(wrapped) == f"{STORY}\nShe left.\n{OTHER}"


def test_a_blank_line_between_all_lines_is_none() -> None:
    wrapped = "\n\n".join(textwrap.wrap(STORY, 40))
    assert plain(wrapped) == STORY


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}\n{OTHER}",
        "Ferry late\nBy Ann Roe\nStaff writer",
        "Home\nWorld\nBusiness\nSport\n\nFerry sinks off the north coast\n\nBy Anna Krogh\n6 March 2014",
        "- A ferry sank\n- Nobody was hurt\n- Divers went down at first light",
        "KROGH: What did you see?\nBERG: I saw the lights go out.\nKROGH: And then?",
        "Bergen 2 Oslo 0\nMolde 1 Viken 1\nStavanger 0 Odda 3",
    ],
)
def test_lines_that_nobody_wrapped_stay(text: str) -> None:
    assert NORMALIZE(text).alignments == ()


def test_ragged_lines_of_proportional_type_are_joined() -> None:
    words, wrapped, line = STORY.split(), [], ""
    for word in words:
        line = f"{line} {word}".strip()
        if len(line) >= 58 + 9 * (len(wrapped) % 3):
            wrapped.append(line)
            line = ""
    assert plain("\n".join([*wrapped, line])) == STORY


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("worth US$3.2 mil-\nlion in all", "worth US$3.2 million in all"),
        ("on Wed-\nnesday", "on Wednesday"),
        ("the dis-\nplaced", "the displaced"),
        ("a well-\nknown man", "a well-known man"),
        ("a 12-\nyear-old boy", "a 12-year-old boy"),
        ("Jean-\nPierre Roe", "Jean-Pierre Roe"),
        ("two-\nand three-year terms", "two- and three-year terms"),
        ("in Kirkl-\nand, north of Kirkland", "in Kirkland, north of Kirkland"),
        ("in mid-\n2014", "in mid-2014"),
        ("MIL-\nLION", "MILLION"),
        ("the fer\u00ad\nry", "the ferry"),
        ("the fer\u00ac\nry", "the ferry"),
        ("well-estab-\nlished", "well-established"),
        ("a north-\neast wind", "a north-east wind"),
        ("the re-\nsigned minister", "the resigned minister"),
        ("Kaldfjor-\nden lies north of Kaldfjorden", "Kaldfjorden lies north of Kaldfjorden"),
        ("the quay-\nside was shut, quay-side shops too", "the quay-side was shut, quay-side shops too"),
    ],
)
def test_parted_words(broken: str, whole: str) -> None:
    before, after = "The coast guard said late that evening", "and that it would go on looking for those on board."
    text = f"{before} {broken} {after}\n"
    assert plain(text).strip() == f"{before} {whole} {after}"


@pytest.mark.parametrize(
    ("odd", "whole"),
    [
        ("fi\u00advepence", "fivepence"),
        ("ferry\u200b sank", "ferry sank"),
        ("\ufb01ve", "five"),
        ("o\ufb03ce", "office"),
        ("US$3.2\u00a0million", "US$3.2 million"),
        ("\uff33\uff21\uff29\uff24", "SAID"),
        ("â€œNoâ€\u009d, he said", "“No”, he said"),
        ("Ann Roeâ€™s", "Ann Roe’s"),
        ("cafÃ©", "café"),
        ("Â£5", "£5"),
        ("cafe\u0301", "café"),
        ("''No,'' he said", "“No,” he said"),
        ("``No,'' he said", "“No,” he said"),
        ("Weiß” said", "Weiß” said"),
        ("São Paulo", "São Paulo"),
        ("½ of it…", "½ of it…"),
    ],
)
def test_odd_characters(odd: str, whole: str) -> None:
    assert plain(odd) == whole
    assert bool(NORMALIZE(odd).warnings) == (odd != whole)


def test_the_warning_counts() -> None:
    told = NORMALIZE("fer\u00adry fer\u00adry \ufb01ve").warnings
    assert told == ("odd characters were read through: soft hyphens (2), ligatures or letters of odd forms (1)",)


@pytest.mark.rows
@pytest.mark.parametrize("table", ["characters.csv", "hyphens.csv"])
def test_characters_and_hyphens_of_the_tables(table: str) -> None:
    for rule, marked in examples.rows_of("structure", table):
        text = marked.replace("⏎", "\n")
        assert plain(text) != text, rule
        assert table != "hyphens.csv" or f"- {rule.partition(':')[2]} " in plain(text), rule


@pytest.mark.rows
@pytest.mark.parametrize("table", ["furniture.csv", "menus.csv", "phrases.csv"])
def test_furniture_of_the_tables(table: str) -> None:
    wrong = []
    for rule, marked in examples.rows_of("structure", table):
        example = examples.parse(marked.replace("\\n", "\n"), "structure")
        found = {(one.start, one.end): one.kind for one in NORMALIZE(example.text).furniture}
        told = {(one.start, one.end): one.fields["kind"] for one in example.expected}
        kinds = {at: kind for at, kind in told.items() if kind in get_args(FurnitureKind)}
        if not kinds.items() <= found.items() or bool(found) != bool(kinds):
            wrong.append((rule, found))
    assert not wrong


def sound(value: object, text: str) -> None:
    """Assert that whatever has offsets and a text has the text at the offsets."""
    if isinstance(value, list):
        for item in value:
            sound(item, text)
    elif is_dataclass(value):
        for field in fields(value):
            sound(getattr(value, field.name), text)
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            assert 0 <= start <= end <= len(text)
            assert not hasattr(value, "text") or text[start:end] == value.text


@given(st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=300))
def test_every_character_that_was_kept_leads_back_to_itself(text: str) -> None:
    found = NORMALIZE(text)
    before = 0
    for at, character in enumerate(found.text):
        start, end = found.start(at), found.end(at + 1)
        assert before <= start < end <= len(text), (at, character)
        before = start
        if character.isalnum() and character.isascii() and end == start + 1 and text[start].isascii():
            assert text[start].lower() == character.lower()
    assert all(found.start(at) <= found.start(at + 1) for at in range(len(found.text)))


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.text(max_size=3)), max_size=6)
)
def test_an_alignment_leads_back_from_any_edits(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits, done = [], 0
    for start, end, made in sorted((min(a, b), max(a, b), made) for a, b, made in wanted):
        if done <= start < end <= len(text):
            edits.append(Edit(start, end, made))
            done = end
    whole, alignment = edited(text, edits), Alignment(edits, len(text))
    changed = {at for edit in edits for at in range(edit.start, edit.end)}
    for at, character in enumerate(whole):
        start, end = alignment.start(at), alignment.end(at + 1)
        assert start < end
        if start not in changed:
            assert text[start:end] == character


@given(st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=80))
def test_offsets_of_records_hold_on_any_text(loaded: Extractor, noise: str) -> None:
    text = f"Anna Kro\u00adgh said on Wed-\nnesday that \ufb01ve people of {noise} had died in Ber\u200bgen.\n{noise}"
    sound(loaded.record(Article(text=text)), text)


def test_names_and_values_are_read_over_breaks(loaded: Extractor) -> None:
    text = "Police said on Wed-\nnesday that the US$3.2 mil-\nlion ship of Anna Kro-\ngh had sunk off Nor-\nway."
    record = loaded.record(Article(text=text))
    assert [figure.value for figure in record.figures] == [3_200_000]
    assert [date.value for date in record.dates] == ["XXXX-WXX-3"]
    assert [place.country for place in record.places] == ["NO"]
    assert [person.name for person in record.people] == ["Anna Krogh"]
    assert record.people[0].mentions[0].text == "Anna Kro-\ngh"


@pytest.mark.parametrize(
    ("capitals", "read"),
    [
        (
            "MAYOR DENISE CARVER SAID THE PLAN WOULD COST $48 MILLION. CARVER SPOKE IN OHIO MAY 3. U.S. AID MAY COME.",
            "Mayor Denise Carver said the plan would cost $48 million. Carver spoke in Ohio May 3. U.S. aid may come.",
        ),
        (
            "THE SHIP SANK OFF NORWAY, CAPT. ERIK SOLBERG SAID ON MONDAY. I SAW IT, SAID LAURA PETTY OF NATO.",
            "The ship sank off Norway, Capt. Erik Solberg said on Monday. I saw it, said Laura Petty of NATO.",
        ),
        (
            LOWER + REST,
            CASED + REST,
        ),
    ],
)
def test_case_is_restored(capitals: str, read: str) -> None:
    found = normalize(capitals)
    assert found.text == read
    assert found.written == capitals
    assert len(found.warnings) == 1


@pytest.mark.rows
def test_case_of_the_tables() -> None:
    for rule, marked in examples.rows_of("structure", "casing.csv"):
        read = normalize(marked).text
        word = rule.partition(":")[2]
        assert "Anna Krogh" in read, rule
        assert word not in _towns() or word.capitalize() in read, rule


@cache
def _towns() -> frozenset[str]:
    return names("en", None).words["place"]


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Mayor Vetoes Budget Again", "Mayor vetoes budget again"),
        ("Judge Orders Release Of Tapes", "Judge orders release of tapes"),
        ("Council Backs New Bridge", "Council backs new bridge"),
        ("Police Arrest Three After Bank Robbery", "Police arrest three after bank robbery"),
        ("Airline Cancels Flights To Norway", "Airline cancels flights to Norway"),
        ("Mayor Carver Vetoes Budget Again", "Mayor Carver vetoes budget again"),
        ("Carver Vetoes Budget of Ohio Villages", "Carver vetoes budget of Ohio villages"),
        ("Anna Krogh Wins Harbour Prize", "Anna Krogh wins harbour prize"),
        ("Star Striker Ruled Out For Season", "Star striker ruled out for season"),
    ],
)
def test_headlines_in_title_case_are_read_as_sentences(headline: str, read: str) -> None:
    body = "The decision was made late on Tuesday. It surprised Carver, who had left town, and all others."
    assert normalize(f"{headline}\n\n{body}").text == f"{read}\n\n{body}"


def test_a_mail_without_its_head_loses_signature_and_reply() -> None:
    text = (
        "The ferry sank off Norway on its way home, the coast guard said.\n\n-- \nOtto Gravlund\n"
        "Tel. +44 20 7946 0000\n\nOn Monday, Petronella Quist wrote:\n> Please send 40 lines.\n"
    )
    found = normalize(text)
    assert found.text.strip() == "The ferry sank off Norway on its way home, the coast guard said."
    assert [one.kind for one in found.furniture] == ["signature"] * 3 + ["quoted reply"] * 2


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    some([
     "\t", "\u00a0", "@", "$ ", "-\n", "word-\n", "Cap ", "Home | ", "Comments\n", "Related stories\n", "> a\n", "x\f",
     "17.40 Foo bar.\n", "A: Yes.\n", "Share 1 ", "(Photo: a) ", "''", "â€œ", "...", "By Ann Roe, ", "ANN ROE SAID. ",
    ], of=3),
)  # fmt: skip
def test_time_grows_with_the_length_alone(unit: str) -> None:
    few, many = (cost.seconds(normalize, lambda size=size: (unit * size)[:size]) for size in (4_000, 16_000))
    assert many < 9 * few + 0.05
