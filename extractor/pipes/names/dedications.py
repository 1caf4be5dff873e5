"""What is named after somebody: "Megan's Law", "Mercy Health St. Anne's Hospital"."""

from extractor.pipes.names.lexicon import Head
from extractor.pipes.names.page import POSSESSIVES, Candidate, Page, is_border, is_name_word
from extractor.pipes.names.titles import title_row, titles_before

LABELS = {"organization": "ORG", "place": "FAC", "none": "LAW"}
"""What the base model would have called what a word says is named."""


def dedicated(page: Page, start: int, end: int) -> Candidate | None:
    """ "Megan's Law", "St. Mary's Hospital": what is named after somebody, not somebody's; None for all else."""
    head = _owned(page, end)
    if head is None or start >= end:
        return None
    if head.kind == "organization" and page.texts[end - 1] in page.lexicon.titles:
        return Candidate(start, end + 2, "ORG", found="named after")  # "Broward Sheriff's Office"
    if end - start != 1:
        return None
    saint, honoured = _saint(page, start)
    if not honoured or page.texts[start].lower() in page.lexicon.places:
        return None
    if head.kind == "none" and page.texts[end + 1].lower() not in page.lexicon.words.honoring:
        return None  # "Gordon's Diary" is his
    first = start if saint is None else _with_owner(page, saint) if head.kind == "organization" else saint
    return Candidate(first, end + 2, LABELS[head.kind], found="named after")


def _saint(page: Page, start: int) -> tuple[int | None, bool]:
    """Where the title of a saint begins that stands before the name, and whether things are named after its bearer."""
    titles, _ = titles_before(page, start)
    saint = titles[-1][0] if titles and title_row(page, *titles[-1]).kind == "clergy" else None
    return saint, saint is not None or (_is_honoured(page, start) and not titles)


def _with_owner(page: Page, start: int) -> int:
    """Where the name begins of a house that is told with whose it is: "Mercy Health St. Anne's Hospital"."""
    at = start
    while at > 0 and page.starts[at] not in page.borders and is_name_word(page.texts[at - 1]):
        if page.doc[at - 1].pos_ != "PROPN" or page.texts[at - 1] in page.lexicon.titles:
            break
        at -= 1
    return at


def _is_honoured(page: Page, index: int) -> bool:
    """Whether things are named after the bearer: of a first name, or "Children's"."""
    text = page.texts[index].lower()
    return text in page.lexicon.given or text in page.lexicon.words.owners


def _owned(page: Page, end: int) -> Head | None:
    """The row of what a possessive that stands there owns, where it is one word that says what is named."""
    texts = page.texts
    if end + 1 >= len(texts) or texts[end] not in POSSESSIVES or is_border(page, end + 1):
        return None
    following = texts[end + 2] if end + 2 < len(texts) and not is_border(page, end + 2) else ""
    if (following and is_name_word(following)) or page.starts[end + 1] in page.borders:
        return None
    return page.lexicon.heads.get(texts[end + 1])
