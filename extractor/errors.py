"""The one family of errors that this package raises on purpose.

The library raises them; only the command line turns them into a line on standard error and an exit code. A message
says what is wrong, where, and what to do about it.
"""


class ExtractError(Exception):
    """Base of all: catching it catches everything that a user can cause and mend."""


class InputError(ExtractError):
    """An input that cannot be read: missing, binary, undecodable, or not in the form that was announced."""


class OutputError(ExtractError):
    """An output that cannot be written, or that would overwrite what is there."""


class OptionError(ExtractError):
    """An option's value that makes no sense: a date that is none, an unknown field or model."""


class TableError(ExtractError):
    """A table under `models/` or in the user's rules that breaks its form; the message has file and line."""


class ModelError(ExtractError):
    """A base model that is not installed, or lacks a component that the rules need."""


class ClusterError(ExtractError):
    """A cluster that cannot be reached or used, or that stopped in mid-run."""


class OvertimeError(ExtractError):
    """An article that took longer than it may: the record is an error, the run goes on."""


class WorkerError(ExtractError):
    """A worker process that died over an article: for want of memory, or of a fault in a compiled library."""
