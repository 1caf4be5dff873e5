"""The roles of a person as they are printed: each once, whatever its case, and none that another says in full.

"Rebel leader" and "rebel leader" are one; "nominee" is said by "Republican presidential nominee"; "former mayor" is not
said by "mayor", which the article may have for another time.
"""

import re
from collections.abc import Iterable

PAST = "former "
WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def distinct(roles: Iterable[str]) -> list[str]:
    """The roles in their order, without those that say no more than another."""
    once: dict[str, str] = {}
    for role in roles:
        once.setdefault(role.casefold(), role)
    words = {role: (role.casefold().startswith(PAST), _words(role)) for role in once.values()}
    return [
        role
        for role, (past, own) in words.items()
        if not any(past is other_past and own < others for other_past, others in words.values())
    ]


def _words(role: str) -> frozenset[str]:
    return frozenset(WORD.findall(role.casefold()))
