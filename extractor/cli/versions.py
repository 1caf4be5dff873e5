"""`extract --version`: all that has a say in the output, found without importing spaCy."""

import platform
from importlib import metadata

from extractor.errors import ModelError
from extractor.provenance import versions

GEONAMES = "Places: GeoNames (https://www.geonames.org), CC BY 4.0"


def text() -> str:
    """A line each for the program, Python, spaCy, the default base model, the tables, and whose places they are."""
    try:
        made = versions(None)
    except ModelError as error:
        return f"newsextract {metadata.version('newsextract')}, which cannot run: {error}"
    lines = (
        made.package,
        f"Python {platform.python_version()}",
        f"spaCy {metadata.version('spacy')}",
        f"model {made.model}",
        f"tables {made.tables}",
        GEONAMES,
    )
    return "\n".join(lines)
