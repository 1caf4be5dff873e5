"""The words that a record may hold, once each: kinds, roles, stances and their like.

The record's dataclasses, the shapes on the `Doc` and the columns of our tables and a user's are typed with these, so a
word that stands here is known everywhere, and one that does not is refused where it is written: a table is refused
with file, line and the words that are allowed. Adding a word is one line here and rows that use it.
"""

from typing import Literal

ListName = Literal["people", "organizations", "places", "figures", "quotes", "dates", "events"]
MentionType = Literal["name", "nominal", "pronoun"]
NameKind = Literal["person", "organization", "place"]
Gender = Literal["f", "m"]
AnchorOrigin = Literal["caller", "header", "dateline", "filename", "none"]
OrganizationKind = Literal[
    "company", "government", "armed_group", "media", "party", "team", "court", "school", "international", "other"
]
PlaceKind = Literal["continent", "country", "admin1", "admin2", "city", "facility", "natural", "region", "other"]
NumberKind = Literal["cardinal", "ordinal", "fraction", "vague"]
FigureKind = Literal[
    "count", "money", "percent", "age", "duration", "length", "area", "volume", "mass", "speed", "temperature",
    "energy", "data", "rate", "ratio", "rank", "score", "other",
]  # fmt: skip
FigureStands = Literal["part", "rest", "each"]
"""What words beside a figure make of it: a part of what was counted before, the rest besides others, one of several."""
Bound = Literal["=", "~", ">", ">=", "<", "<="]
Trend = Literal["up", "down"]
CasualtyRole = Literal[
    "killed", "wounded", "shot", "missing", "arrested", "kidnapped", "displaced", "rescued", "evacuated", "infected"
]
QuoteKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["states", "claims", "denies", "asks", "orders", "promises", "declines"]
SpeakerKind = Literal["person", "unnamed", "group", "organization", "document"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
    "EQUAL_OR_LESS", "EQUAL_OR_MORE",
]  # fmt: skip
EventKind = Literal[
    "shooting", "stabbing", "attack", "bombing", "battle", "crash", "fire", "explosion", "flood", "earthquake", "storm",
    "landslide", "drowning", "collapse", "outbreak", "protest", "arrest", "kidnapping", "accident", "disaster",
]  # fmt: skip
TollBasis = Literal["stated", "sum", "difference"]
FurnitureKind = Literal[
    "menu", "share", "advertisement", "related", "newsletter", "cookies", "comments", "caption", "contact", "about",
    "boilerplate", "desk note", "ornament", "page header", "mail header", "quoted reply", "signature",
]  # fmt: skip
