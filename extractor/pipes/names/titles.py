"""Titles before a name: "Deputy Transport Minister Horia Munteanu", "Mr. and Mrs. Smith", "President Gen. Halloran"."""

from extractor.pipes.names.lexicon import Title
from extractor.pipes.names.page import BREAKS, Page, is_initial, is_name_word, text_of


def titles_before(page: Page, start: int) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Token ranges of the titles that end at `start`, and whether they are those of a couple ("Mr. and Mrs.")."""
    found: list[tuple[int, int]] = []
    couple, at = False, start
    while (title := title_start(page, at)) is not None:
        title = _with_office(page, title, at)
        found.append((title, at))
        at = title
        if at > 1 and page.texts[at - 1] in {"and", "&"} and (other := title_start(page, at - 1)) is not None:
            found.append((other, at - 1))
            at, couple = other, True
    return tuple(reversed(found)), couple


def title_start(page: Page, end: int) -> int | None:
    """Where the longest title that ends before the token begins."""
    if not end or (page.texts[end - 1] not in page.lexicon.title_ends and not page.texts[end - 1].isspace()):
        return None
    if is_first_initial(page, end - 1):
        return None
    best = None
    for start in range(end - 1, max(-1, end - 6), -1):
        if text_of(page, start, end) in page.lexicon.titles:
            best = start
        if (
            page.starts[start] in page.borders
            or page.texts[start] in BREAKS
            or page.texts[start] in page.lexicon.words.joints
            or page.doc[start].is_space
        ):
            break
    return best


def is_first_initial(page: Page, index: int) -> bool:
    """Whether a title is an initial here, a first name and a surname standing behind it: "M. Dane Waters"; of "M.
    Calder" and of "M. Emmanuel Calder" in a French paper nothing tells, but the papers are English.
    """
    words = page.texts[index + 1 : index + 3] if index < len(page.texts) else []
    if len(words) < 2 or not is_initial(page.texts[index]) or not all(map(is_name_word, words)):
        return False
    return all(page.starts[at] not in page.borders for at in (index + 1, index + 2))


def _with_office(page: Page, start: int, end: int) -> int:
    """Where an office begins that is longer than the table's: "Deputy Transport Minister"."""
    row = title_row(page, start, end)
    while row.kind == "office" and start > 0 and page.starts[start] not in page.borders:
        token = page.doc[start - 1]
        if token.pos_ != "PROPN" or token.ent_type_ or not is_name_word(token.text) or token.dep_ != "compound":
            break
        if start > 1 and text_of(page, start - 2, start).lower() in page.lexicon.places:
            break  # "Burkina Faso President"
        start -= 1
    return start


def title_row(page: Page, start: int, end: int) -> Title:
    """The row of a title, of "Deputy Transport Minister" that of "Minister"."""
    while (text := text_of(page, start, end)) not in page.lexicon.titles:
        start += 1
    return page.lexicon.titles[text]
