"""Whether a cue with its content reports: what speaks for and against it, as names whose weights a table holds."""

from collections.abc import Iterator

from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.options import Option
from extractor.pipes.quotes.page import Mention, Page, marks_in, sentence_of, token_from
from extractor.pipes.quotes.rows import Noun
from extractor.pipes.quotes.weights import odds, together, total

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
REACH = 25
LENGTHS = ((1, "one word"), (3, "two or three words"), (7, "up to seven words"), (15, "up to fifteen words"))


def weigh(page: Page, cue: Cue, option: Option, speaker: tuple[Mention | None, str | None], *, by_rule: bool) -> float:
    """The sum for and against a report, above nought where it is one."""
    weights = page.lexicon.weights
    names = names_of(page, cue, option, speaker, by_rule=by_rule)
    rate = odds(weights.rates, rate_key(cue), option.frame)
    return total(weights.report, names) + together(weights.report_pairs, names) + weights.report.get("rate", 1.0) * rate


def rate_key(cue: Cue) -> str:
    """What a word is called in the table of rates: a noun and a verb may be the same word."""
    return f"{cue.row.lemma} (noun)" if isinstance(cue.row, Noun) else cue.row.lemma


def names_of(
    page: Page, cue: Cue, option: Option, speaker: tuple[Mention | None, str | None], *, by_rule: bool
) -> list[str]:
    """The circumstances of a report."""
    return [
        "always",
        "the rules find content" if by_rule else "the rules find none",
        *_of_cue(page, cue),
        *_of_speaker(page, cue, *speaker),
        *_of_content(page, cue, option),
    ]


def _of_cue(page: Page, cue: Cue) -> Iterator[str]:
    token = cue.token
    yield f"cue is {token.dep_}"
    if isinstance(cue.row, Noun):
        yield "a noun"
        return
    yield f"cue form {token.tag_}"
    for child in token.lefts:
        if child.dep_ == "neg":
            yield "not"
        elif child.tag_ in {"MD", "TO"} or child.dep_ == "mark":
            yield f"{child.lower_} before the cue"
    if page.text[sentence_of(page, cue.start)[1] - 1] == "?":
        yield "in a question"


def _of_speaker(page: Page, cue: Cue, who: Mention | None, why: str | None) -> Iterator[str]:
    if who is None:
        yield f"no speaker: {why}"
        return
    yield f"speaker is a {who.type}"
    words = page.text[who.start : who.end].lower().split()
    if who.type == "pronoun" or (words and page.doc[token_from(page, who.start)].pos_ == "DET"):
        yield f"speaker begins with {words[0]}"
    last = page.doc[max(0, token_from(page, who.end) - 1)]
    if last.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "PERCENT"}:
        yield f"speaker is {last.ent_type_}"
    if cue.row.needs == "marks":
        yield f"a verb of thinking, speaker is a {who.type}"


def _of_content(page: Page, cue: Cue, option: Option) -> Iterator[str]:
    start, end = option.spans[-1]
    first, last = token_from(page, start), token_from(page, end)
    count = sum(token_from(page, high) - token_from(page, low) for low, high in option.spans)
    length = next((name for most, name in LENGTHS if count <= most), "more words")
    noun = "noun with " if isinstance(cue.row, Noun) else ""
    yield f"{noun}{option.frame}"
    yield length
    yield f"{option.frame} of {length}"
    if any(len(marks_in(page, *span)) for span in option.spans):
        yield "marked, of a verb of thinking" if cue.row.needs == "marks" else f"marked {option.frame}"
    elif cue.row.needs == "marks":
        yield "a verb of thinking without marks"
        yield f"{option.frame} of a verb of thinking"
    if not any(word.tag_ in FINITE for word in page.doc[first : min(last, first + REACH)]):
        yield "no finite verb"
    if first < len(page.doc) and page.doc[first].pos_ != "NUM":
        yield f"begins with {page.doc[first].pos_}"
