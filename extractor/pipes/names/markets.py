"""What the markets' pages say beside a company's name: "shares in Tilbury", "analysts at Peel Hunt", "Tilbury fell 2%".

There a company is told by its short name, which may be a town's or a surname.
"""

from extractor.pipes.names.page import Candidate, Page, is_border

FIGURES = frozenset("0123456789")


def is_rated(page: Page, candidate: Candidate) -> bool:
    """ "shares in Tilbury", "their rating on Tilbury", "upgraded Tilbury"."""
    start = candidate.start
    if candidate.titles or start < 2 or page.starts[start] in page.borders:
        return False
    words = page.lexicon.words
    if page.texts[start - 1].lower() in words.rates:
        return True
    return page.doc[start - 1].tag_ == "IN" and page.texts[start - 2].lower() in words.securities


def is_traded(page: Page, candidate: Candidate) -> bool:
    """ "Tilbury shares", "Tilbury's shares"; "Tilbury fell 2%"."""
    end = candidate.end
    if candidate.titles or end + 2 >= len(page.texts) or is_border(page, end):
        return False
    if page.texts[end].lower() in page.lexicon.words.traded:
        return True
    moved = page.doc[end].lemma_ in page.lexicon.words.moves and page.texts[end + 1][0] in FIGURES
    if candidate.label == "PERSON":
        return False  # "Clinton fell 3 percent"
    return moved and page.texts[end + 2].lower() in page.lexicon.words.percents


def is_staffed(page: Page, candidate: Candidate) -> bool:
    """ "analysts at Peel Hunt", "an auditor with Eide Bailly"."""
    start = candidate.start
    if candidate.titles or start < 2 or page.starts[start] in page.borders:
        return False
    words = page.lexicon.words
    return page.texts[start - 1] in words.employers and page.texts[start - 2].lower() in words.staff
