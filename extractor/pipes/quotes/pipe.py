"""`news_quotes`: the spaCy side. What a quote is stands in the modules beside this one."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import PARAGRAPHS, QUOTES, regions_of, text_of, within
from extractor.annotations.trace import is_traced, note
from extractor.pipes.quotes import (
    adjacent,
    blocks,
    continuing,
    headlines,
    introductions,
    lexicon,
    marks,
    merge,
    phrases,
    trailing,
    tweets,
    unattributed,
    words,
)
from extractor.pipes.quotes.page import Page, Report, open_page, stamps

SKIPPED = ("furniture", "header", "byline")


@Language.factory(
    "news_quotes",
    assigns=["doc._.quotes"],
    requires=["doc._.paragraphs", "doc._.frame", "doc._.names"],
    default_config={"language": "en", "rules": None},
)
class NewsQuotes(tables.Tabled):
    """Finds the acts of reporting: content, cue and the speaker's mention. Reads paragraphs, frame and parse."""

    component = "quotes"

    def _use(self, folder: tables.Folder) -> None:
        self._lexicon = lexicon.read(folder)
        self._phrases = phrases.pattern(self._lexicon.phrases)

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        page = self.page(doc)
        QUOTES.put(doc, merge.to_items(page, self._reports(page)))
        return doc

    def page(self, doc: Doc) -> Page:
        """The article as the modules beside this one look things up in it."""
        paragraphs = [(one["start"], one["end"]) for one in PARAGRAPHS.of(doc)]
        datelines = [(one["start"], one["end"]) for one in regions_of(doc, "dateline")]
        datelines += stamps(text_of(doc), paragraphs)
        paired = marks.pair(text_of(doc), paragraphs, self._lexicon.led_out)
        return open_page(doc, paragraphs, paired, self._lexicon, datelines)

    @staticmethod
    def sure(page: Page) -> list[Report]:
        """The reports that marks and layout tell, without any weighing."""
        beside, taken = adjacent.find(page)
        finders: tuple[tuple[str, Iterable[Report]], ...] = (
            ("quotes/adjacent: find", beside),
            ("quotes/unattributed: dashes", (report for _, report in unattributed.dashes(page, taken))),
            ("quotes/unattributed: colons", unattributed.colons(page)),
            ("quotes/blocks: find", blocks.find(page)),
            ("quotes/headlines: find", headlines.find(page)),
            ("quotes/tweets: find", tweets.find(page)),
            ("quotes/introductions: find", introductions.find(page, taken)),
            ("quotes/trailing: find", trailing.find(page)),
        )
        return [report for finder, reports in finders for report in _noted(page, finder, reports)]

    def _reports(self, page: Page) -> list[Report]:
        """All reports outside the furniture, settled and continued."""
        skipped = regions_of(page.doc, *SKIPPED)
        sure = self.sure(page)
        spoken = merge.borrow(sure, words.find(page, {report.at for report in sure}))
        likely = [*spoken, *phrases.find(page, self._phrases), *phrases.of_sources(page)]
        settled = merge.settle(
            page,
            [one for one in sure if not within(skipped, one.spans[0][0])],
            [one for one in likely if not within(skipped, one.spans[0][0])],
        )
        return continuing.go_on(page, settled)


def _noted(page: Page, finder: str, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, each with a note of who found it and whom it gives to."""
    if not is_traced(page.doc):
        yield from reports
        return
    for report in reports:
        start, end = report.cue or report.spans[0]
        who = report.speaker
        said = f"nobody, {report.no_speaker}" if who is None else repr(page.text[who.start : who.end])
        note(page.doc, "quotes", (start, end), finder, outcome=f"said by {said}", row=report.rule)
        yield report
