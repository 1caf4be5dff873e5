"""What stands around an item: the article's text, and what else the record holds of the same place."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from extractor.record import Person, Record
from extractor.tables import USER

_ENDS = re.compile(r"[.!?:;][\"'”’)\]]{0,6}\s{0,6}\Z|\n\s{0,6}\Z|\A\s*\Z|[“\"]\Z")


def made(rule: str) -> Iterator[str]:
    """The circumstances that the rule gives; a user's row is as good as one of ours of its name."""
    own = rule.removeprefix(f"{USER}/")
    yield f"made by {own.partition(':')[0]}"
    yield f"rule {own}"


class Setting:
    """A record with its text, asked about again and again: each answer is made once."""

    def __init__(self, record: Record, text: str) -> None:
        self.record, self.text = record, text

    def opens(self, start: int) -> bool:
        """Whether a sentence, a line or a quotation begins there, whose first letter is a capital anyway."""
        return _ENDS.search(self.text[max(0, start - 6) : start]) is not None

    def quoted(self, start: int) -> bool:
        """Whether the offset stands in the content of a quote."""
        starts, ends = self._stretches
        at = bisect_right(starts, start)
        return at > 0 and ends[at - 1] > start

    def crowd(self, start: int) -> int:
        """How many figures the sentence has that begins there."""
        return self._crowds[start]

    def line(self, start: int) -> str:
        """The line that the offset stands in, at most a thousand characters to either side."""
        first = self.text.rfind("\n", max(0, start - 1000), start) + 1
        last = self.text.find("\n", start, start + 1000)
        return self.text[max(first, start - 1000) : start + 1000 if last < 0 else last].strip()

    @cached_property
    def headline(self) -> int:
        """Where the headline ends, 0 where the text does not begin with one."""
        title = self.record.title
        at = self.text.find(title, 0, 2000 + len(title)) if title else -1
        return at + len(title) if title and at >= 0 else 0

    @cached_property
    def speaking(self) -> Counter[str]:
        """How often each person and organization gives a quote or a figure, by id."""
        told = [quote.speaker.entity for quote in self.record.quotes if quote.speaker]
        told += [figure.attributed_to.entity for figure in self.record.figures if figure.attributed_to]
        return Counter(each for each in told if each)

    @cached_property
    def countries(self) -> Counter[str]:
        """How many of the places lie in each country."""
        return Counter(place.country for place in self.record.places if place.country)

    @cached_property
    def words(self) -> Counter[str]:
        """In how many names of people, organizations and places each word stands."""
        lists = (self.record.people, self.record.organizations, self.record.places)
        names = [each.name for listed in lists for each in listed]
        return Counter(word for name in names for word in set(name.split()))

    @cached_property
    def described(self) -> set[str]:
        """The ids of the people who have a title or a role."""
        return {person.id for person in self.record.people if _told(person)}

    @cached_property
    def _stretches(self) -> tuple[list[int], list[int]]:
        spans = sorted((span.start, span.end) for quote in self.record.quotes for span in quote.spans)
        ends: list[int] = []
        for _, end in spans:
            ends.append(max(end, ends[-1]) if ends else end)
        return [start for start, _ in spans], ends

    @cached_property
    def _crowds(self) -> Counter[int]:
        return Counter(figure.sentence.start for figure in self.record.figures)


def _told(person: Person) -> bool:
    return bool(person.titles or person.roles)
