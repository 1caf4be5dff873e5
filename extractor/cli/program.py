"""What all commands share: how a command's options are read and its errors shown, and the argument STORE."""

from typing import Annotated

import typer

Store = Annotated[str, typer.Argument(metavar="STORE", hidden=True)]
"""A database or a folder of Parquet files."""


def program() -> typer.Typer:
    """A command whose help is plain text and whose errors are ours."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
