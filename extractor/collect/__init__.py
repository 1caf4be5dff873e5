"""From the `Doc` to the record: the only reader of slots outside the components, and where the `Doc` dies."""

from extractor.collect.record import collect
from extractor.collect.restored import restored

__all__ = ["collect", "restored"]
