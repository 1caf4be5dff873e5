"""What all tests share: one loaded extractor."""

import pytest

import extractor
from extractor.pipeline import Extractor


@pytest.fixture(scope="session")
def loaded() -> Extractor:
    """The default pipeline, loaded once."""
    return extractor.load()
