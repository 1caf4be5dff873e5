"""Goes through the article once, from mention to mention, and says whom each pronoun and description means."""

from bisect import bisect_left
from collections.abc import Iterator

from extractor.annotations import PersonMention
from extractor.pipes.reference.binding import forbidden, subject_of
from extractor.pipes.reference.circumstances import Asked, Setting, circumstances
from extractor.pipes.reference.deaths import dies
from extractor.pipes.reference.descriptions import Descriptions
from extractor.pipes.reference.discourse import Actor, Discourse, chances, fits
from extractor.pipes.reference.nominals import Nominal, gender_of
from extractor.pipes.reference.scene import Said, Scene
from extractor.pipes.reference.sites import Site
from extractor.pipes.reference.voices import Voices
from extractor.pipes.reference.words import Pronoun
from extractor.vocabulary import MentionType

SURE = 0.4
"""The least probability at which a pronoun is given to somebody. Lower gains recall, and wrong answers."""
NEAR = 24
"""Other mentions of a sentence that are looked at on either side of a pronoun."""


class Resolver:
    """One article's resolution; `mentions` grows as it goes, `at` has the actor of each resolved token."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.stage = Discourse(scene.genders)
        self.stage.speakers.update(scene.speakers)
        self.mentions: list[PersonMention] = []
        self.at: dict[int, int] = {site.token: person for site, person in scene.names}
        self.descriptions = Descriptions(scene, self.stage, self.at, self._meant)
        self._said_last: int | None = None
        self._named: dict[int, list[tuple[Site, int]]] = {}
        for site, person in scene.names:
            self._named.setdefault(site.sentence, []).append((site, person))
        self._words_of = dict(_spans(scene.voices))
        self._marry()

    def run(self) -> list[PersonMention]:
        """The pronouns and nominals that are somebody's, in the order in which they were decided."""
        for _, _, what in sorted(self._events(), key=lambda event: event[:2]):
            if isinstance(what, Said):
                self._pronoun(what)
            elif isinstance(what, Nominal):
                self._nominal(what)
            elif isinstance(what, tuple):
                self.stage.mention(what[1], what[0])
                self._bury(what[1], what[0])
            else:
                self._speaks(what)
        return self.mentions

    def _events(self) -> Iterator[tuple[int, int, tuple[Site, int] | Said | Nominal | int]]:
        """(when, order, what): words in marks wait for a speaker who is named after them."""
        scene = self.scene
        for site, person in scene.names:
            yield site.start, 0, (site, person)
        for said in scene.pronouns:
            yield self._due(said.site), 1, said
        for nominal in scene.nominals:
            yield max(self._due(nominal.site), scene.layout.starts[nominal.site.token]), 2, nominal
        for quote, (_, end) in scene.speaker_ends.items():
            yield end, 3, quote
        for quote in scene.continues:
            yield self._words_of[quote][0][0] if quote in self._words_of else 0, 0, quote

    def _due(self, site: Site) -> int:
        if site.marks < 0:
            return site.start
        quote = self.scene.voices.quote_of[site.marks]
        return max(site.start, self.scene.speaker_ends.get(quote, (0, 0))[1])

    def _speaks(self, quote: int) -> None:
        """Note who speaks: the name known before, or the actor of the pronoun or noun that was just resolved."""
        speakers, scene = self.stage.speakers, self.scene
        if quote not in speakers and quote in scene.continues and scene.continues[quote] in speakers:
            speakers[quote] = speakers[scene.continues[quote]]
        if quote not in speakers and quote in scene.speaker_ends:
            start, end = scene.speaker_ends[quote]
            first, last = scene.layout.tokens(start, end)
            here = [self.at[index] for index in range(first, min(last, first + NEAR) + 1) if index in self.at]
            if here:
                speakers[quote] = here[-1]
            elif quote in scene.strangers:
                speakers[quote] = self.stage.enter(None)
                self.stage.mention(speakers[quote], scene.strangers[quote])
        if quote in speakers:
            self._said_last = speakers[quote]

    def _pronoun(self, said: Said) -> None:
        site, row = said.site, said.row
        number = self._reflexive(site, row) if row.reflexive else self._meant(site, row.gender)
        if number is None:
            return
        self.at[site.token] = number
        self.stage.mention(number, site, pronoun=row.gender)
        self._bury(number, site)
        self._found(number, site, "pronoun", row.rule)

    def _bury(self, number: int, site: Site) -> None:
        """Note whose death the clause tells: the dead are quoted seldom, and "he" who speaks is another."""
        if dies(self.scene.layout.doc, site, self.scene.words):
            self.stage.actors[number].is_dead = True

    def _found(self, number: int, site: Site, kind: MentionType, rule: str) -> None:
        person = self.stage.actors[number].person
        if person is not None:
            self.mentions.append({"person": person, "start": site.start, "end": site.end, "type": kind, "rule": rule})

    def _reflexive(self, site: Site, row: Pronoun) -> int | None:
        """The subject of its clause, where that is on stage; "Smith himself" is part of the mention before it."""
        doc = self.scene.layout.doc
        if site.token - 1 in self.at:
            return None
        subject = subject_of(doc[site.clause])
        number = self.at.get(subject.i) if subject is not None else None
        if number is not None and fits(self.stage.actors[number].gender, row.gender):
            return number
        return self._meant(site, row.gender)  # "an illness that led him to devote himself to music"

    def _meant(self, site: Site, gender: str) -> int | None:
        """The likeliest actor, if likely enough; an actor without a name may be the answer too."""
        weighed = self.weighed(site, gender)
        if not weighed:
            return None
        weights = self.scene.words.weights
        scores = [sum(weights.get(name, 0.0) for name in names) for _, names in weighed]
        odds = chances([*scores, weights.get("nobody", 0.0)])[:-1]
        best = max(range(len(odds)), key=odds.__getitem__)
        return weighed[best][0] if odds[best] >= SURE else None

    def weighed(self, site: Site, gender: str) -> list[tuple[int, list[str]]]:
        """The actors whom the pronoun may mean, with their circumstances."""
        voices = self.scene.voices
        asked = Asked(site, gender, tuple(voices.speaking.get(site.start, ())), voices.around(site.start))
        setting = Setting(self.scene.layout, self.stage, self._said_last, self._words_of)
        found: list[tuple[int, list[str]]] = []
        banned = self._banned(site)
        for number in self.stage.present(gender):
            actor = self.stage.actors[number]
            if number not in banned and not self._forbidden(actor, site):
                found.append((number, list(circumstances(asked, number, actor.before(site), len(found), setting))))
        for number, circumstance in self._ahead(site, gender):
            if number not in banned and number not in {one for one, _ in found}:
                before = self.stage.actors[number].before(site)
                names = list(circumstances(asked, number, before, len(found), setting))
                found.append((number, [*names, circumstance]))
        return found

    def _forbidden(self, actor: Actor, site: Site) -> bool:
        return any(one.sentence == site.sentence and forbidden(self.scene.layout, site, one) for one in actor.sites)

    def _banned(self, site: Site) -> set[int]:
        """People named in the sentence, before or after, whom grammar excludes: "his brother John"."""
        here = self._named.get(site.sentence, [])
        at = bisect_left(here, site.start, key=lambda one: one[0].start)
        near = here[max(0, at - NEAR) : at + NEAR]
        return {person for mention, person in near if forbidden(self.scene.layout, site, mention)}

    def _ahead(self, site: Site, gender: str) -> Iterator[tuple[int, str]]:
        """Subjects that come later in the sentence: "Before he retired, Smith..."; "In his speech, Smith..."."""
        doc = self.scene.layout.doc
        verb = doc[site.clause]
        report = False
        for _ in range(4):
            subject = subject_of(verb)
            if subject is not None and subject.i > site.token and subject.i in self.at:
                number = self.at[subject.i]
                if fits(self.stage.actors[number].gender, gender):
                    yield number, "named after its report" if report else "named after"
                return
            report = report or verb.dep_ in {"ccomp", "parataxis"}
            if verb.head.i == verb.i:
                return
            verb = verb.head

    def _marry(self) -> None:
        """Genders that descriptions tell by grammar alone, before the first pronoun: "his wife, Robin"."""
        for nominal in self.scene.nominals:
            gender = gender_of(nominal.noun)
            for token in nominal.linked:
                if gender and token in self.at and self.stage.actors[self.at[token]].gender is None:
                    self.stage.actors[self.at[token]].gender = gender

    def _nominal(self, nominal: Nominal) -> None:
        site = nominal.site
        number = next((self.at[token] for token in nominal.linked if token in self.at), None)
        bound = number is not None
        known = nominal.noun is not None or nominal.lemma in self.scene.roles.holders
        if number is not None and known:
            self.descriptions.learn(nominal, number)
        elif number is None:
            number = self.descriptions.meant(nominal)
        if number is None:
            return
        self.at[site.token] = number
        if not bound or nominal.noun is not None:
            self.stage.mention(number, site)  # "is a legend" describes, and brings nobody on stage again
        rule = nominal.noun.rule if nominal.noun else "base:role"
        self._found(number, site, "nominal", rule)


def _spans(voices: Voices) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for start, end, quote in voices.spans:
        spans.setdefault(quote, []).append((start, end))
    for quote, found in spans.items():
        yield quote, tuple(found)
