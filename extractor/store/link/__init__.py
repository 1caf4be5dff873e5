"""Links across articles: who is who, and which reports are of one incident. A view of the records that can be rebuilt.

Each kind is settled in blocks, a block by what its members are called, as a function of its members alone and in an
order of their own; so the rows are the same whether a store was made in one night or in thirty.
"""

from extractor.store.link.decisions import decide
from extractor.store.link.run import Linked, link

__all__ = ["Linked", "decide", "link"]
