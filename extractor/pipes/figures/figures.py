"""Makes figures of numbers: the unit, the neighbours, the hedge, and what the sentence says of it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extractor.annotations import (
    DATES,
    NUMBERS,
    PEOPLE,
    FigureFound,
    NumberFound,
    regions_of,
    text_of,
    within,
)
from extractor.annotations.trace import is_traced, note
from extractor.pipes.figures import levels, monies
from extractor.pipes.figures.ages import Aged, as_age
from extractor.pipes.figures.companions import counted_noun
from extractor.pipes.figures.counted import counted_by
from extractor.pipes.figures.draft import Draft, Earlier, begin, figure_of, finish
from extractor.pipes.figures.elision import Told
from extractor.pipes.figures.hedges import Hedged
from extractor.pipes.figures.knowledge import Knowledge
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.phrases import object_of
from extractor.pipes.figures.place import Place, Seen, Tokens
from extractor.pipes.figures.settle import Settled
from extractor.pipes.figures.times import Times
from extractor.pipes.figures.whose import Ages

NOT_TEXT = ("furniture", "byline", "header", "dateline")
WORDLESS = frozenset({"zero", "pair", "manifold"})


def figures(doc: Doc, known: Knowledge) -> list[FigureFound]:
    """The article's figures, in order."""
    page = _Page(doc, known)
    for measure in _measures(page.text, NUMBERS.of(doc), known, page.tokens, page.times):
        page.read(measure)
    found = [item for item in page.found if page.times.allows(item.figure)]
    singles = known.singles.found(doc, page.tokens, known, [item.figure for item in found], page.skipped)
    found += [item for item in singles if page.times.allows(item.figure)]  # "a recently resigned councillor was shot"
    settled = known.settling.settled(page.text, sorted(found, key=lambda item: item.figure["start"]))
    _with_companions(doc, settled, page.tokens, known)
    return settled


def _with_companions(doc: Doc, found: Sequence[FigureFound], tokens: Tokens, known: Knowledge) -> None:
    """Notes beside each count of people in a role who shares it without being counted."""
    ordinals = {number["start"]: int(number["value"] or 0) for number in NUMBERS.of(doc) if number["kind"] == "ordinal"}
    nouns = {
        counted_noun(tokens.at(figure["end"] - 1)).i: figure for figure in found if figure["role"] and figure["value"]
    }
    for at, figure in nouns.items():
        beside = known.companions.beside(doc[at], nouns, ordinals)
        if beside:
            figure["beside"] = beside


class _Page:
    """An article while its numbers are read, one after the other: each may leave out what those before it say."""

    def __init__(self, doc: Doc, known: Knowledge) -> None:
        self._doc, self._known = doc, known
        self.text, self._ages = text_of(doc), Ages(PEOPLE.of(doc), known.lives.around)
        self.skipped = regions_of(doc, *NOT_TEXT)
        self.tokens = Tokens(doc, self.text)
        self.times = Times(self.text, DATES.of(doc), self.skipped, known.units, known.clock)
        self.found: list[Settled] = []
        self._earlier = Earlier()

    def read(self, measure: Measure) -> None:
        """The figure of a measure, if it is one, behind those found before."""
        text, known = self.text, self._known
        place = self.tokens.place(measure)
        if measure.number == "multiple" and not _multiplies(measure, place):
            return
        age = known.lives.aged(text, measure, place, self._ages)
        seen = _seen(text, measure, place, self.tokens, known)
        if age is None and _excluded(text, seen, known):
            return
        draft = _draft(text, seen, known, self._earlier, self.found)
        figure, draft = self._figure(draft, age)
        if not _counts(figure, measure, place):
            return
        levels.levels(text, [item.figure for item in self.found[-1:]], figure)
        self.found.append(Settled(figure, draft.role.settled if draft.role else ""))
        before = Told(figure, place, draft.noun, draft.role)
        counts = figure["kind"] == "count" and draft.noun is not None
        self._earlier = Earlier(before, before if counts else self._earlier.counted)
        _note(self._doc, figure, age, draft)

    def _figure(self, draft: Draft, age: Aged | None) -> tuple[FigureFound, Draft]:
        """The figure that a draft has come to, as an age where it is one, and what the draft is then."""
        figure = figure_of(draft)
        if draft.noun is not None and draft.named is None and within(self.skipped, draft.noun.start):
            figure["noun"] = None  # the town of the dateline is what nothing is measured of
        if age is not None:
            return as_age(figure, age.person), draft._replace(role=None)
        if draft.measure.kind == "age":
            figure["person"] = self._ages.whose(self.text, figure["start"], figure["end"], draft.seen.place.root)
        return figure, draft


