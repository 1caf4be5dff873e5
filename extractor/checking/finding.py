"""One thing that is wrong with a record."""

from typing import NamedTuple


class Finding(NamedTuple):
    """What kind of fault, where in the record ("figures[2].sentence"), and what it is, in words."""

    kind: str
    where: str
    what: str
