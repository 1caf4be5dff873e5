"""What made a record: the versions of package, base model and tables, found without importing spaCy.

The tables' version is that of `meta.json` and a digest of every file, so that two records with the same provenance
were made by the same rules even where someone edited a row.
"""

import hashlib
import importlib.util
import json
from functools import cache
from importlib import metadata
from pathlib import Path

from extractor import locate
from extractor.errors import ModelError
from extractor.record import Provenance

DISTRIBUTION = "newsextract"
DATA = frozenset({".csv", ".tsv", ".cfg", ".json"})


def digest(folder: Path) -> str:
    """The first twelve hexadecimal digits of a hash over the names and contents of a folder's tables."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in DATA and path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(path.read_bytes() + b"\0")
    return total.hexdigest()[:12]


def model_folder(model: str) -> Path:
    """The folder of an installed pipeline package or of a path; raises ModelError where there is neither."""
    path = Path(model)
    if (path / "meta.json").is_file():
        return path
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    if spec is None or spec.origin is None:
        raise ModelError(
            f'no base model "{model}": it is neither an installed package nor a folder with a meta.json; '
            "install one with pip, or leave --model out"
        )
    return Path(spec.origin).parent


def model_data(model: str) -> Path | None:
    """The folder with the pipeline's own files, which in a package stands below; None where there is not just one."""
    folder = model_folder(model)
    found = [path.parent for path in (folder / "config.cfg", *folder.glob("*/config.cfg")) if path.is_file()]
    return found[0] if len(found) == 1 else None


@cache
def model_version(model: str) -> str:
    """Name and version of the pipeline, such as "en_core_web_md 3.7.1", as its meta.json has them."""
    folder = model_folder(model)
    found = next((p for p in (folder / "meta.json", *sorted(folder.glob("*/meta.json"))) if p.is_file()), None)
    if found is None:
        raise ModelError(f'"{model}" ({folder}) is no spaCy pipeline: it has no meta.json')
    meta = json.loads(found.read_text(encoding="utf-8"))
    return f"{meta.get('lang', 'en')}_{meta.get('name', model)} {meta.get('version', '?')}"


@cache
def versions(
    model: str | None = None,
    *,
    language: str = "en",
    rules: Path | None = None,
    countries: tuple[str, ...] = (),
    keep_furniture: bool = False,
) -> Provenance:
    """The provenance of records made with this base model, these tables, the user's own rules, these countries, and
    with the furniture read or not."""
    settings = locate.settings(language)
    tables = f"{language} {settings.version} {digest(locate.language(language))}"
    return Provenance(
        package=f"{DISTRIBUTION} {metadata.version(DISTRIBUTION)}",
        model=model_version(model or settings.base_model),
        tables=tables
        + (f" rules {digest(rules)}" if rules is not None else "")
        + (f" country {','.join(countries)}" if countries else "")
        + (" with furniture" if keep_furniture else ""),
    )
