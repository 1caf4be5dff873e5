"""The currency that a great number leaves out: "from 3.1 billion euros to 2.7 billion".

Only millions and more are read so: what counts nothing of its own and stands near an amount of money is money.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from extractor.annotations import FigureFound
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.place import Seen

LEAST = 10**6
REACH = 200
"""Characters from an amount to one that leaves out its currency."""
FURTHER = re.compile(r"\b(?:another|a\sfurther|of\swhich|of\sthat,)\s(?:about\s|some\s)?\Z", re.IGNORECASE)
"""Before an amount that its clause is about: "Another 200 million is frozen"; "About 1.5 million were sold" is none."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def unit(text: str, told: Sequence[FigureFound], seen: Seen, monies: frozenset[str]) -> Measure | None:
    """A bare number of millions with the currency of an amount before it; `monies` are the names of currencies."""
    measure, hedged, place, sentence = seen
    if measure.scale < LEAST or measure.number in ("vague", "fraction"):
        return None
    if _is_subject(place.root) and not FURTHER.search(text, max(0, hedged.start - 24), hedged.start):
        return None
    for figure in reversed(told):
        if measure.start - figure["end"] > REACH and figure["sentence"] != sentence.stretch:
            return None
        currency = (figure["unit"] or "").partition(" per ")[0]
        if currency in monies:
            return measure._replace(kind="money", unit=currency, rule=figure["rule"])
        if figure["kind"] == "count" and max(figure["value"] or 0, figure["high"] or 0) >= LEAST:
            return None  # "4 million voters ... and 3.5 million"
    return None


def _is_subject(root: Token) -> bool:
    return root.dep_ in SUBJECTS
