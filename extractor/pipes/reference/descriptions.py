"""Whom a description means that grammar does not bind to a name: "the mayor", "his brother", "the dead man"."""

from collections.abc import Callable, Mapping

from extractor.pipes.reference.discourse import Discourse, fits
from extractor.pipes.reference.nominals import Nominal, gender_of, holders, learn
from extractor.pipes.reference.scene import Scene
from extractor.pipes.reference.sites import Site

BESIDE = 8
"""Characters before a speaker in which a question may end."""
QUOTED = 8
"""Sentences back that are looked at for a subject: those in marks are its words."""
STAGE = 40
"""Sentences after which a person is off stage for "the president"."""


class Descriptions:
    """What was said of whom so far in one article; `at` has the actor of each token, `likeliest` weighs as of "he"."""

    def __init__(
        self,
        scene: Scene,
        stage: Discourse,
        at: Mapping[int, int],
        likeliest: Callable[[Site, str], int | None],
    ) -> None:
        self._scene, self._stage, self._at, self._meant = scene, stage, at, likeliest
        self._kin: dict[tuple[int, str], int] = {}
        self._unnamed: dict[str, int] = {}
        self._introduced: set[str] = set()

    def learn(self, nominal: Nominal, number: int) -> None:
        """Note what grammar said: whose kin somebody is, or which role he holds."""
        owner = self._at.get(nominal.owner) if nominal.owner is not None else None
        if owner is not None:
            self._kin[owner, nominal.lemma] = number
        elif nominal.determiner != "possessive" and self._stage.actors[number].person is not None:
            learn(nominal, number, self._scene.roles, self._scene.words)

    def meant(self, nominal: Nominal) -> int | None:
        """Whom a description means that grammar does not bind: the holder of the role, the kin, or a new actor."""
        gender = gender_of(nominal.noun)
        if nominal.determiner == "possessive":
            return self._owned(nominal, gender)
        if nominal.determiner == "the":
            number = self._definite(nominal, gender)
            if number is not None:
                return number
        if nominal.noun is None or nominal.determiner == "no":
            return None
        number = self._unnamed[nominal.lemma] = self._stage.enter(gender)
        if nominal.determiner == "a":
            self._introduced.add(nominal.lemma)
        return number

    def _definite(self, nominal: Nominal, gender: str | None) -> int | None:
        """ "The mayor": who holds the role, else whom it was said of before, else somebody called otherwise."""
        number = self._holder(nominal, gender)
        if number is None:
            number = self._bereaved(nominal, gender)
        if number is None and nominal.lemma not in self._introduced:
            number = self._called_otherwise(nominal, gender or "any")
        return self._unnamed.get(nominal.lemma) if number is None else number

    def _bereaved(self, nominal: Nominal, gender: str | None) -> int | None:
        """ "The dead man" is who died, "the widow" and "the baby" are the only ones that were anybody's."""
        phrase = self._scene.layout.text[nominal.site.start : nominal.site.end].lower()
        if not self._scene.words.dead.isdisjoint(phrase.split()):
            stage = enumerate(self._stage.actors)
            found = {number for number, one in stage if one.is_dead and fits(one.gender, gender or "any")}
        elif nominal.noun is None or nominal.noun.sort == "role":
            return None
        else:
            found = {number for (_, lemma), number in self._kin.items() if lemma == nominal.lemma}
        return found.pop() if len(found) == 1 else None

    def _owned(self, nominal: Nominal, gender: str | None) -> int | None:
        """ "His brother": the kin of its owner; "the company's chief executive" is known by the role."""
        owner = self._at.get(nominal.owner) if nominal.owner is not None else None
        number = self._holder(nominal, gender) if owner is None else self._kin.get((owner, nominal.lemma))
        if number is None and nominal.noun is not None:
            number = self._stage.enter(gender)
            if owner is not None:
                self._kin[owner, nominal.lemma] = number
        return number

    def _holder(self, nominal: Nominal, gender: str | None) -> int | None:
        found = holders(nominal, self._scene.roles, self._scene.words, self._on_stage(nominal.site, gender))
        return next(iter(found), None) if len(found) < 2 else self._of_several(found, nominal.site, gender)

    def _of_several(self, found: set[int], site: Site, gender: str | None) -> int | None:
        """ "The senator" where there are two: who the sentence before is about, if it names no other."""
        number = self._subject_before(site, gender or "any")
        last = None if number is None or number not in found else self._stage.actors[number].before(site)
        others = (self._stage.actors[one].before(site) for one in found - {number})
        if last is None or any(one is not None and one.marks < 0 and one.sentence >= last.sentence for one in others):
            return None
        return number

    def _called_otherwise(self, nominal: Nominal, gender: str) -> int | None:
        """Who speaks as "the senator" or "the real estate mogul", where nobody was called so: papers vary their names.

        Not one who holds such a role with other words ("the Russian minister" is no French one), nor one of two.
        """
        scene = self._scene
        if nominal.site.start not in scene.voices.speaking or not self._varies(nominal):
            return None
        number = self._subject_before(nominal.site, gender)
        number = self._meant(nominal.site, gender) if number is None else number
        if number is None or self._stage.actors[number].person is None:
            return None
        return None if any(person == number for person, _ in scene.roles.holders.get(nominal.lemma, ())) else number

    def _varies(self, nominal: Nominal) -> bool:
        """ "The senator", "the 49-year-old", and a role with a word that says he is known: "the former banker"."""
        variations = self._scene.words.variations
        told = any(word.lower() in variations for word in nominal.modifiers)
        if nominal.age is not None:
            return True
        return nominal.lemma in variations or (told and nominal.noun is not None and nominal.noun.sort == "role")

    def _subject_before(self, site: Site, gender: str) -> int | None:
        """Who is named as a subject in the sentence before, or in this one, outside the words of others."""
        for number in self._stage.present(gender):
            last = self._stage.actors[number].before(site)
            if last is None or last.role != "subject" or last.marks >= 0 or site.sentence - last.sentence > QUOTED:
                continue
            if self._scene.layout.apart(last.sentence, site.sentence) <= 1 and not self._asks(last):
                return number
        return None

    def _asks(self, site: Site) -> bool:
        """ "“That would be you?” Borger asked.": who answers is another."""
        before = self._scene.layout.text[max(0, site.start - BESIDE) : site.start]
        return before.rstrip().rstrip("”\"’'").endswith("?")

    def _on_stage(self, site: Site, gender: str | None) -> Callable[[int], bool]:
        """Whether a person was mentioned not too long before, and may be of the gender that the description tells."""

        def present(person: int) -> bool:
            actor = self._stage.actors[person]
            if not actor.sites or not fits(actor.gender, gender or "any"):
                return False
            return site.sentence - actor.sites[-1].sentence <= STAGE

        return present
