"""How thorough the tests are: in the suite a share of the cases of what takes minutes, with `SLOW=1` all of them.

`just slow` and `.ci/run slow` set it; the marker `slow` names the tests to which it makes a difference.
"""

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest

SLOW = "SLOW" in os.environ


CASE = TypeVar("CASE")
TEST = TypeVar("TEST", bound=Callable[..., None])


def only_slow(test: TEST) -> TEST:
    """Marks a test that the suite leaves out."""
    skipped: TEST = pytest.mark.skipif(not SLOW, reason="takes minutes: just slow runs it")(test)
    return pytest.mark.slow(skipped)


def some(cases: Sequence[CASE], *, of: int, part: int = 0) -> Sequence[CASE]:
    """Every so-manieth case, the same each time; all of them with `SLOW=1`."""
    return cases if SLOW else cases[part::of]
