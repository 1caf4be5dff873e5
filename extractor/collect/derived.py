"""Makes an object of the record from what a component left on the `Doc`: fields of the same name are copied.

So the two shapes cannot drift apart: a field added to both is printed, without a line here.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def derived(kind: type[T], found: Mapping[str, Any], **more: Any) -> T:  # noqa: ANN401, fields of any type
    """An object of `kind`, with the fields of `more`, and the others as `found` has them; what neither has takes the
    class's own default."""
    known = kind.__dataclass_fields__
    return kind(**{name: value for name, value in found.items() if name in known and name not in more}, **more)
