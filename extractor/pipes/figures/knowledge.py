"""All tables of the component, compiled."""

from typing import NamedTuple

from extractor.pipes.figures.ages import Lives
from extractor.pipes.figures.companions import Companions
from extractor.pipes.figures.exclusions import Exclusions
from extractor.pipes.figures.hedges import Hedges
from extractor.pipes.figures.leaving import Leaving
from extractor.pipes.figures.modality import Modalities
from extractor.pipes.figures.multiples import Multiples
from extractor.pipes.figures.nouns import Nouns
from extractor.pipes.figures.ranges import Ranges
from extractor.pipes.figures.retold import Retold
from extractor.pipes.figures.roles import Roles
from extractor.pipes.figures.settle import Settling
from extractor.pipes.figures.singles import Singles
from extractor.pipes.figures.spans import Spans
from extractor.pipes.figures.times import Clock
from extractor.pipes.figures.trends import Trends
from extractor.pipes.figures.units import Units


class Knowledge(NamedTuple):
    """The tables, compiled."""

    units: Units
    lives: Lives
    hedges: Hedges
    exclusions: Exclusions
    trends: Trends
    roles: Roles
    singles: Singles
    modalities: Modalities
    multiples: Multiples
    nouns: Nouns
    ranges: Ranges
    spans: Spans
    retold: Retold
    settling: Settling
    companions: Companions
    leaving: Leaving
    clock: Clock
