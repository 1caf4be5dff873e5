"""The database's tables, as SQL: those of the record derived from it, those of the store beside them, indexes, views.

Every table has a primary key, every reference is a foreign key, and what a list of ids holds is a table of links. A
list also stands as a JSON array in its item's column, as files have it.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from extractor.writing.flat import own_columns
from extractor.writing.relations import Column, Kind, Part, Table, parts, singular, tables

TYPES: Mapping[Kind, str] = MappingProxyType({"integer": "INTEGER", "real": "REAL", "boolean": "INTEGER"})
SEARCHED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"articles": ("title", "text"), "quotes": ("text", "speaker")}
)
"""Full-text search over these columns."""
STORE: Mapping[str, str] = MappingProxyType(
    {
        "extract_settings": "name TEXT PRIMARY KEY, value TEXT",
        "files": "source TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, sha256 TEXT, state TEXT, made_by TEXT",
        "file_articles": "source TEXT, article TEXT, id TEXT, sha256 TEXT, state TEXT, made_by TEXT, "
        "PRIMARY KEY (source, article)",
        "text_signatures": "text INTEGER PRIMARY KEY, sha256 TEXT, words INTEGER, signature BLOB",
        "text_bands": "band INTEGER, text INTEGER, PRIMARY KEY (band, text)",
        "unlinked": "article TEXT PRIMARY KEY",
        "linked_articles": "article TEXT PRIMARY KEY, data BLOB",
        "unsettled": "kind TEXT, block TEXT, PRIMARY KEY (kind, block)",
        "entities": "id TEXT PRIMARY KEY, kind TEXT, block TEXT, name TEXT, forms TEXT, titles TEXT, roles TEXT, "
        "articles INTEGER, first_day TEXT, last_day TEXT",
        "entity_members": "member TEXT PRIMARY KEY, article TEXT, kind TEXT, block TEXT, entity TEXT, score REAL, "
        "rule TEXT",
        "entity_forwards": "old TEXT PRIMARY KEY, entity TEXT",
        "incidents": "id TEXT PRIMARY KEY, kind TEXT, day_low TEXT, day_high TEXT, day_precision TEXT, place TEXT, "
        "lat REAL, lon REAL, place_precision TEXT, articles INTEGER",
        "incident_articles": "incident TEXT, article TEXT, report TEXT PRIMARY KEY, main INTEGER, score REAL, "
        "rule TEXT",
        "incident_tolls": "incident TEXT, role TEXT, low REAL, best REAL, high REAL, sources INTEGER, "
        "PRIMARY KEY (incident, role)",
        "toll_claims": "id TEXT PRIMARY KEY, incident TEXT, article TEXT, role TEXT, bound TEXT, value REAL, low REAL, "
        "high REAL, source_entity TEXT, source_text TEXT, publisher TEXT, published TEXT, figure TEXT",
        "contradictions": "incident TEXT, a TEXT, b TEXT, kind TEXT, PRIMARY KEY (a, b)",
        "decisions": "decision TEXT, one TEXT, other TEXT, note TEXT, PRIMARY KEY (decision, one, other)",
        "text_pairs": "text TEXT, other TEXT, kind TEXT, similarity REAL, PRIMARY KEY (text, other)",
    }
)
"""Tables of the store's own: which files it has read (`extract update`), and which texts are like each other."""
INDEXES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles": ("sha256", "published", "source"),
        "people": ("article", "name"),
        "organizations": ("article", "name"),
        "places": ("article", "name", "geonames_id"),
        "figures": ("article", "role", "attributed_to_person", "attributed_to_organization"),
        "quotes": ("article", "speaker", "speaker_person", "speaker_organization"),
        "dates": ("article", "earliest"),
        "events": ("article", "kind", "earliest"),
        "file_articles": ("article",),
        "incidents": ("day_low",),
        "incident_articles": ("incident", "article"),
        "toll_claims": ("incident",),
        "contradictions": ("incident",),
        "entities": ("block", "name"),
        "entity_members": ("article", "entity", "block"),
        "text_pairs": ("other",),
    }
)
_FULL = frozenset({"article", "name", "published", "source", "sha256"})
_ROWIDS = frozenset({*SEARCHED, "text_signatures"})
"""Tables with SQLite's own row numbers, which full-text search goes by."""


def created(name: str) -> str:
    """The statement that makes a table of the record."""
    kinds, refers = own_columns(name), dict(_references(name))
    head = ("id",) if name in tables() else tuple(kinds)[:2]
    lines = [
        f'"{column}" {TYPES.get(kind, "TEXT")}'
        + (" NOT NULL" if column in head else "")
        + (f' REFERENCES "{refers[column]}" (id) DEFERRABLE INITIALLY DEFERRED' if column in refers else "")
        for column, kind in kinds.items()
    ]
    keys = ", ".join(f'"{column}"' for column in head)
    rest = "" if name in _ROWIDS else " WITHOUT ROWID"
    return f'CREATE TABLE "{name}" ({", ".join([*lines, f"PRIMARY KEY ({keys})"])}){rest}'


