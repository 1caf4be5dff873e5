"""What all tests share: one loaded extractor, and how much is tried where there is no end of cases."""

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("tests.examples", "tests.gold", "tests.command")

import extractor  # noqa: E402 - what is imported before is not rewritten
from extractor.pipeline import Extractor  # noqa: E402
from tests import forked  # noqa: E402
from tests.thorough import SLOW  # noqa: E402

settings.register_profile(
    "suite",
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile("slow", settings.get_profile("suite"), max_examples=1500, derandomize=False)
settings.load_profile("slow" if SLOW else "suite")


LONGEST = (
    "rows",
    "performance",
    "sentences",
    "browser",
    "places",
    "faults",
    "growth",
    "dates",
    "docs",
    "link",
    "batch",
)
"""The files that take longest, begun first, so that two workers end together; a file is one worker's."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the longest files in front."""
    rank = {f"test_{name}": number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(rank)))


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The PATH of a shell that runs the command often."""
    return forked.commands(tmp_path_factory.mktemp("programs") / "bin")


@pytest.fixture(scope="session")
def loaded() -> Extractor:
    """The default pipeline, loaded once; an error in a component is one in the test."""
    made = extractor.load()
    made.strict = True
    return made
