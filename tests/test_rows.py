"""The rows of all tables: each row's example says what the row does, and the component does it.

Rows of one table share a test, a hundred at a time; one that fails is named by its table and first cell. Tables that
are read otherwise have their tests in `tests/pipes/test_COMPONENT.py` and `tests/test_normalization.py`.
"""

import pytest

from extractor.pipeline import Extractor
from tests import examples

SHARED = 100
ELSEWHERE = {"places", "structure"}
"""Components whose own tests run their rows."""


def parts() -> list[tuple[str, str, int]]:
    """(component, table, first row) of every test."""
    return [
        (component, table, start)
        for component in sorted(examples.COMPONENTS - ELSEWHERE - {"speakers"})
        for table in examples.tables(component)
        for start in range(0, len(examples.rows_of(component, table)), SHARED)
    ]


def name(component: str, table: str, start: int) -> str:
    """What a part is called where it fails, and to `-k`."""
    return f"{component}:{table}:{start + 2}"


@pytest.mark.rows
@pytest.mark.parametrize(("component", "table", "start"), [pytest.param(*each, id=name(*each)) for each in parts()])
def test_rows_do_what_their_examples_show(loaded: Extractor, component: str, table: str, start: int) -> None:
    examples.check_rows(loaded, component, examples.rows_of(component, table)[start : start + SHARED])


def test_a_row_that_fails_is_named(loaded: Extractor) -> None:
    rows = [("units.csv:boat", "[20](value=20) boats sank."), ("units.csv:ship", "[20](value=21) ships sank.")]
    with pytest.raises(AssertionError, match=r"\Aunits\.csv:ship: '20' of '20 ships sank\.'"):
        examples.check_rows(loaded, "figures", rows)