def _note(doc: Doc, figure: FigureFound, age: Aged | None, draft: Draft) -> None:
    """Keep why the figure has its role, or is an age, where somebody asked."""
    if not is_traced(doc):
        return
    step = f"figures/ages: {age.step}" if age else "figures/draft: finish"
    if draft.role is not None:
        step = f"figures/roles: {draft.role.step}" if draft.role.step else "figures/elision: role"
    outcome = f"{figure['kind']}, role {figure['role']}, of {figure['noun']}"
    note(doc, "figures", (figure["start"], figure["end"]), step, outcome=outcome, row=figure["rule"])


def _seen(text: str, measure: Measure, place: Place, tokens: Tokens, known: Knowledge) -> Seen:
    """The measure with its hedges, its tokens and its sentence."""
    hedged = known.hedges.hedged(text, measure.start, measure.end)
    if measure.kind == "score":
        hedged = Hedged(measure.start, measure.end, "=", None)  # "The bill passed 51 to 49"
    if hedged.start < measure.first and _is_preposition(text, hedged, measure, tokens):
        hedged = known.hedges.hedged(text, measure.start, measure.end, before=False)
    return Seen(measure, hedged, place, tokens.sentence(measure.first))


def _is_preposition(text: str, hedged: Hedged, measure: Measure, tokens: Tokens) -> bool:
    """Whether what looks like a hedge governs a noun behind the number: "jailed over a three-year plot"."""
    hedge = tokens.at(hedged.start)
    if hedge.pos_ != "ADP" or "-" not in text[measure.last : measure.end + 1]:
        return False
    noun = object_of(hedge)
    apart = noun is not None and noun.idx >= measure.end and tokens.at(measure.first).i - hedge.i > 1
    return apart and hedge.dep_ == "prep"


def _excluded(text: str, seen: Seen, known: Knowledge) -> bool:
    hedged = seen.hedged.rule is not None
    return known.exclusions.excluded(text, seen.measure, seen.place.first, seen.place.last, hedged=hedged)


def _draft(text: str, seen: Seen, known: Knowledge, earlier: Earlier, found: Sequence[Settled]) -> Draft:
    """What the number says by itself, and in a sentence that can be one all that the parse says of it."""
    measure = seen.measure
    if found and measure.unit is None and measure.kind == "count":
        told = [item.figure for item in found[-levels.LOOKBACK :]]
        full = monies.unit(text, told, seen, known.units.monies) or levels.unit(text, told, measure, seen.sentence)
        seen = seen._replace(measure=full) if full and _is_level(text, measure, seen.place, known) else seen
    draft = begin(text, seen, earlier)
    return finish(draft, known) if seen.sentence.parsed else draft


def _measures(
    text: str, numbers: Sequence[NumberFound], known: Knowledge, tokens: Tokens, times: Times
) -> Iterator[Measure]:
    """Numbers with units, joined, without those that stand in furniture or belong to a date."""
    found: list[Measure] = []
    for number in numbers:
        if times.holds(number["start"], number["end"]):
            continue
        if number["kind"] != "ordinal":
            measure = known.units.measure(text, number, times.after(number["end"]))
            found.append(known.multiples.compared(text, measure))
        elif rank := known.multiples.rank(text, number) or known.multiples.every(text, number):
            found.append(rank)
    words = (*known.roles.pronouns(text), *known.multiples.verbs(text), *known.spans.found(text))
    found += [word for word in words if not times.holds(word.start, word.end)]
    found.sort(key=lambda measure: measure.start)
    for measure in known.ranges.join(text, found, lambda char: known.trends.changes(tokens.at(char))):
        yield known.units.aging.ranging(text, times.lasting(text, measure, known.units))


def _multiplies(measure: Measure, place: Place) -> bool:
    """Whether "doubled" is the verb; "double digits" and the tennis player's doubles are not."""
    return (
        place.first.pos_ == "VERB"
        or measure.first != measure.start
        or place.first.lower_.endswith(("ed", "ing", "fold", "twice"))
    )


def _is_level(text: str, measure: Measure, place: Place, known: Knowledge) -> bool:
    """Whether a bare number can be a level at all: it counts no noun of its own."""
    return (
        counted_by(place.first, place.end, known.nouns.more, singular=False) is None
        or text[measure.end : measure.end + 1] in ".,;"
    )


def _counts(figure: FigureFound, measure: Measure, place: Place) -> bool:
    """Whether a bare "one" or a zero counts something: "one soldier died", not "one wonders", "nobody sang"."""
    if measure.number in WORDLESS:
        return figure["role"] is not None
    if measure.value != 1 or place.first.lower_ != "one" or figure["kind"] != "count":
        return True
    following = place.end.i + 1
    among = following < len(place.end.doc) and place.end.doc[following].lower_ == "of"  # "runs one of the shelters"
    if among and place.root.dep_ == "attr":
        return False  # "she was one of six people who were wounded"
    return figure["role"] is not None or not (figure["noun"] is None or (among and figure["bound"] == "="))
