"""`extract completion SHELL`: a script for bash, zsh or fish that completes options, their values and file names.

The scripts are made from the options themselves and stand alone: a TAB starts no Python.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Annotated, NamedTuple

import typer

from extractor.cli import app as command
from extractor.cli import text
from extractor.cli.program import program
from extractor.cli.request import choice
from extractor.record import LISTS
from extractor.writing import open_output

app = program()
FOLDERS = frozenset({"DIR"})


class Option(NamedTuple):
    """An option: its names, the words that can follow it, whether a value follows, and its help."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    valued: bool
    folder: bool
    help: str


def options(of: typer.Typer) -> list[Option]:
    """The options of a command, in their order, `--help` at the end."""
    found = []
    for parameter in typer.main.get_command(of).params:
        names = tuple(name for name in parameter.opts if name.startswith("-"))
        metavar = getattr(parameter, "metavar", None) or ""
        if names:
            words = tuple(metavar.split("|")) if "|" in metavar else LISTS if metavar == "LISTS" else ()
            valued = not getattr(parameter, "is_flag", False)
            found.append(Option(names, words, valued, metavar in FOLDERS, str(getattr(parameter, "help", "") or "")))
    return [*found, Option(("--help", "-h"), (), False, False, "Show the help and exit.")]


def commands() -> dict[str, list[Option]]:
    """The options of `extract` itself, under "", and of its commands."""
    others = {name: options(import_module(f"extractor.cli.{name}").app) for name in command.COMMANDS}
    return {"": options(command.app), **others}


def bash() -> str:
    """The script for bash."""
    lines = ["# bash completion for extract; put it into ~/.local/share/bash-completion/completions/extract"]
    lines += ["_extract() {", '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"']
    lines += ['    local command=""', f'    case "${{COMP_WORDS[1]}}" in {"|".join(command.COMMANDS)})']
    lines += ['        [ "$COMP_CWORD" -gt 1 ] && command="${COMP_WORDS[1]}" ;; esac']
    lines += ['    case "$before" in']
    for option in commands()[""]:
        if option.valued:
            words = f'-W "{" ".join(option.words)}"' if option.words else "-d" if option.folder else "-f"
            lines.append(f'        {"|".join(option.names)}) COMPREPLY=($(compgen {words} -- "$word")); return ;;')
    lines += ["    esac", '    if [[ "$word" == -* ]]; then', '        case "$command" in']
    for name, known in commands().items():
        names = " ".join(each for option in known for each in option.names if each.startswith("--"))
        lines.append(f'            "{name}") COMPREPLY=($(compgen -W "{names}" -- "$word")) ;;')
    lines += ["        esac", '    elif [ "$command" = completion ]; then']
    lines += [f'        COMPREPLY=($(compgen -W "{" ".join(SHELLS)}" -- "$word"))', "    else"]
    lines += ['        COMPREPLY=($(compgen -f -- "$word"))', '        [ "$COMP_CWORD" -eq 1 ] &&']
    lines += [f'            COMPREPLY+=($(compgen -W "{" ".join(command.COMMANDS)}" -- "$word"))', "    fi", "}"]
    return "\n".join([*lines, "complete -o filenames -F _extract extract", ""])


def zsh() -> str:
    """The script for zsh."""
    lines = ["#compdef extract", "# put it into a folder of $fpath as _extract", "_extract() {"]
    lines += ['    local command=""', "    (( CURRENT > 2 )) && command=${words[2]}", '    case "$command" in']
    for name, known in commands().items():
        if name:
            operands = f"'1: :' '2:shell:({' '.join(SHELLS)})'" if name == "completion" else "'*:file:_files'"
            lines.append(f"        {name}) _arguments {' '.join(_zsh(known))} {operands}; return ;;")
    lines += ["    esac", f"    (( CURRENT == 2 )) && compadd -- {' '.join(command.COMMANDS)}"]
    lines += [f"    _arguments -s {' '.join(_zsh(commands()['']))} '*:input:_files'", "}", '_extract "$@"', ""]
    return "\n".join(lines)


def _zsh(known: Sequence[Option]) -> Iterator[str]:
    for option in known:
        for name in option.names:
            said = option.help.translate(str.maketrans("'[]:", "’();"))
            values = f"({' '.join(option.words)})" if option.words else "_files -/" if option.folder else "_files"
            yield f"'*{name}[{said}]{f':value:{values}' if option.valued else ''}'"


def fish() -> str:
    """The script for fish."""
    lines = ["# fish completion for extract; put it into ~/.config/fish/completions/extract.fish"]
    names = " ".join(command.COMMANDS)
    first = f"not __fish_seen_subcommand_from {names}"
    lines += [f"complete -c extract -n '{first}; and test (count (commandline -opc)) -eq 1' -a '{names}'"]
    for name, known in commands().items():
        where = f"__fish_seen_subcommand_from {name}" if name else first
        for option in known:
            flags = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            values = f" -xa '{' '.join(option.words)}'" if option.words else " -r" if option.valued else ""
            said = option.help.replace("'", "’")
            lines.append(f"complete -c extract -n '{where}' {flags}{values} -d '{said}'")
    lines.append(f"complete -c extract -n '__fish_seen_subcommand_from completion' -xa '{' '.join(SHELLS)}'")
    return "\n".join([*lines, ""])


SHELLS: Mapping[str, Callable[[], str]] = MappingProxyType({"bash": bash, "zsh": zsh, "fish": fish})
Shell = Annotated[str, typer.Argument(metavar="SHELL", hidden=True)]


@app.command(
    help=text.COMPLETION_HELP, epilog=text.COMPLETION_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
def completion(*, shell: Shell) -> int:
    """Prints the script."""
    script = SHELLS[choice("completion", shell, tuple(SHELLS))]()
    with open_output(None) as stream:
        stream.write(script.encode())
    return 0


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    return int(app(list(arguments), prog_name="extract completion", standalone_mode=False) or 0)
