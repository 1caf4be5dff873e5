"""The page: articles with their evidence, as one HTML file that needs nothing else and asks the network for nothing.

`text` marks the text, `atlas` draws the map, `article` joins them with what stands beside the text, `index` is over
many articles, and `document` fills the templates. An article's part of the page waits in a temporary
file while the next one is made, because the index, which is over all of them, stands before them.

Of several articles each waits in the page as the content of a `noscript` element, which a browser with scripts takes
for a piece of text and not for elements: two thousand articles are there at once, and one is made when it is opened.
A browser without scripts shows them all.
"""

import tempfile
from collections.abc import Iterable
from typing import BinaryIO

from extractor.record import Record
from extractor.writing.html import article, document, index
from extractor.writing.view import View

IN_MEMORY = 1 << 24


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes one page for all records, in UTF-8; a record without its text has no text there, only what was found."""
    gathered = index.Index()
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as waiting:
        begins = []
        for number, record in enumerate(records, start=1):
            shown = article.article(record, number, view.only)
            gathered.add(record, shown, view.only)
            begins.append(waiting.tell())
            waiting.write(document.part(shown).encode())
        begins.append(waiting.tell())
        stream.write(document.head(gathered).encode())
        waiting.seek(0)
        for key, begin, end in zip(gathered.articles, begins, begins[1:], strict=False):
            held = len(gathered.articles) > 1
            stream.write(f'<noscript id="{key}-held">\n'.encode() if held else b"")
            stream.write(waiting.read(end - begin))
            stream.write(b"</noscript>\n" if held else b"")
        stream.write(document.foot(list(gathered.made)).encode())
        stream.flush()
