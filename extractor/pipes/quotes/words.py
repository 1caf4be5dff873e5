"""The reports of verbs and nouns whose content stands outside marked sentences: the parse says what they govern."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import trace
from extractor.pipes.quotes import content, cues, cuts, grounds, headlines, mentions, options, speaker
from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.options import Option, Ruled
from extractor.pipes.quotes.page import Mention, Page, Report, mark_at, marks_in, sentence_of, token_from
from extractor.pipes.quotes.rows import Noun, Verb
from extractor.pipes.quotes.weights import told


def find(page: Page, known: set[int]) -> Iterator[Report]:
    """The reports of all words of the tables, but for the cues that are known."""
    waiting: Report | None = None
    for cue in cues_of(page, known):
        report = _report(page, cue)
        if report is None or report.cue is None:
            continue
        if waiting is not None and waiting.cue and waiting.cue[0] < report.cue[0]:
            yield waiting  # the first half of "went on to say" is no cue
        waiting = report
    if waiting is not None:
        yield waiting


def cues_of(page: Page, known: set[int]) -> Iterator[Cue]:
    """The cues of all words of the tables, in order, but for those that are known."""
    for token in cues.candidates(page):
        row = None if token.i in known else _row(page, token)
        if row is not None:
            yield cues.read(page, token, row)


def _row(page: Page, token: Token) -> Verb | Noun | None:
    if token.pos_ in {"VERB", "AUX"}:
        is_none = any(tells(page, token) for tells in (_is_participle, _only_quotes, _is_idiom, _aims))
        return None if is_none else cues.verb_row(page, token)
    if token.pos_ != "NOUN" or _is_occasion(page, token):
        return None
    return page.lexicon.nouns.get(token.lemma_.lower())


def _is_idiom(page: Page, verb: Token) -> bool:
    """`find out who did this`, `claimed nine lives`, `undertakes no obligation`: nobody says anything."""
    lemma = page.lexicon.forms.get(verb.lower_) or verb.lemma_.lower()
    if lemma not in page.lexicon.idiomatic:
        return False
    words = (word for child in verb.rights for one in (child, *_counted(child)) for word in (one.lower_, one.lemma_))
    return any((lemma, word.lower()) in page.lexicon.idioms for word in words)


def _counted(noun: Token) -> list[Token]:
    """`thousands of lives`: what a quantity is of."""
    links = [link for link in noun.rights if link.lower_ == "of"] if noun.tag_ == "NNS" else []
    return [one for link in links for one in link.rights]


def _aims(page: Page, verb: Token) -> bool:
    """`wants to find out who did this`: the aim of a search, and no words."""
    return any(child.dep_ == "xcomp" and _is_idiom(page, child) for child in verb.rights)


def _only_quotes(page: Page, verb: Token) -> bool:
    """`quoted Ed Finch as saying`: what is said hangs on the second verb, and that is the cue."""
    links = (link for link in verb.rights if link.lower_ == "as" and link.i <= verb.i + NEAR)
    saying = (child for link in links for child in (*link.rights, link.head) if child.tag_ == "VBG")
    return any(speaker.quoting_verb(page, child) is not None for child in saying)


def _is_occasion(page: Page, noun: Token) -> bool:
    """`said in a statement on Monday that ...`: the noun belongs to the verb of saying."""
    if noun.dep_ != "pobj" or noun.lemma_.lower() not in page.lexicon.occasions:
        return False
    verb = noun.head.head
    return verb.pos_ == "VERB" and verb.i < noun.i and cues.verb_row(page, verb) is not None


NEAR = 12
"""Words from "quoted" to "as saying", at most."""


class Proposal(NamedTuple):
    """A cue with the contents that it may have, and who speaks; `rule` is what the rules cut."""

    cue: Cue
    options: list[Option]
    rule: Ruled | None
    speaker: tuple[Mention | None, str | None]


def propose(page: Page, cue: Cue) -> Proposal | None:
    """What a cue may report; None where it governs nothing."""
    who = _speaker(page, cue)
    refused = _refusal(page, cue, *who)
    if refused is not None:
        _note_dropped(page, cue, refused)
        return None
    governed = content.governed_by(cue)
    rule = options.ruled(page, cue, governed)
    found = options.of_cue(page, cue, rule, governed)
    if found:
        return Proposal(cue, found, rule, who)
    governs = ", ".join(sorted({one.frame for one in governed})) or "nothing"
    _note_dropped(page, cue, f"propose, governs {governs}, its row takes {', '.join(cue.row.frames)}")
    return None


def _refusal(page: Page, cue: Cue, who: Mention | None, why: str | None) -> str | None:
    """The step that says that a cue reports nothing, whatever it governs; None where none does."""
    if _is_binding(page, cue, who):
        return "_is_binding"
    if cue.row.needs == "hearer" and not _hears(page, who):
        return "_hears"
    behind = sentence_of(page, cue.start)[1]
    if who is None and not len(marks_in(page, cue.end, behind)) and _is_nobody(page, cue, why, is_marked=False):
        return "_is_nobody"
    return None


def _note_dropped(page: Page, cue: Cue, step: str) -> None:
    """Note for `extract trace` that a cue reports nothing, and the step or the frames that say so."""
    trace.note(page.doc, "quotes", (cue.start, cue.end), f"quotes/words: {step}", outcome=None, row=cue.row.rule)


def _report(page: Page, cue: Cue) -> Report | None:
    """The report of a cue; None where nothing is said or nobody says it."""
    proposal = propose(page, cue)
    if proposal is None:
        return None
    best = max(proposal.options, key=lambda option: option.weight)
    who, why = proposal.speaker
    is_marked = any(marks_in(page, *span) for span in best.spans)
    if who is None and _is_nobody(page, cue, why, is_marked=is_marked):
        _note_dropped(page, cue, "_is_nobody")
        return None
    if who is not None and best.frame == "object" and not is_marked and headlines.is_told_by_nobody(page, who):
        _note_dropped(page, cue, "_report, an object in a headline that nobody tells")
        return None
    for_it = grounds.weigh(page, cue, best, proposal.speaker, by_rule=proposal.rule is not None)
    if trace.is_traced(page.doc):
        _note(page, proposal, best, for_it)
    if for_it <= 0:
        return None
    who = mentions.without(page, who, (*best.spans, (cue.start, cue.end)))
    spans = best.spans if who is not None else cuts.with_subject(page, cue, best.frame, best.spans)
    clause = cuts.clause_of(cue) if proposal.rule is None else proposal.rule.clause
    row = cue.row
    return Report(spans, (cue.start, cue.end), row.lemma, cue.stance, who, why, row.rule, cue.token.i, clause)


def _note(page: Page, proposal: Proposal, best: Option, for_it: float) -> None:
    """What `extract trace` shows: the content chosen and the next best, what was weighed, whether it is a report."""
    cue, weights = proposal.cue, page.lexicon.weights
    others = sorted((one for one in proposal.options if one is not best), key=lambda one: -one.weight)
    names = grounds.names_of(page, cue, best, proposal.speaker, by_rule=proposal.rule is not None)
    weighed = told(weights.content, best.names)
    weighed |= {f"report: {name}": weight for name, weight in told(weights.report, names).items()}
    shown = [" … ".join(page.text[start:end] for start, end in one.spans) for one in (best, *others[:1])]
    trace.note(
        page.doc,
        "quotes",
        (cue.start, cue.end),
        f"quotes/options: of_cue, as {best.frame}, for a report {for_it:+.2f}",
        outcome=shown[0] if for_it > 0 else None,
        row=cue.row.rule,
        runner_up=shown[1] if others else None,
        weights=weighed,
    )


def _speaker(page: Page, cue: Cue) -> tuple[Mention | None, str | None]:
    if isinstance(cue.row, Noun):
        return speaker.of_noun(page, cue.token)
    found, why = speaker.of_verb(page, cue.token, passive=cue.passive)
    if found is not None and mark_at(page, found.start) is not None:
        return None, "subject in marks"  # `"They can go," Lee said, going on to say ...`: not "they"
    if _is_told(page, cue, found):
        return None, "passive"
    return found, why


def _is_told(page: Page, cue: Cue, who: Mention | None) -> bool:
    """`Dam builders ignored cracks, inquiry told`: a headline whose hearer is told."""
    if "addressee" not in cue.row.frames or cue.token.tag_ not in {"VBD", "VBN"} or not _hears(page, who):
        return False
    words = page.text[who.start : who.end].split() if who is not None else []
    return len(words) == 1 and words[0].islower() and not any(one.dep_ == "dobj" for one in cue.token.rights)


def _is_nobody(page: Page, cue: Cue, why: str | None, *, is_marked: bool) -> bool:
    """Whether no act of reporting is meant, though a reporting word stands there without a speaker."""
    if isinstance(cue.row, Noun):
        return not is_marked  # "questions about the budget" are nobody's
    if why == "passive":
        return _is_done_by_nobody(page, cue, is_marked=is_marked)
    # "it is safe to say that", "say it is so"
    return why == "impersonal" or (why == "no subject" and cue.token.tag_ == "VB" and cue.token.dep_ == "ROOT")


def _is_done_by_nobody(page: Page, cue: Cue, *, is_marked: bool) -> bool:
    """A passive that tells of no report: `Berg is expected to win`, `may be asked to disclose the rent`."""
    token, possible = cue.token, page.lexicon.small["possible"]
    if not is_marked and (cue.row.needs == "marks" or any(left.lower_ in possible for left in token.lefts)):
        return True
    # "Money dries," she said when asked about the offer
    return token.dep_ in {"advcl", "relcl"} and any(one.tag_ == "WRB" for one in token.lefts)


def _is_binding(page: Page, cue: Cue, who: Mention | None) -> bool:
    """`By signing up, you agree to our Terms of Use`: nobody reports what his reader promises."""
    if who is None or cue.row.stance != "promises" or cue.token.tag_ not in {"VBP", "VB"}:
        return False
    return page.text[who.start : who.end].lower() in page.lexicon.small["reader"]


def _hears(page: Page, who: Mention | None) -> bool:
    """`the court heard`, and not `the neighbours heard`."""
    if who is None or who.type == "pronoun":
        return False
    words = page.doc[token_from(page, who.start) : token_from(page, who.end)]
    return any(word.lower_ in page.lexicon.hearers or word.lemma_.lower() in page.lexicon.hearers for word in words)


def _is_participle(_: Page, token: Token) -> bool:
    """`a website called "Town Square"`, `the so-called reform`: nobody speaks there."""
    if token.tag_ != "VBN" or token.dep_ not in {"acl", "amod", "compound"}:
        return False
    return not any(child.dep_ == "agent" for child in token.children)
