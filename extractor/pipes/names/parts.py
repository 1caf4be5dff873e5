"""The parts of a person's name: first names, surname with its particles, suffix, nickname."""

import re
from typing import NamedTuple

from extractor.pipes.names.lexicon import Lexicon

NICKNAME = re.compile(r"\s{0,9}[\"“”'‘’«»(]\s{0,9}([^\"“”'‘’«»()]{1,30})\s{0,9}[\"“”'’»)]\s+")


class Parts(NamedTuple):
    """The parts of a name; `full` is it without nickname, white space folded."""

    full: str
    given: list[str]
    surname: str
    suffix: str | None
    nickname: str | None


def parts(name: str, lexicon: Lexicon) -> Parts:
    """The parts of a name as written."""
    nickname = None
    if (match := NICKNAME.search(name)) and match.start():
        nickname = match.group(1).strip()
        name = f"{name[: match.start()]} {name[match.end() :]}"
    words = name.split()
    full = " ".join(words)
    suffix = None
    if len(words) > 1 and words[-1] in lexicon.suffixes:
        suffix = words[-1]
        words = [word for word in (*words[:-2], words[-2].rstrip(",")) if word] or words  # "Ruth , Jr."
    at = 0 if _is_all_surname(name, words, lexicon) else _surname_at(words, lexicon)
    return Parts(full, words[:at], " ".join(words[at:]), suffix, nickname)


def _is_all_surname(name: str, words: list[str], lexicon: Lexicon) -> bool:
    """Whether the name begins with a particle: "DE GROOT", "van der Zee"."""
    first = words[0].lower() if len(words) > 1 else ""
    if first not in lexicon.particles or first in lexicon.given:
        return False
    return words[0].islower() or name.isupper() or len(first) > 2


def _surname_at(words: list[str], lexicon: Lexicon) -> int:
    """Where the surname begins: at its first particle, else with the last word."""
    return next(
        (
            at
            for at in range(1, len(words) - 1)
            if words[at].lower() in lexicon.particles and not _is_middle(words, at, lexicon)
        ),
        len(words) - 1,
    )


def _is_middle(words: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a particle stands between first names or in a patronymic, which is not the surname ("Khalid bin Nasser
    al-Rawahi")."""
    return words[index].lower() in lexicon.words.patronymics and len(words) - index > 2
