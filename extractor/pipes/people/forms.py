"""The other forms of a person's name, for the record's aliases."""

from collections.abc import Iterable


def forms(name: str, others: Iterable[str]) -> list[str]:
    """The other forms of a name, in the order of the text, each once whatever its case."""
    once: dict[str, str] = {}
    for form in others:
        once.setdefault(form.casefold(), form)
    once.pop(name.casefold(), None)
    return list(once.values())
