"""One page of a linked store: what happened and by whose count, who said what, places and articles, with search over
all.

It is the page of many articles (`writing/html`), with what the store has linked in place of what their names tell, and
without the articles themselves: every claim and quote stands with its sentence.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractor.store.report.entities import people
from extractor.store.report.incidents import event, events
from extractor.store.report.table import Asked
from extractor.writing import countries
from extractor.writing.cast import FRAGMENT
from extractor.writing.html import document
from extractor.writing.words import extent

LONGEST = 400
"""Characters of a sentence that are shown; of a longer one the beginning."""
Row = dict[str, Any]


def write(connection: sqlite3.Connection, asked: Asked, title: str, stream: BinaryIO) -> None:
    """Writes the page."""
    stream.write(document.lists(title, gathered(connection, asked), []).encode("utf-8", "replace"))


def gathered(connection: sqlite3.Connection, asked: Asked) -> dict[str, Any]:
    """The lists of the page."""
    quotes = _Quotes(connection, asked)
    return {
        "articles": _articles(connection, asked),
        "quotes": quotes.rows,
        "events": _events(connection, asked),
        "people": _people(connection, asked, quotes),
        "sources": quotes.sources(),
        "places": _places(connection, asked),
    }


def _articles(connection: sqlite3.Connection, asked: Asked) -> dict[str, list[Any]]:
    """Title, paper, day, source and error of each article, by its key."""
    where, values = asked.articles()
    query = f"""SELECT a.id, coalesce(a.title, a.name), coalesce(a.publisher, ''), coalesce(a.published, ''),
        coalesce(a.source, ''), coalesce(a.error, '')
        FROM articles a WHERE {where} ORDER BY a.published IS NULL, a.published, a.id"""
    return {key: list(cells) for key, *cells in connection.execute(query, values)}


def _events(connection: sqlite3.Connection, asked: Asked) -> list[Row]:
    """Incidents, disputed ones first, then those of most articles; each with its claims over days."""
    found = []
    for row in events(connection, asked).rows:
        narrowed = Asked(name=row["id"], since=asked.since, publishers=asked.publishers)
        claims = [_claim(connection, claim) for claim in event(connection, narrowed).rows]
        keys = [member["key"] for member in row["members"]]
        told = {"kind": row["kind"] or "", "day": row["day"] or "", "place": row["place"] or ""}
        found.append({**told, "disputed": row["disputed"], "claims": claims, "in": keys, "id": row["id"]})
    return sorted(found, key=lambda each: (-each["disputed"], -len(each["in"]), each["day"] or "9", each["id"]))


def _claim(connection: sqlite3.Connection, claim: Any) -> Row:  # noqa: ANN401, a row of a report
    query = """SELECT substr(a.text, i.sentence_start + 1, i.sentence_end - i.sentence_start), a.id
        FROM figures i JOIN articles a ON a.id = i.article WHERE i.id = ?"""
    sentence, key = connection.execute(query, (claim["figure"],)).fetchone() or ("", "")
    return {
        "in": key,
        "role": claim["role"],
        "value": extent(claim["value"], claim["low"], claim["high"], claim["bound"]),
        "source": claim["according_to"] or "",
        "disputed": bool(claim["disputed"]),
        "sentence": _short(sentence),
    }


def _people(connection: sqlite3.Connection, asked: Asked, quotes: "_Quotes") -> list[Row]:
    """Those who said most first."""
    found = [
        {
            "name": row["name"],
            "described": list(dict.fromkeys([*row["titles"], *row["roles"]])),
            "mentions": row["mentions"],
            "quotes": quotes.by_entity.get(row["id"], []),
            "in": list(dict.fromkeys(each["key"] for each in row["members"])),
        }
        for row in people(connection, asked).rows
    ]
    return sorted(found, key=lambda each: -len(each["quotes"]))


class _Quotes:
    """All quotes in the order of days, and by whom they are; sources are all who speak, those who say most first."""

    def __init__(self, connection: sqlite3.Connection, asked: Asked) -> None:
        self.rows: list[list[Any]] = []
        self.by_entity: dict[str, list[int]] = {}
        self._groups: dict[str, Row] = {}
        for key, cue, stance, kind, text, sentence, entity, name, whose in self._found(connection, asked):
            place = len(self.rows)
            around = _short(sentence) if len(text.split()) <= FRAGMENT and text in _short(sentence) else ""
            self.rows.append([key, cue if cue and any(map(str.isalpha, cue)) else "", stance or "", kind, text, around])
            if entity:
                self.by_entity.setdefault(entity, []).append(place)
            if name:
                self._source(entity or name.casefold(), name, whose, key, place)

    @staticmethod
    def _found(connection: sqlite3.Connection, asked: Asked) -> Iterator[tuple[Any, ...]]:
        where, values = asked.articles()
        query = f"""SELECT a.id, q.cue, q.stance, q.kind, q.text,
            substr(a.text, q.sentence_start + 1, q.sentence_end - q.sentence_start), e.id,
            coalesce(e.name, q.speaker_group), coalesce(e.kind, q.speaker_kind, 'unnamed')
            FROM quotes q JOIN articles a ON a.id = q.article
            LEFT JOIN entity_members m ON m.member = coalesce(q.speaker_person, q.speaker_organization)
            LEFT JOIN entities e ON e.id = m.entity
            WHERE {where} ORDER BY a.published IS NULL, a.published, a.id, q.start"""
        yield from connection.execute(query, values)

    def _source(self, known: str, name: str, kind: str, key: str, place: int) -> None:
        group = self._groups.setdefault(known, {"name": name, "kind": kind, "words": 0, "quotes": [], "in": []})
        group["words"] += len(self.rows[place][4].split())
        group["quotes"].append(place)
        if key not in group["in"][-1:]:
            group["in"].append(key)

    def sources(self) -> list[Row]:
        """All who speak."""
        return sorted(self._groups.values(), key=lambda each: (-len(each["quotes"]), each["name"]))


def _places(connection: sqlite3.Connection, asked: Asked) -> list[Row]:
    """Those of most articles first."""
    where, values = asked.articles()
    query = f"""SELECT e.name, max(p.kind), max(p.country), max(p.lat), max(p.lon),
        sum(p.mentions), group_concat(DISTINCT a.id)
        FROM entities e JOIN entity_members m ON m.entity = e.id JOIN places p ON p.id = m.member
        JOIN articles a ON a.id = m.article WHERE e.kind = 'place' AND {where}
        GROUP BY e.id HAVING count(DISTINCT a.id) >= ? ORDER BY count(DISTINCT a.id) DESC, e.name, e.id"""
    return [
        {
            "name": name,
            "kind": kind or "",
            "within": countries.names().get(country or "", country or ""),
            "country": country if kind == "country" else None,
            "lat": lat,
            "lon": lon,
            "mentions": mentions,
            "in": keys.split(","),
        }
        for name, kind, country, lat, lon, mentions, keys in connection.execute(query, (*values, asked.min_articles))
    ]


def _short(sentence: str | None) -> str:
    """The sentence on one line, its beginning where it is long; empty where the store has no texts."""
    plain = " ".join((sentence or "").split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
