"""Tables: a slip is refused at its line, with what may stand there; a user's rows come after ours and replace them."""

import csv
import pickle
from pathlib import Path
from typing import Literal

import pytest

from extractor import kept, locate, tables
from extractor.errors import TableError
from extractor.tables import Folder
from tests.examples import tables_of


class Cue(tables.Row, frozen=True, kw_only=True):
    """A row as a component would have it."""

    lemma: str
    stance: Literal["states", "denies"] = "states"
    frames: tuple[Literal["clause", "object"], ...] = ()
    weight: float = 1.0
    open: bool = False


HEADER = "lemma,stance,frames,weight,open,example\n"


def folder(tmp_path: Path, text: str, user: str | None = None) -> Folder:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "verbs.csv").write_text(text, encoding="utf-8")
    if user is not None:
        (tmp_path / "user").mkdir()
        (tmp_path / "user" / "verbs.csv").write_text(user, encoding="utf-8")
    return Folder("quotes", tmp_path / "ours", tmp_path / "user")


def test_a_row_is_typed_and_named(tmp_path: Path) -> None:
    (row,) = folder(tmp_path, HEADER + 'deny,denies,clause|object,0.5,true,"He denied it, twice."\n').rows(
        "verbs.csv", Cue
    )
    assert row == Cue(
        lemma="deny", stance="denies", frames=("clause", "object"), weight=0.5, open=True,
        example="He denied it, twice.", rule="quotes/verbs.csv:deny",
    )  # fmt: skip


def test_an_empty_cell_takes_the_default(tmp_path: Path) -> None:
    (row,) = folder(tmp_path, HEADER + "say,,,,,He said so.\n").rows("verbs.csv", Cue)
    assert (row.stance, row.frames, row.weight, row.open) == ("states", (), 1.0, False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEADER + "deny,denny,,,,He denied it.\n", 'quotes/verbs.csv:2: stance "denny"; use states, denies'),
        (
            HEADER + "deny,,clause|verb,,,He denied it.\n",
            'quotes/verbs.csv:2: frames "clause|verb"; use clause, object',
        ),
        (HEADER + "deny,,,much,,He denied it.\n", 'quotes/verbs.csv:2: weight "much"; Expected `float`'),
        (HEADER + "say,,,,,He said so.\nsay,,,,,He says so.\n", 'quotes/verbs.csv:3: "say" stands twice'),
        (HEADER + "say,,,,,\n", 'quotes/verbs.csv:2: "say" has no example'),
        (HEADER + "say,,,He said so.\n", "quotes/verbs.csv:2: 6 columns are expected"),
        (HEADER + "say,,,,,He said, and left.\n", "quotes/verbs.csv:2: 6 columns are expected"),
        ("lemma,stanze,example\n", 'quotes/verbs.csv:1: column "stanze"; the columns are'),
        ("lemma,stance,frames,weight,example\n", 'quotes/verbs.csv:1: column "open"; the columns are'),
        (HEADER + ",,,,,He said so.\n", "the cell is empty"),
    ],
)
def test_a_slip_is_refused_at_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TableError) as refused:
        folder(tmp_path, text).rows("verbs.csv", Cue)
    assert message in str(refused.value)


def test_rows_are_kept_and_read_anew_where_anything_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACT_CACHE", str(tmp_path / "kept"))
    read: list[str] = []
    reader = tables._read
    monkeypatch.setattr(tables, "_read", lambda text, where, row: read.append(text) or reader(text, where, row))
    first, second = (HEADER + f"deny,denies,clause|object,{weight},,He denied it.\n" for weight in (0.5, 0.7))

    class Narrow(Cue, frozen=True, kw_only=True):
        """Another row of the same columns."""

        weight: int = 1

    made = folder(tmp_path, first)
    rows = made.rows("verbs.csv", Cue)
    (file,) = (tmp_path / "kept").iterdir()
    whole = file.read_bytes()
    assert made.rows("verbs.csv", Cue) == rows
    assert read == [first]
    for damaged in (b"", b"garbage", whole[:-1], whole[:20] + b"!" + whole[21:]):
        file.write_bytes(damaged)
        assert made.rows("verbs.csv", Cue) == rows
        assert file.read_bytes() == whole
    assert len(read) == 5
    (tmp_path / "ours" / "verbs.csv").write_text(second, encoding="utf-8")
    (changed,) = Folder("quotes", tmp_path / "ours").rows("verbs.csv", Cue)
    assert changed.weight == 0.7
    with pytest.raises(TableError, match="weight"):
        Folder("quotes", tmp_path / "ours").rows("verbs.csv", Narrow)


def test_of_what_is_kept_the_latest_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACT_CACHE", str(tmp_path))
    for number in range(9):
        kept.keep("table-a", bytes([number]), b"rows")
        kept.keep("table-a-b", b"other", b"rows")
    assert len(list(tmp_path.iterdir())) == kept.MOST + 1
    assert kept.found("table-a", bytes([8])) == b"rows"
    assert kept.found("table-a-b", b"other") == b"rows"
    monkeypatch.setenv("EXTRACT_CACHE", "/dev/null/nowhere")
    kept.keep("table-a", b"more", b"rows")
    assert kept.found("table-a", b"more") is None


def test_a_users_row_replaces_ours_and_others_follow(tmp_path: Path) -> None:
    ours = HEADER + "say,,,,,He said so.\nadd,,,,,She added this.\n"
    both = folder(tmp_path, ours, HEADER + "blurt,,,,,He blurted it.\nsay,denies,,,,He said no.\n")
    rows = both.rows("verbs.csv", Cue)
    assert [(row.lemma, row.stance, row.rule) for row in rows] == [
        ("say", "denies", "rules/quotes/verbs.csv:say"),
        ("add", "states", "quotes/verbs.csv:add"),
        ("blurt", "states", "rules/quotes/verbs.csv:blurt"),
    ]


def test_a_users_unknown_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "verb.csv").write_text(HEADER, encoding="utf-8")
    with pytest.raises(TableError, match=r"no table verb\.csv in quotes; there are: verbs\.csv"):
        folder(tmp_path, HEADER)


def test_a_folder_survives_disk_and_pickle(tmp_path: Path) -> None:
    both = folder(tmp_path, HEADER + "say,,,,,He said so.\n", HEADER + "blurt,,,,,He blurted it.\n")
    both.to_disk(tmp_path / "saved")
    for copy in (Folder.from_disk("quotes", tmp_path / "saved"), pickle.loads(pickle.dumps(both))):
        assert copy.rows("verbs.csv", Cue) == both.rows("verbs.csv", Cue)


@pytest.mark.parametrize("path", tables_of(locate.models()), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_table_of_ours_is_clean(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert "\r" not in text, "line ends are \\n"
    assert text.endswith("\n")
    rows = list(csv.DictReader(text.splitlines()))
    assert all(row["example"] and row["example"] == row["example"].strip() for row in rows)
    assert all(cell is not None and cell == cell.strip() for row in rows for cell in row.values())
