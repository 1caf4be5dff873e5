"""Where given names stand in a text: found by plain search, which for the few names of one article beats a pattern."""

from collections.abc import Iterable, Iterator

from extractor.syntax.words import first_run, flat, runs


def occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The stretches of the names as whole words, no two crossing, in order; the longer of two that begin alike.

    A line's end counts as a space. "Paris" is not found in "Paris-based" nor in "pre-Paris", but in "Paris's".
    """
    plain, present = flat(text), runs(text)
    found = []
    for name in names:
        first = first_run(name)
        if first and first not in present:
            continue
        start = plain.find(name)
        while start >= 0:
            end = start + len(name)
            if _is_whole(plain, start, end):
                found.append((start, -end))
            start = plain.find(name, end)
    reached = 0
    for start, end in sorted(found):
        if start >= reached:
            reached = -end
            yield start, -end


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether neither a letter nor a hyphen that ties it to another word stands on either side."""
    if start and (_is_letter(text[start - 1]) or text[start - 1] == "-"):
        return False
    after = text[end : end + 2]
    return not after or not (_is_letter(after[0]) or (after[0] == "-" and _is_letter(after[1:])))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
