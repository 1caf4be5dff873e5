"""What an update is to do, which records are as this program would make them now, and which files it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.reading import STDIN, Defaults, fits
from extractor.reading.sources import is_folder, printable


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`made_by` names all that has a say in a record besides the article. `keep_versions` leaves records that another
    version made, `prune` removes what is gone, with `strict` a warning is a failure."""

    inputs: Sequence[str]
    made_by: str
    globs: Sequence[str] = ()
    form: str = "auto"
    defaults: Defaults = field(default_factory=Defaults)
    with_text: bool = True
    prune: bool = False
    keep_versions: bool = False
    strict: bool = False

    def is_current(self, made_by: str) -> bool:
        """Whether a record with this origin may stay."""
        return self.keep_versions or made_by == self.made_by


class Scope:
    """The files that a plan would meet if they were there: only of these can it be said that they are gone."""

    def __init__(self, plan: Plan) -> None:
        self._globs = plan.globs
        self._files = {printable(name) for name in plan.inputs if not is_folder(name)} - {STDIN}
        self._folders = [printable(str(Path(name))) for name in plan.inputs if is_folder(name)]

    def has(self, source: str, closed: Sequence[str]) -> bool:
        """Whether a file is one of them, and not below a folder that was `closed`."""
        if any(source.startswith(f"{folder}/") for folder in closed):
            return False
        if source in self._files:
            return True
        return any(self._inside(source, folder) for folder in self._folders)

    def _inside(self, source: str, folder: str) -> bool:
        if folder == ".":
            return not source.startswith(("/", "../")) and fits(source, self._globs)
        top = f"{folder.rstrip('/')}/"
        return source.startswith(top) and fits(source.removeprefix(top), self._globs)
