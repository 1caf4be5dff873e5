"""Who gives a figure where only the end of its sentence says so, and no quote reaches back to the figure.

"Copper gained 2.1 percent, zinc was flat and tin fell 0.6 percent, according to Metal Desk.": the last clause is the
quote's content, but the tag is for all. "The pumps started after 9 minutes, the manager, Ana Ruiz, said; no house was
flooded.": a tag in the middle, which the parser hangs anywhere.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np
from spacy.attrs import LEMMA
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from extractor.annotations import FigureFound, QuoteFound, Stretch
from extractor.pipes.attribution.givers import LONGEST, Givers
from extractor.syntax.columns import are_among

ENDS = ("; ", ": ", "“", "”", '"', " – ", " — ")
"""What parts a figure from a tag behind it: the tag is of another clause, or of a quote."""
NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "PRON", "CCONJ", "NUM"})
CLOSING = (".", ",", ";", "")


class Tags:
    """The tags of one article: the quotes whose cue stands behind what they say, and the verbs that can be one."""

    def __init__(self, doc: Doc, quotes: Sequence[QuoteFound], givers: Givers) -> None:
        self._doc, self._givers = doc, givers
        self._quotes = sorted(_trailing(quotes))
        known = np.array(sorted(map(get_string_id, givers.tags())), dtype="uint64")
        self._verbs: list[int] = np.flatnonzero(are_among(doc.to_array(LEMMA), known)).tolist()

    def quote(self, text: str, figure: FigureFound) -> int | None:
        """The quote whose tag ends the sentence of a figure that stands in an earlier clause of it."""
        at = bisect_left(self._quotes, (figure["end"], -1))
        if at == len(self._quotes):
            return None
        start, index = self._quotes[at]
        if start >= figure["sentence"]["end"] or not _joins(text[figure["end"] : start]):
            return None
        return index

    def verb(self, text: str, number: Token, figure: FigureFound) -> tuple[Stretch, str] | None:
        """Who says it in a tag behind the figure, and the row; the words between comma and verb name somebody."""
        at = bisect_left(self._verbs, number.i + 1)
        for index in self._verbs[at : at + 2]:
            verb = self._doc[index]
            if verb.idx >= figure["sentence"]["end"] or not _joins(text[figure["end"] : verb.idx]):
                return None
            row = self._givers.tag(verb)
            if row is None or not _closes(verb):
                continue
            source = self._before(verb, number.i)
            if source is not None:
                return source, row.rule
        return None

    def _before(self, verb: Token, number: int) -> Stretch | None:
        """The words from the comma to the verb, with the name that stands beside them: "a cousin, Luis Pardo,"."""
        first, last = self._named(verb.i, number)
        if last < 0 or self._doc[last].pos_ not in ("NOUN", "PROPN"):
            return None
        head = next(token for token in self._doc[first : last + 1] if token.pos_ in ("NOUN", "PROPN"))
        if not self._givers.can_speak(head) or head.ent_type_ in ("DATE", "TIME", "CARDINAL"):
            return None
        return {"start": self._doc[first].idx, "end": self._doc[last].idx + len(self._doc[last])}

    def _named(self, verb: int, number: int) -> tuple[int, int]:
        """The first and the last token of the words before a verb; -1 where no comma opens them."""
        doc, last = self._doc, verb - 1
        commas = 1
        if doc[last].text == ",":
            last, commas = last - 1, 2
        for at in range(last, max(number, last - LONGEST), -1):
            if doc[at].text == ",":
                commas -= 1
                if not commas:
                    return at + 1, last
            elif doc[at].pos_ not in NAMING:
                break
        return -1, -1


def _trailing(quotes: Sequence[QuoteFound]) -> Iterator[tuple[int, int]]:
    """Where what a quote says begins, for those without marks whose cue stands behind it."""
    for index, quote in enumerate(quotes):
        cue, spans = quote["cue"], quote["spans"]
        if cue is not None and quote["kind"] == "indirect" and spans and spans[-1]["end"] <= cue["start"]:
            yield spans[0]["start"], index


def _joins(between: str) -> bool:
    """Whether a clause behind goes on with what the figure's clause says."""
    return not any(end in between for end in ENDS)


def _closes(verb: Token) -> bool:
    """Whether nothing is said behind a tag's verb but to whom and when: "told local radio", "said on Monday"."""
    doc = verb.doc
    for token in doc[verb.i + 1 : verb.i + 8]:
        if token.text in CLOSING or token.sent_start is True:
            return True
        if token.pos_ in ("VERB", "AUX", "SCONJ") or token.lower_ in ("that", ":"):
            return False
    return bool(verb.i + 8 >= len(doc))
