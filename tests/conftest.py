"""What all tests share: one loaded extractor."""

import pytest

pytest.register_assert_rewrite("tests.examples", "tests.gold", "tests.command")

import extractor  # noqa: E402 - what is imported before is not rewritten
from extractor.pipeline import Extractor  # noqa: E402


@pytest.fixture(scope="session")
def loaded() -> Extractor:
    """The default pipeline, loaded once; an error in a component is one in the test."""
    made = extractor.load()
    made.strict = True
    return made