def _references(name: str) -> Iterator[tuple[str, str]]:
    """The columns of a table that are foreign keys, and the tables that they lead to."""
    if name in parts():
        part = parts()[name]
        yield part.owner, next((table for table in tables() if singular(table) == part.owner), "articles")
        yield from _keys(part.columns)
        return
    if name != "articles":
        yield "article", "articles"
    yield from _keys(tables()[name].columns)


def _keys(columns: tuple[Column, ...]) -> Iterator[tuple[str, str]]:
    return ((each.name, each.refers) for each in columns if each.refers and each.kind == "word")


def inserted(name: str) -> str:
    """The statement that puts a row into a table of the record."""
    columns = own_columns(name)
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    return f'INSERT INTO "{name}" ({names}) VALUES ({marks})'


def indexes(name: str) -> Iterator[str]:
    """The statements that make the indexes of a table; of a column that is mostly empty only what is there."""
    for column in INDEXES.get(name, ()):
        where = (
            "" if column in {"article", "name", "published", "source", "sha256"} else f' WHERE "{column}" IS NOT NULL'
        )
        yield f'CREATE INDEX IF NOT EXISTS "{name}_{column}" ON "{name}" ("{column}"){where}'


def search(name: str) -> Iterator[str]:
    """The statements that make full-text search over a table; triggers keep it true of what is changed or taken out.

    What is put in is indexed by `indexed`, many rows at once: a trigger makes FTS5 write out its index row by row.
    """
    columns = SEARCHED[name]
    names, new = ", ".join(columns), ", ".join(f"new.{column}" for column in columns)
    old = ", ".join(f"old.{column}" for column in columns)
    gone = f"INSERT INTO {name}_fts ({name}_fts, rowid, {names}) VALUES ('delete', old.rowid, {old});"
    come = f"INSERT INTO {name}_fts (rowid, {names}) VALUES (new.rowid, {new});"
    changed = f"UPDATE OF {names}"
    yield f"CREATE VIRTUAL TABLE {name}_fts USING fts5 ({names}, tokenize='porter', content='{name}')"
    yield f"CREATE TRIGGER {name}_ad AFTER DELETE ON {name} BEGIN {gone} END"
    yield f"CREATE TRIGGER {name}_au AFTER {changed} ON {name} BEGIN {gone} {come} END"


def indexed(name: str) -> str:
    """The statement that makes the rows of a table behind a row number known to full-text search."""
    names = ", ".join(SEARCHED[name])
    return f"INSERT INTO {name}_fts (rowid, {names}) SELECT rowid, {names} FROM {name} WHERE rowid > ?"


def record_tables() -> tuple[str, ...]:
    """The names of the record's tables."""
    return (*tables(), *parts())


def _owned() -> Iterator[tuple[str, str]]:
    for table in tables().values():
        yield from _within(table)
        if table.name != "articles":
            yield table.name, "id"


def _within(table: Table) -> Iterator[tuple[str, str]]:
    each: Part
    for each in (*table.parts, *table.links):
        yield each.name, each.owner


OWNED: tuple[tuple[str, str], ...] = tuple(_owned())
"""The tables of what belongs to an article, and the column that begins with its key; parts before their items."""

_ABOUT = "a.published, a.publisher, a.title, a.name AS article_name, a.source, a.id AS article"
VIEWS: Mapping[str, str] = MappingProxyType(
    {
        "article_copies": """
            SELECT a.id AS article, b.id AS other, 'same' AS kind, 1.0 AS similarity
            FROM articles a JOIN articles b ON b.sha256 = a.sha256 AND b.id > a.id
            UNION ALL
            SELECT a.id, b.id, p.kind, p.similarity
            FROM text_pairs p JOIN articles a ON a.sha256 = p.text JOIN articles b ON b.sha256 = p.other""",
        "inputs": """
            SELECT a.source, a.id, f.size, f.mtime, a.sha256, a.state, a.made_by, a.article
            FROM file_articles a JOIN files f ON f.source = a.source""",
        "quotes_by_speaker": f"""
            SELECT coalesce(q.speaker, q.speaker_text) AS speaker, q.speaker_kind, q.text, q.cue, q.stance, q.kind,
                {_ABOUT}, q.id
            FROM quotes q JOIN articles a ON a.id = q.article
            WHERE q.speaker_text IS NOT NULL
            ORDER BY speaker, a.published, q.article, q.start""",
        "speakers": """
            SELECT min(speaker_group) AS speaker, count(*) AS quotes, count(DISTINCT article) AS articles,
                min(speaker_kind) AS kind
            FROM quotes WHERE speaker_group IS NOT NULL
            GROUP BY lower(speaker_group) ORDER BY quotes DESC, speaker""",
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
        "failures": "SELECT name, source, publisher, error, sha256 IS NOT NULL AS has_last_good FROM articles "
        "WHERE error IS NOT NULL",
    }
)
"""Questions that are asked often, answered; made anew by every version."""
