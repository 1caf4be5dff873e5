"""Gives marked sentences to the reporting clause beside them, with its speaker.

One verb may have several marked stretches, before it and behind it, and paragraphs that were opened and not closed.
"""

from spacy.tokens import Token

from extractor.pipes.quotes import beside as sides
from extractor.pipes.quotes import content, cues, leading, mentions, speaker
from extractor.pipes.quotes.beside import CONTENT, FINITE, Beside
from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.cuts import clause_of
from extractor.pipes.quotes.page import (
    STOPS,
    Mention,
    Page,
    Report,
    end_of,
    mark_at,
    marks_in,
    paragraph_of,
    sentence_of,
    token_from,
    trim,
)
from extractor.pipes.quotes.rows import Noun, Verb

DEEP = 4
"""Verbs from a cue up to the outermost report, at most."""


def find(page: Page) -> tuple[list[Report], set[int]]:
    """The reports of marked sentences, and the indices of the marked stretches that they hold."""
    by_cue: dict[int, list[int]] = {}
    found: dict[int, Beside] = {}
    told: set[int] = set()
    for index in range(len(page.marks)):
        beside = sides.after(page, index) or leading.before(page, index)
        if beside is not None:
            by_cue.setdefault(beside.token.i, []).extend([*_running_into(page, index, told, beside), index])
            told.add(page.marks[index].paragraph)
            found.setdefault(beside.token.i, beside)
    reports: list[Report] = []
    for at, indices in sorted(by_cue.items()):
        report = _report(page, found[at], indices)
        if report is not None:
            reports.append(report)
    return reports, {index for indices in by_cue.values() for index in indices}


def _running_into(page: Page, index: int, told: set[int], beside: Beside) -> list[int]:
    """The stretches before that were opened and not closed, where the cue stands behind the last of them.

    They are paragraphs, or were ones before their breaks were lost. `told` are the paragraphs with a cue of their own:
    what they leave open is theirs, or its closing mark is missing.
    """
    first = index
    while first and beside.after and _runs_into(page, first):
        first -= 1
        mark = page.marks[first]
        if mark.runs_on and mark.paragraph in told:
            return []
    return list(range(first, index))


def _runs_into(page: Page, index: int) -> bool:
    """Whether the stretch before is left open and this one opens at once, in the next paragraph or the same one."""
    mark, before = page.marks[index], page.marks[index - 1]
    if before.runs_on:
        start = page.paragraphs[mark.paragraph][0]
        return mark.start == start and before.paragraph + 1 == mark.paragraph
    is_open = before.inner_end == before.end and before.paragraph == mark.paragraph
    return is_open and page.text[before.end : mark.start].isspace()


def _report(page: Page, beside: Beside, indices: list[int]) -> Report | None:
    """The report of a verb with the marked stretches beside it."""
    token = beside.token
    if token.text == ":":
        return _of_colon(page, token, indices)
    outer = None if beside.after else _outer(page, token)
    inner, token = token, outer or token
    cue = cues.read(page, token, _row(page, token))
    if isinstance(cue.row, Noun):
        found, why = speaker.of_noun(page, token)
    else:
        found, why = speaker.of_verb(page, token, passive=cue.passive)
    if found is not None and mark_at(page, found.start) is not None:
        found, why = None, "no subject"
    if found is None and not isinstance(cue.row, Noun):
        found = _neighbour(page, token, indices[0], after=beside.after)
        why = None if found is not None else why
    spans = [(page.marks[index].start, page.marks[index].end) for index in indices]
    if beside.after:
        spans[0] = (sides.with_fronted(page, indices[0]), spans[0][1])
        spans.extend(_added_clause(page, token))
    else:
        found, subject = _interrupted(page, cue, found, spans[0][0])
        spans[:1] = [*subject, (_led_up(page, cue, spans[0][0]), spans[0][1])]
    if outer is not None:  # `Berg told the court <Holm said: "Leave the key.">`
        while inner.head.i > outer.i:
            inner = inner.head
        spans[0] = (min(inner.left_edge.idx, spans[0][0]), spans[0][1])
    first, last = clause_of(cue)
    return Report(
        spans=tuple(spans),
        cue=(cue.start, cue.end),
        lemma=cue.row.lemma,
        stance=cue.stance,
        speaker=found,
        no_speaker=why,
        rule=cue.row.rule or "quotation marks",
        at=token.i,
        clause=(first, last),
    )


def _row(page: Page, token: Token) -> Verb | Noun:
    """The row of a verb or of a noun that leads to a quotation; any verb may do so."""
    if token.pos_ == "NOUN" and token.lemma_.lower() in page.lexicon.nouns:
        return page.lexicon.nouns[token.lemma_.lower()]
    row = cues.verb_row(page, token)
    return row or Verb(lemma=token.lemma_.lower(), frames=(), stance="states", example="-")


def _outer(page: Page, verb: Token) -> Token | None:
    """The outermost reporting verb whose clause the verb stands in, where that clause begins behind it.

    `Berg told the court Holm said: "..."`, `Berg said he recalled thinking, "..."`.
    """
    found: Token | None = None
    for _ in range(DEEP):
        head = verb.head
        if verb.dep_ not in CONTENT or head.i >= verb.left_edge.i or mark_at(page, head.idx) is not None:
            break
        row = cues.verb_row(page, head) if head.pos_ == "VERB" else None
        has_subject = any(child.dep_ == "nsubj" for child in verb.lefts)
        if row is not None and "clause" in row.frames and row.needs != "marks" and has_subject and verb.dep_ == "ccomp":
            found = head
        verb = head
    return found


