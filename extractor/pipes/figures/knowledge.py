"""All tables of the component, compiled, and what is known of a number before its sentence is asked."""

from typing import NamedTuple

from extractor.pipes.figures.exclusions import Exclusions
from extractor.pipes.figures.hedges import Hedged, Hedges
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.modality import Modalities
from extractor.pipes.figures.multiples import Multiples
from extractor.pipes.figures.nouns import Nouns
from extractor.pipes.figures.place import Place, Sentence
from extractor.pipes.figures.ranges import Ranges
from extractor.pipes.figures.roles import Roles
from extractor.pipes.figures.settle import Settling
from extractor.pipes.figures.trends import Trends
from extractor.pipes.figures.units import Units


class Knowledge(NamedTuple):
    """The tables, compiled."""

    units: Units
    hedges: Hedges
    exclusions: Exclusions
    trends: Trends
    roles: Roles
    modalities: Modalities
    multiples: Multiples
    nouns: Nouns
    ranges: Ranges
    settling: Settling


class Seen(NamedTuple):
    """A number with all that its own place says of it."""

    measure: Measure
    hedged: Hedged
    place: Place
    sentence: Sentence
