"""The noun of a clause that leaves out its verb: "Wool rose 3% and hemp 2%", "with Norland Air down 5.5%"."""

from spacy.tokens import Doc

from extractor.pipes.figures.elision import PLAIN, Told
from extractor.pipes.figures.phrases import NOMINAL, Phrase
from extractor.pipes.figures.place import Seen

MINUTE = 3
"""Tokens before a figure in a clause without a verb: "with Kestrel off"."""
LEADING = frozenset({"by", "at", "to", "between"})
"""Words between the noun of a clause without a verb and its figure."""
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART"})
LONGEST = 12
"""Tokens between two figures of which the second has a clause of its own."""


def absolute(seen: Seen, particles: frozenset[str]) -> Phrase | None:
    """The noun of a clause without a verb behind "with": "with Norland Air down 5.5%"."""
    doc, stop = seen.place.first.doc, seen.place.first.i
    while stop > 0 and doc[stop - 1].idx >= seen.hedged.start:
        stop -= 1
    if stop < MINUTE or doc[stop - 1].lower_ not in particles or seen.measure.kind in PLAIN:
        return None
    first = stop - 1
    while first > 0 and doc[first - 1].pos_ in NAMING:
        first -= 1
    if first == stop - 1 or first == 0 or doc[first - 1].lower_ != "with" or doc[stop - 2].pos_ not in NOMINAL:
        return None
    while doc[first].pos_ == "DET":
        first += 1
    head = doc[stop - 2]
    return Phrase(head, doc[first].idx, head.idx + len(head))


def gapped(before: Told, seen: Seen, particles: frozenset[str]) -> Phrase | None:
    """The noun of a clause that leaves out its verb: "Wool rose 3% and hemp 2%", "with fats between 6% and 7%".

    The noun stands right before the figure, and no verb between the two figures.
    """
    measure, hedged, place, sentence = seen
    same = (before.figure["sentence"], before.figure["unit"]) == (sentence.stretch, measure.unit)
    if measure.kind in PLAIN or not same:
        return None
    doc, begin, stop = place.first.doc, before.place.end.i + 1, place.first.i
    while stop > begin and (doc[stop - 1].idx >= hedged.start or doc[stop - 1].lower_ in LEADING | particles):
        stop -= 1
    if stop - begin > LONGEST or any(token.pos_ in ("VERB", "AUX") for token in doc[begin:stop]):
        return None
    return _name_before(doc, begin, stop)


def _name_before(doc: Doc, begin: int, stop: int) -> Phrase | None:
    """The noun phrase that ends before token `stop` and begins a clause at `begin` or behind a comma or "and"."""
    first = stop
    while first > begin and (doc[first - 1].pos_ in NAMING or doc[first - 1].lower_ in ("and", "of", "&")):
        first -= 1
    while first < stop and (doc[first].pos_ in ("CCONJ", "DET") or doc[first].lower_ == "of"):
        first += 1
    if first == stop or not (first == begin or doc[first - 1].pos_ in ("PUNCT", "CCONJ", "SCONJ", "DET")):
        return None
    head = doc[stop - 1]
    if head.pos_ not in NOMINAL or any(token.ent_type_ in ("DATE", "TIME") for token in doc[first:stop]):
        return None
    return Phrase(head, doc[first].idx, head.idx + len(head))