def _led_up(page: Page, cue: Cue, start: int) -> int:
    """Where the content begins before its marks: `She said <there was one reason: "We had no money.">`"""
    found = content.of_cue(page, cue)
    if found is None:
        return start
    first, end = found[0][0]
    between = page.text[end:start] if end <= start else ""
    words = page.doc[token_from(page, first) : token_from(page, start)]
    is_clause = any(word.tag_ in FINITE and word.dep_ != "relcl" for word in words)
    return first if cue.end <= first < start and is_clause and len(between.split()) < 3 else start


def _interrupted(page: Page, cue: Cue, who: Mention | None, start: int) -> tuple[Mention | None, list[tuple[int, int]]]:
    """`<The ministry>, she says, <"counts visitors and forgets bats.">`: who says it, and the subject before both."""
    if not leading.is_predicate(page, start):
        return who, []
    who = _parted(page, cue, who)
    clause = clause_of(cue)
    if who is not None and clause[0] < who.start < cue.start:  # the parser gives the verb both subjects
        clause = who.start, clause[1]
    low = max(sentence_of(page, cue.start)[0], paragraph_of(page, cue.start)[0])
    before, between = page.text[low : clause[0]].rstrip(), page.text[clause[1] : start].strip()
    words = page.doc[token_from(page, low) : token_from(page, clause[0])]
    is_whole = any(word.tag_ in FINITE and word.dep_ in {"ROOT", "conj"} for word in words)
    is_set_in = before.endswith(",") and between.endswith(",")
    held = is_set_in and not is_whole and not len(marks_in(page, low, clause[0]))
    return who, [trim(page, low, clause[0])] if held else []


def _parted(page: Page, cue: Cue, who: Mention | None) -> Mention | None:
    """`The judge, Ann Berg told reporters, "got it wrong."`: without a second comma she is no judge, but tells it."""
    if who is None or who.end >= cue.start or page.text[who.end] == ",":
        return who
    comma = page.text.rfind(", ", who.start, who.end)
    is_named = page.doc[token_from(page, who.end) - 1].pos_ == "PROPN"
    return Mention(comma + 2, who.end, "name") if comma > 0 and is_named else who


def _added_clause(page: Page, verb: Token) -> list[tuple[int, int]]:
    """`"It is over," he said, that <the mill would close>`: a clause behind the reporter of a quotation."""
    for child in verb.rights:
        first = child.left_edge
        if child.dep_ == "ccomp" and first.lower_ == "that" and first.dep_ == "mark":
            return [trim(page, first.idx + 4, end_of(child.right_edge))]
    return []


def _of_colon(page: Page, colon: Token, indices: list[int]) -> Report | None:
    """The report of a name, a colon and marked sentences."""
    head = page.doc[colon.i - 1]
    while head.dep_ in {"compound", "flat", "conj"} and head.head.i < colon.i and head.head.pos_ == "PROPN":
        head = head.head
    opened = page.lexicon.openers.match(page.text, paragraph_of(page, colon.idx)[0])
    low = colon.idx if opened is None else opened.end()
    while head.dep_ in {"pobj", "appos"} and head.head.dep_ in {"prep", "pobj"}:
        above = head.head if head.dep_ == "appos" else head.head.head  # "From reader Ines Vogt of Bern"
        if above.idx < low or above.i > colon.i:
            break
        head = above
    found = mentions.mention(page, head)
    if found is None:
        return None
    spans = tuple((page.marks[index].start, page.marks[index].end) for index in indices)
    cue = (colon.idx, colon.idx + 1)
    return Report(spans, cue, ":", "states", found, None, "layout:colon", colon.i, (found.start, cue[1]))


def _neighbour(page: Page, token: Token, index: int, *, after: bool) -> Mention | None:
    """The noun phrase at the verb where the parse has no subject: the nearest name, noun or pronoun."""
    doc = page.doc
    first = token_from(page, page.marks[index].end)
    if after and first < token.i and doc[first : token.i].text.strip(" ,"):
        places = range(first, token.i)
    elif after:
        places = range(token.i + 1, min(len(doc), token.i + 4))
    elif token.i and doc[token.i - 1].text == ",":
        places = _from_stop(page, token)  # `Lee, noting the cost of the bridge, said: "..."`
    else:
        places = range(token.i - 1, max(-1, token.i - 6), -1)
    for place in places:
        word = doc[place]
        if word.text in STOPS or mark_at(page, word.idx) is not None:
            return None
        if word.pos_ in {"PROPN", "PRON", "NOUN"} or (word.text[0].isupper() and word.pos_ in {"VERB", "ADJ", "DET"}):
            head = word
            while head.dep_ == "compound" and abs(head.head.i - head.i) < 6:
                head = head.head
            return mentions.mention(page, head)
    return None


def _from_stop(page: Page, token: Token) -> range:
    """The places from the beginning of the sentence to a token."""
    first = token.i
    while first > max(0, token.i - 25) and not page.doc[first].is_sent_start and page.doc[first - 1].text not in STOPS:
        first -= 1
    return range(first, token.i)
