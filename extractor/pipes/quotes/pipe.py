"""`news_quotes`: the spaCy side. What a quote is stands in the modules beside this one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from extractor import tables
from extractor.annotations import PARAGRAPHS, QUOTES, regions_of, within
from extractor.pipes.quotes import (
    adjacent,
    blocks,
    content,
    cues,
    lexicon,
    marks,
    merge,
    phrases,
    speaker,
    unattributed,
)
from extractor.pipes.quotes.lexicon import Noun, Verb
from extractor.pipes.quotes.page import Page, Report, marks_in, open_page

SKIPPED = ("furniture", "header", "byline")


@Language.factory(
    "news_quotes",
    assigns=["doc._.quotes"],
    requires=["doc._.paragraphs", "doc._.frame"],
    default_config={"language": "en", "rules": None},
)
class NewsQuotes:
    """Finds the acts of reporting: content, cue and the speaker's mention. Reads paragraphs, frame and parse."""

    def __init__(self, nlp: Language, name: str, language: str, rules: str | None) -> None:  # noqa: ARG002
        self.name = name
        self._use(tables.folder("quotes", language=language, rules=rules))

    def _use(self, folder: tables.Folder) -> None:
        self._folder = folder
        self._lexicon = lexicon.read(folder)
        self._phrases = phrases.pattern(self._lexicon.phrases)

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        paragraphs = [(one["start"], one["end"]) for one in PARAGRAPHS.of(doc)]
        datelines = [(one["start"], one["end"]) for one in regions_of(doc, "dateline")]
        page = open_page(doc, paragraphs, marks.pair(doc.text, paragraphs), self._lexicon, datelines)
        QUOTES.put(doc, merge.to_items(page, self._reports(page)))
        return doc

    def _reports(self, page: Page) -> list[Report]:
        """All reports outside the furniture, settled and continued."""
        skipped = regions_of(page.doc, *SKIPPED)
        beside, taken = adjacent.find(page)
        dashes = (report for _, report in unattributed.dashes(page, taken))
        sure = [*beside, *dashes, *unattributed.colons(page), *blocks.find(page)]
        known = {report.at for report in sure}
        spoken = merge.borrow(sure, _of_words(page, known))
        likely = [*spoken, *phrases.find(page, self._phrases), *phrases.of_sources(page)]
        settled = merge.settle(
            page,
            [one for one in sure if not within(skipped, one.spans[0][0])],
            [one for one in likely if not within(skipped, one.spans[0][0])],
        )
        return merge.go_on(page, settled)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the tables."""
        self._folder.to_disk(path)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "NewsQuotes":  # noqa: ARG002
        """Read the tables that `to_disk` wrote."""
        self._use(tables.Folder.from_disk("quotes", path))
        return self


def _of_words(page: Page, known: set[int]) -> Iterator[Report]:
    """The reports of verbs and nouns whose content the parse gives."""
    for token in cues.candidates(page):
        if token.i in known:
            continue
        row: Verb | Noun | None = None
        if token.pos_ in {"VERB", "AUX"}:
            row = None if _is_participle(token) else cues.verb_row(page, token)
        elif token.pos_ == "NOUN":
            row = page.lexicon.nouns.get(token.lemma_.lower())
        if row is None:
            continue
        cue = cues.read(page, token, row)
        found = content.of_cue(page, cue)
        if found is None:
            continue
        spans, clause = found
        spans = tuple(span for span in spans if span[1] - span[0] > 1)
        if not spans or (row.needs == "marks" and not any(marks_in(page, *span) for span in spans)):
            continue
        if isinstance(row, Noun):
            who, why = speaker.of_noun(page, token)
            if who is None and not any(marks_in(page, *span) for span in spans):
                continue  # "questions about the budget" are nobody's
        else:
            who, why = speaker.of_verb(page, token, passive=cue.passive)
            if why == "passive" and token.dep_ in {"advcl", "relcl"} and any(one.tag_ == "WRB" for one in token.lefts):
                continue  # "Money dries," she said when asked about the offer
            if why == "impersonal" or (why == "no subject" and token.tag_ == "VB" and token.dep_ == "ROOT"):
                continue  # "it is safe to say that", "say it is so"
        who = speaker.without(page, who, spans)
        yield Report(spans, (cue.start, cue.end), row.lemma, cue.stance, who, why, row.rule, token.i, clause)


def _is_participle(token: Token) -> bool:
    """`a website called "Town Square"`, `the so-called reform`: nobody speaks there."""
    if token.tag_ != "VBN" or token.dep_ not in {"acl", "amod", "compound"}:
        return False
    return not any(child.dep_ == "agent" for child in token.children)
