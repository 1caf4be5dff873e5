"""The database's tables, made by numbered steps that it remembers, so that a later version can add to an older file.

A step is never changed once it was released; the next one is put behind it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey

from extractor.errors import OutputError


class Mentioned(NamedTuple):
    """Where the mentions of a list's items go: the table, the column of the item, the record's field."""

    table: str
    column: str
    field: str


MENTIONS: Mapping[str, Mentioned] = MappingProxyType(
    {
        "people": Mentioned("person_mentions", "person", "mentions"),
        "organizations": Mentioned("organization_mentions", "organization", "mentions"),
        "places": Mentioned("place_mentions", "place", "mentions"),
        "quotes": Mentioned("quote_spans", "quote", "spans"),
    }
)
_SPANNED = "id:str article:str start:int end:int text:str"
_COLUMNS = {
    "articles": "id:str name:str source:str sha256:str title:str publisher:str byline:str published:str dateline:str "
    "anchor:str anchor_origin:str language:str text:str warnings:str error:str package:str model:str tables:str",
    "people": "id:str article:str name:str titles:str roles:str mentions:int rule:str",
    "organizations": "id:str article:str name:str acronym:str kind:str mentions:int rule:str",
    "places": "id:str article:str name:str kind:str country:str admin1:str lat:float lon:float geonames_id:int "
    "mentions:int rule:str",
    "figures": f"{_SPANNED} kind:str value:float low:float high:float bound:str trend:str unit:str unit_text:str "
    "noun:str role:str attributed_to:str attributed_to_name:str source_person:str source_organization:str person:str "
    "hypothetical:bool same_as:str conflicts_with:str sentence_start:int sentence_end:int rule:str",
    "quotes": f"{_SPANNED} kind:str speaker:str speaker_text:str speaker_type:str speaker_person:str "
    "speaker_organization:str cue:str cue_lemma:str stance:str no_speaker:str sentence_start:int sentence_end:int "
    "rule:str",
    "dates": f"{_SPANNED} type:str value:str earliest:str latest:str rule:str",
    "person_mentions": "id:str person:str start:int end:int text:str type:str",
    "organization_mentions": "id:str organization:str start:int end:int text:str type:str",
    "place_mentions": "id:str place:str start:int end:int text:str type:str",
    "quote_spans": "id:str quote:str start:int end:int text:str",
}
_REFERS = {
    "article": "articles",
    "quote": "quotes",
    "place": "places",
    "organization": "organizations",
    "person": "people",
    "speaker_person": "people",
    "speaker_organization": "organizations",
    "source_person": "people",
    "source_organization": "organizations",
}
_TYPES: dict[str, Any] = {"str": str, "int": int, "float": float, "bool": bool}


def _tables(database: Database) -> None:
    """The tables; what belongs to an article goes with it."""
    for name, text in _COLUMNS.items():
        columns = {column: _TYPES[kind] for column, _, kind in (word.partition(":") for word in text.split())}
        keys = [
            ForeignKey(name, column, _REFERS[column], "id", on_delete="CASCADE" if column in _OWNERS else "SET NULL")
            for column in columns
            if column in _REFERS
        ]
        table = database.table(name)
        table.create(columns, pk="id", foreign_keys=keys, not_null=["id"])
        for key in keys:
            table.create_index([str(key.column)])
    database.table("articles").create_index(["published"])


_OWNERS = {"article", "quote", "place", "organization", "person"}


def _search(database: Database) -> None:
    """Full-text search; triggers keep it true."""
    database.table("articles").enable_fts(["title", "text"], create_triggers=True, tokenize="porter")
    database.table("quotes").enable_fts(["text", "speaker"], create_triggers=True, tokenize="porter")


def _views(database: Database) -> None:
    """Questions that are asked often, answered."""
    for name, query in VIEWS.items():
        database.create_view(name, query)


_ABOUT = "a.published, a.title, a.name AS article, a.source"
VIEWS: Mapping[str, str] = MappingProxyType(  # made of words of this file alone
    {
        "quotes_by_speaker": f"""
            SELECT coalesce(q.speaker, q.speaker_text) AS speaker, q.text, q.cue, q.stance, q.kind, {_ABOUT}, q.id
            FROM quotes q JOIN articles a ON a.id = q.article
            WHERE q.speaker_text IS NOT NULL
            ORDER BY speaker, a.published, q.article, q.start""",
        "speakers": """
            SELECT coalesce(speaker, speaker_text) AS speaker, count(*) AS quotes, count(DISTINCT article) AS articles
            FROM quotes WHERE speaker_text IS NOT NULL
            GROUP BY coalesce(speaker, speaker_text) ORDER BY quotes DESC, speaker""",
        "tolls_by_source": f"""
            SELECT f.role, f.bound, f.value, f.low, f.high, f.noun, f.unit,
                coalesce(f.attributed_to_name, f.attributed_to) AS according_to, {_ABOUT}, f.id
            FROM figures f JOIN articles a ON a.id = f.article
            WHERE f.role IS NOT NULL
            ORDER BY a.published, f.article, f.role, f.start""",
        "places_on_the_map": f"""
            SELECT p.name, p.lat AS latitude, p.lon AS longitude, p.kind, p.country, p.mentions, {_ABOUT}, p.id
            FROM places p JOIN articles a ON a.id = p.article
            WHERE p.lat IS NOT NULL AND p.lon IS NOT NULL""",
        "people_by_mentions": """
            SELECT name, sum(mentions) AS mentions, count(DISTINCT article) AS articles
            FROM people GROUP BY name ORDER BY mentions DESC, name""",
        "failures": "SELECT name, source, error FROM articles WHERE error IS NOT NULL",
    }
)

MIGRATIONS: tuple[tuple[str, Callable[[Database], None]], ...] = (
    ("tables", _tables),
    ("full-text search", _search),
    ("views", _views),
)


def migrate(database: Database, path: Path) -> None:
    """Takes the steps that the database has not taken yet; raises OutputError where it knows more than we do, or has
    tables of these names that are not ours."""
    steps = database.table("extract_migrations")
    if not steps.exists():
        taken = set(_COLUMNS) & set(database.table_names())
        if taken:
            raise OutputError(f"{path} has tables of its own named {', '.join(sorted(taken))}; name another file")
        steps.create({"number": int, "name": str}, pk="number")
    done = steps.count
    if done > len(MIGRATIONS):
        raise OutputError(f"{path} was made by a later version of this program; update it, or name another file")
    for number, (name, step) in enumerate(MIGRATIONS[done:], start=done + 1):
        step(database)
        steps.insert({"number": number, "name": name})
