"""What all tests share: one loaded extractor."""

import pytest

import extractor
from extractor.pipeline import Extractor


@pytest.fixture(scope="session")
def loaded() -> Extractor:
    """The default pipeline, loaded once; an error in a component is one in the test."""
    made = extractor.load()
    made.strict = True
    return made
