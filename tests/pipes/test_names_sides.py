"""Rows of results are read by their shape: who stands in them are teams, unless they are people."""

import pytest

from extractor import Article
from extractor.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("Football results: Luton 1 Rotherham 0\nMillwall 2 Burnley 1\nQueen's Park 0 York 1\n", 6),
        ("Soccer standings, National League: Arvela 4 3 1 0 10, Poruba 4 2 1 1 5, Karvina (B) 4 0 1 3 1.", 3),
        ("Golf scores in the final round of the season: 275 Ruth Calder 69 71 71 64 276 Ann Stone 70 68 71 67", 0),
        ("The council voted 52-48. Erie 12 Kent 14 Lake 9 voted for it.", 0),
    ],
)
def test_rows_of_results(loaded: Extractor, text: str, teams: int) -> None:
    found = loaded.record(Article(text=text)).organizations
    assert sum(one.kind == "team" for one in found) == teams, [one.name for one in found]
