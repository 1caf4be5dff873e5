"""The small words of names: what tells by where it stands, a row of `words.csv` each."""

from collections import defaultdict
from collections.abc import Iterable
from typing import ClassVar, Literal, NamedTuple

from extractor.tables import Row


class Word(Row, frozen=True, kw_only=True):
    """A word that tells by where it stands.

    patronymic: a particle between first names ("Khalid bin Nasser al-Rawahi");
    following: what politicians have ("the Halloran administration");
    small: inside a name; joint: between two names; cut: where a person's name ends; former: before a title; local:
    before a place; inner: before a place and hardly anything else; trust: what one has in people and companies ("a
    stake in Sorell"); kind of place: in what is said of one ("Arvela is a port"); link: between a noun and what hangs
    on it ("mayor of Arvela"); copula: between a name and what its bearer is; determiner: before a description; owner:
    whose a "Children's Hospital" is; work, ship: before the name of one; either: a noun for people, organizations and
    places alike ("rival"); credit: before who took a picture; named after: what honours somebody ("Megan's Law");
    article: before a name that is no person's ("a Dane"); definite: that of an organization; indefinite: before what
    somebody is for life; genitive: the preposition that always hangs on the noun before it; field: what a body is for
    that has a land's name ("Racing Victoria"); where: what says more of a place behind it; portfolio: behind what a
    minister is for; beat: what a team does to another; like: before an example; now: before a description; order:
    says which of several ("first"), a role only with more to it; vague: makes a noun no role ("only"); partial: a
    noun that is a role only with more to it ("member"); site: an organization's last word that is a place where
    places stand ("Hospital"); force: what may have two counties' names ("Avon and Somerset Police"); ampersand:
    between partners; numbered: before a number that is part of the name ("School 285"); pronoun: a subject of whom a
    role may be said; publisher: what firms do with books and goods ("published by Melville House");
    street: what streets of other languages end in ("Friedrichstrasse"); security: what markets have of a company
    ("shares in Sorell"); traded: what stands behind its name ("Sorell shares"); rate: what analysts do to it; percent:
    by what it moves, and move how; staff: who works at one; employer: the preposition between; firm: how a company's
    full name ends; dweller: whom or what a place has ("villagers of Arvela"); age: behind what an age or a speech is
    named after ("the Saffavid era"); short surname: a surname that is a small word ("Marites Go"); bureau: what an
    official has ("the Sheriff's Office"); foreign: between the words of a place of another land ("Primavera do
    Leste"); brand: behind what is sold under a name ("the Old Mill brand"); country: before an office ("Assistant
    U.S. Attorney").
    """

    KEYS: ClassVar[tuple[str, ...]] = ("word", "sort")

    word: str
    sort: Literal[
        "small", "joint", "cut", "former", "local", "inner", "trust", "kind of place", "link", "copula", "determiner",
        "owner", "work",
        "ship", "either", "credit", "named after", "article", "definite",
        "field", "where", "portfolio", "following", "patronymic",
        "kind of organization", "beat", "indefinite", "genitive",
        "like", "now", "order", "vague", "partial", "site", "force", "ampersand", "numbered",
        "pronoun", "street", "publisher",
        "security", "traded", "rate", "percent", "staff", "employer", "firm", "dweller", "age", "short surname",
        "bureau", "foreign", "brand", "country", "move",
    ]  # fmt: skip


class Small(NamedTuple):
    """The small words by what they tell."""

    small: frozenset[str]
    former: frozenset[str]
    local: frozenset[str]
    inner: frozenset[str]
    trusting: frozenset[str]
    place_kinds: frozenset[str]
    joints: frozenset[str]
    cuts: frozenset[str]
    links: frozenset[str]
    copulas: frozenset[str]
    determiners: frozenset[str]
    owners: frozenset[str]
    works: frozenset[str]
    ships: frozenset[str]
    either: frozenset[str]
    credits: frozenset[str]
    honoring: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    streets: frozenset[str]
    pronouns: frozenset[str]
    numbered: frozenset[str]
    ampersands: frozenset[str]
    forces: frozenset[str]
    sites: frozenset[str]
    beats: frozenset[str]
    publishes: frozenset[str]
    organization_kinds: frozenset[str]
    portfolios: frozenset[str]
    followings: frozenset[str]
    patronymics: frozenset[str]
    fields: frozenset[str]
    where: frozenset[str]
    partial: frozenset[str]
    vague: frozenset[str]
    first: frozenset[str]
    now: frozenset[str]
    likes: frozenset[str]
    genitives: frozenset[str]
    indefinite: frozenset[str]
    securities: frozenset[str]
    traded: frozenset[str]
    rates: frozenset[str]
    percents: frozenset[str]
    staff: frozenset[str]
    employers: frozenset[str]
    firms: frozenset[str]
    dwellers: frozenset[str]
    ages: frozenset[str]
    short_surnames: frozenset[str]
    bureaus: frozenset[str]
    foreign: frozenset[str]
    brands: frozenset[str]
    countries: frozenset[str]
    moves: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[Word]) -> "Small":
        """The words of the rows; those that are for two things are in both."""
        words: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            words[row.sort].add(row.word)
        return cls(
            small=frozenset(words["small"]), former=frozenset(words["former"]),
            local=frozenset(words["local"]), inner=frozenset(words["inner"]),
            trusting=frozenset(words["trust"]), place_kinds=frozenset(words["kind of place"]),
            joints=frozenset(words["joint"]), cuts=frozenset(words["joint"] | words["cut"]),
            links=frozenset(words["link"]), copulas=frozenset(words["copula"]),
            determiners=frozenset(words["determiner"]), owners=frozenset(words["owner"]),
            works=frozenset(words["work"]), ships=frozenset(words["ship"]),
            either=frozenset(words["either"]), credits=frozenset(words["credit"]),
            honoring=frozenset(words["named after"]), articles=frozenset(words["article"] | words["definite"]),
            definite=frozenset(words["definite"]), streets=frozenset(words["street"]),
            pronouns=frozenset(words["pronoun"]), numbered=frozenset(words["numbered"]),
            ampersands=frozenset(words["ampersand"]), forces=frozenset(words["force"]),
            sites=frozenset(words["site"]), beats=frozenset(words["beat"]),
            publishes=frozenset(words["publisher"]),
            organization_kinds=frozenset(words["kind of organization"]), portfolios=frozenset(words["portfolio"]),
            followings=frozenset(words["following"]), patronymics=frozenset(words["patronymic"]),
            fields=frozenset(words["field"]), where=frozenset(words["where"]),
            partial=frozenset(words["partial"]), vague=frozenset(words["vague"] | words["order"]),
            first=frozenset(words["order"]), now=frozenset(words["now"]),
            likes=frozenset(words["like"]), genitives=frozenset(words["genitive"]),
            indefinite=frozenset(words["indefinite"]),
            securities=frozenset(words["security"]), traded=frozenset(words["traded"]),
            rates=frozenset(words["rate"]), percents=frozenset(words["percent"]),
            staff=frozenset(words["staff"]), employers=frozenset(words["employer"]),
            firms=frozenset(words["firm"]),
            dwellers=frozenset(words["dweller"]),
            ages=frozenset(words["age"]),
            short_surnames=frozenset(words["short surname"]),
            bureaus=frozenset(words["bureau"]),
            foreign=frozenset(words["foreign"]),
            brands=frozenset(words["brand"]),
            countries=frozenset(words["country"]), moves=frozenset(words["move"]),
        )  # fmt: skip
