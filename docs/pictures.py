#!/usr/bin/env python3
"""Draw the pictures of the README from a sample: the report as a terminal shows it (SVG), and the page (PNG).

    python docs/pictures.py [FOLDER]

Both show golden records, which are what the program makes of the samples. The report is drawn by Rich from the bytes
that `extract` prints, and a test compares; the page is photographed by Debian's chromium, so that its bytes depend on
the machine's fonts, and is left out where there is no chromium.
"""

import io
import shutil
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from extractor.writing import FORMATS, View  # noqa: E402, only found by now where nothing is installed
from tests.golden import saved_record  # noqa: E402

SAMPLE = "siege"
LISTS = ("people", "places", "quotes", "dates")
COLUMNS = 92
THEME = TerminalTheme(
    (250, 250, 247),
    (28, 30, 33),
    [
        (28, 30, 33),
        (168, 7, 26),
        (23, 95, 53),
        (138, 75, 0),
        (23, 82, 143),
        (111, 42, 132),
        (11, 105, 117),
        (90, 94, 100),
    ],
)
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="ui-monospace, Menlo, Consolas, \
'DejaVu Sans Mono', monospace" font-size="{char_height}px" role="img" aria-label="A report in a terminal">
<style>.{unique_id}-title {{ font: 16px sans-serif; }}
{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def report() -> str:
    """A report in a window, as SVG; without fonts of its own, so that nothing is fetched to show it."""
    stream = io.BytesIO()
    FORMATS["text"].write([saved_record(SAMPLE)], stream, View(only=LISTS, width=COLUMNS, color=True))
    lines = stream.getvalue().decode().rstrip().split("\n")
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi("\n".join(lines)), soft_wrap=True)
    drawn = console.export_svg(
        title=f"extract --only {','.join(LISTS)} samples/{SAMPLE}.txt",
        theme=THEME,
        code_format=FRAME,
        unique_id="report",
    )
    return "".join(f"{line.rstrip()}\n" for line in drawn.splitlines() if line.strip())


def photograph(target: Path, chromium: str) -> None:
    """The page of a sample with the answer at one of its figures, as PNG."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415, needed here only

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        source = Path(folder) / "page.html"
        with source.open("wb") as stream:
            FORMATS["html"].write([saved_record(SAMPLE)], stream, View(single=True))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 720}, reduced_motion="reduce")
        page.goto(source.as_uri())
        page.locator("mark[data-k=F3]").first.click()
        page.evaluate("scrollTo(0, document.querySelector('.events').offsetTop - 12)")
        page.screenshot(path=target)
        browser.close()


def draw(folder: Path) -> None:
    """Draw both."""
    (folder / "report.svg").write_text(report(), encoding="utf-8")
    chromium = shutil.which("chromium")
    if chromium:
        photograph(folder / "page.png", chromium)
    else:
        sys.stderr.write("no chromium here: page.png is left as it is\n")


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
