"""Settings from files and variables, completion for shells, the man page, and progress on a terminal."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.cli import completion
from extractor.cli.app import app, main
from tests.command import extract, start


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A folder within a project with settings, of a user who has settings too."""
    for name in [name for name in os.environ if name.startswith("EXTRACT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "extract").mkdir(parents=True)
    (tmp_path / "home" / "extract" / "extract.toml").write_text('only = ["people"]\ncompact = true\njobs = 7\n')
    (tmp_path / "project" / "deep").mkdir(parents=True)
    (tmp_path / "project" / "rules").mkdir()
    (tmp_path / "project" / "extract.toml").write_text('only = ["people", "dates"]\nrules = "rules"\n')
    monkeypatch.chdir(tmp_path / "project" / "deep")
    (Path.cwd() / "a.txt").write_text("Ana spoke.")
    return tmp_path


def shown(capfd, *arguments):
    assert main(["config", *arguments]) == 0
    lines = [line.partition("  # ") for line in capfd.readouterr().out.splitlines()]
    return {
        left.split(" =")[0].lstrip("# "): (left.partition("= ")[2].strip(), origin.strip()) for left, _, origin in lines
    }


def test_where_each_value_comes_from(tree, capfd, monkeypatch):
    monkeypatch.setenv("EXTRACT_JOBS", "3")
    monkeypatch.setenv("EXTRACT_TRUST_CONFIG", "1")
    found = shown(capfd, "--color", "never")
    assert found["only"] == ('["people", "dates"]', str(tree / "project" / "extract.toml"))
    assert found["rules"][0] == f'"{tree}/project/rules"'
    assert found["compact"] == ("true", str(tree / "home" / "extract" / "extract.toml"))
    assert found["jobs"] == ("3", "EXTRACT_JOBS")
    assert found["color"] == ('"never"', "the command line")
    assert found["format"] == ('"auto"', "default")


def test_flags_win_and_nothing_counts_where_it_is_not_wanted(tree, capfd, monkeypatch):
    monkeypatch.setenv("EXTRACT_ONLY", "places,dates")
    assert shown(capfd, "--only", "quotes")["only"] == ('["quotes"]', "the command line")
    assert shown(capfd)["only"][1] == "EXTRACT_ONLY"
    assert shown(capfd, "--no-config")["only"] == ("", "default")
    monkeypatch.setenv("EXTRACT_NO_CONFIG", "1")
    assert shown(capfd)["only"] == ("", "default")


def test_settings_are_heeded(tree):
    environment = {"XDG_CONFIG_HOME": str(tree / "home"), "EXTRACT_FIELDS": "id,people.name"}
    code, out, err = extract("a.txt", "--rules", str(tree / "project" / "rules"), more_environment=environment)
    assert (code, out, err) == (0, '{"id":"a","people":[{"name":"Ana"}]}\n', "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("jobs = [", "extract.toml cannot be read"),
        ("job = 2", 'no setting "job"; there are format, only'),
        ("output = 'x'", 'no setting "output"'),
        ("jobs = 'many'", "jobs cannot be many"),
        ("quiet = 'perhaps'", "quiet is perhaps; write true or false"),
        ("only = [1]", '"only" is neither a string'),
        ("format = 'jsn'", '--format has no "jsn"'),
    ],
)
def test_a_slip_is_told_with_its_file(tree, capfd, text, message):
    (tree / "project" / "extract.toml").write_text(text)
    assert main(["a.txt"]) == 2
    err = capfd.readouterr().err
    assert message in err
    assert str(tree / "project" / "extract.toml") in err


def test_what_config_prints_is_a_file_of_settings(tree, capfd):
    main(["config", "--no-config", "--glob", "*.txt"])
    (tree / "project" / "extract.toml").write_text(capfd.readouterr().out)
    assert shown(capfd)["glob"] == ('["*.txt"]', str(tree / "project" / "extract.toml"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell, capfd, tmp_path):
    assert main(["completion", shell]) == 0
    script = capfd.readouterr().out
    for option in completion.options(app):
        for name in option.names if shell != "bash" else option.names[:1]:
            assert name in script or f"-l {name[2:]}" in script or f"-s {name[1:]}" in script
    if shutil.which(shell):
        (tmp_path / "script").write_text(script)
        subprocess.run([shell, "-n", str(tmp_path / "script")], check=True)


TYPED = [
    (["extract", "--form"], ["--format"]),
    (["extract", "--format", "js"], ["json", "jsonl"]),
    (["extract", "sche"], ["schema"]),
    (["extract", "completion", "f"], ["fish"]),
    (["extract", "convert", "--fo"], ["--format", "--force"]),
    (["extract", "--color", "a"], ["auto", "always"]),
]


@pytest.mark.parametrize(("words", "expected"), TYPED)
def test_bash_completes(words, expected, tmp_path):
    script = completion.bash()
    ask = f"COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _extract; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", script + ask], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert sorted(done.stdout.split()) == sorted(expected)


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
@pytest.mark.parametrize(("words", "expected"), TYPED)
def test_fish_completes(words, expected, tmp_path):
    (tmp_path / "extract.fish").write_text(completion.fish())
    ask = ["fish", "--no-config", "-c", f"source extract.fish; complete -C '{' '.join(words)}'"]
    environment = {**os.environ, "HOME": str(tmp_path)}
    done = subprocess.run(ask, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert sorted(line.split("\t")[0] for line in done.stdout.splitlines()) == sorted(expected)


ZSH = r"""
zmodload zsh/zpty
zpty -b z zsh -f -i
zpty -w z "PS1=; unset zle_bracketed_paste; fpath=($PWD \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w z "print READY''NOW"
zpty -r -m z ignored '*READYNOW*'
zpty -w -n z "$1"$'\t\t'
zpty -r -m z shown "*$2*" && zpty -w -n z $'\x15'"print DO''NE"$'\n' && zpty -r -m z more '*DONE*'
print -r -- $shown $more
"""
"""A terminal in which zsh is asked by two TABs: the first completes as far as is sure, the second lists."""


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
@pytest.mark.parametrize(("words", "expected"), TYPED)
def test_zsh_completes(words, expected, tmp_path):
    (tmp_path / "_extract").write_text(completion.zsh())
    ask = ["zsh", "-f", "-c", ZSH, "zsh", " ".join(words), expected[0][len(words[-1]) :]]
    environment = {**os.environ, "TERM": "dumb"}
    done = subprocess.run(ask, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=True)
    for word in expected:
        assert word in done.stdout.replace("\a", "")


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_the_man_page_is_sound():
    page = Path(__file__).parent.parent / "docs" / "extract.1"
    done = subprocess.run(["man", "--warnings", "-l", str(page)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    for words in ("SYNOPSIS", "--files-from", "EXIT CODES", "extract.toml", "EXTRACT_NO_CONFIG"):
        assert words in done.stdout


def watched(folder, *arguments):
    """What a run shows on a terminal that is its standard error only."""
    parent, child = pty.openpty()
    (folder / "n.jsonl").write_text('{"text": "Ana."}\n' * 300 + '{"text": "fail"}\n')
    with start("n.jsonl", *arguments, cwd=folder, stderr=child, more_environment={"WORK": "0.002"}) as process:
        os.close(child)
        out = process.stdout.read()
        process.wait(60)
        seen = b""
        while True:
            try:
                block = os.read(parent, 65536)
            except OSError:
                break
            if not block:
                break
            seen += block
    os.close(parent)
    return out, seen.decode()


def test_progress_on_a_terminal(tmp_path):
    out, seen = watched(tmp_path)
    assert "articles" in seen
    assert "words/s" in seen
    assert out.count(b"\n") == 301
    assert b"\x1b" not in out


@pytest.mark.parametrize("option", ["--no-progress", "--quiet"])
def test_no_progress(tmp_path, option):
    assert "words/s" not in watched(tmp_path, option)[1]


def test_words_come_quickly():
    """No more than twice and a half what the command line's own libraries take to load, and the digest of the tables'
    megabytes besides, which the version tells; spaCy alone takes six times."""
    least = min(cpu("-c", "import typer, rich.console") for _ in range(3))
    for argument, times in (("--help", 2.5), ("--version", 3.5)):
        assert min(cpu("-m", "extractor", argument) for _ in range(3)) < times * least, argument


def cpu(*arguments):
    before = os.times()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
