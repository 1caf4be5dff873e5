"""Many articles, one record each, in the order of the articles: nothing is lost because one of them fails.

`one` makes the record of one article whatever happens, `stream` puts the records of many in order, `workers` spreads
them over processes, and `journal` remembers what was done, so that an interrupted run can go on.
"""

from extractor.batch.journal import Journal, content
from extractor.batch.one import Extractor, failed
from extractor.batch.stream import Outcome, isolated, outcomes
from extractor.batch.workers import Workers

__all__ = ["Extractor", "Journal", "Outcome", "Workers", "content", "failed", "isolated", "outcomes"]
