#!/usr/bin/env python3
"""Is the cost linear? One article of 100 to 1,000,000 words: seconds of CPU, microseconds a word, peak memory.

    python benchmarks/scaling.py [--most WORDS] [--svg FILE] [--json FILE]

The article is our samples, paragraph after paragraph, repeated until it is long enough. Each length runs in a process
of its own, loaded and warmed by one sample first; the base model alone, on the same text, beside it as far as spaCy
takes it (a million characters). The SVG shows both on scales of powers of ten: linear is a straight line.
"""

import argparse
import itertools
import json
import math
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from extractor import locate

ROOT = Path(__file__).resolve().parent.parent
LENGTHS = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
BARE_LIMIT = 1_000_000
"""Characters that spaCy's own pipeline takes; the parser's memory is the reason."""
BARE_MOST = 30_000
"""Words up to which the bare model is run: it needs about 1 GB for 100,000."""
CODE = """
import json, resource, sys, time, warnings
warnings.filterwarnings("ignore", message=r"\\[W095\\]")
what, model, text = json.load(sys.stdin)
warm = text[:3000]
if what == "ours":
    import extractor
    loaded = extractor.load(model=model)
    run = lambda text: loaded.record(extractor.Article(text=text))
else:
    import spacy
    run = spacy.load(model)
run(warm)
started = time.process_time()
run(text)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
print(json.dumps({"seconds": time.process_time() - started, "memory": peak}))
"""
Row = dict[str, float | None]


def article(words: int) -> str:
    """Our samples' paragraphs in turn, cut at so many words."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(ROOT.glob("samples/*.txt"))]
    paragraphs = [paragraph.strip() for text in texts for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]
    taken, count = [], 0
    for paragraph in itertools.cycle(paragraphs):
        if count >= words:
            return "\n\n".join(taken)
        taken.append(" ".join(paragraph.split()[: words - count]))
        count += len(paragraph.split())
    return ""


def cost(what: str, text: str) -> dict[str, float]:
    """Seconds of CPU for the text, and the process's peak memory in MB."""
    given = json.dumps([what, locate.settings().base_model, text])
    done = subprocess.run([sys.executable, "-c", CODE], input=given, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def rows(most: int) -> Iterator[Row]:
    """A row for each length, printed as it is measured."""
    for words in (length for length in LENGTHS if length <= most):
        text = article(words)
        ours = cost("ours", text)
        bare = cost("bare", text) if words <= BARE_MOST and len(text) < BARE_LIMIT else None
        yield {
            "words": words,
            "seconds": ours["seconds"],
            "us/word": 1e6 * ours["seconds"] / words,
            "MB": ours["memory"],
            "bare us/word": 1e6 * bare["seconds"] / words if bare else None,
            "bare MB": bare["memory"] if bare else None,
        }


def plot(measured: list[Row]) -> str:
    """Seconds by words as an SVG, both in powers of ten."""
    left, top, width, height = 60, 20, 520, 320
    tens = (math.log10(measured[0]["words"] or 1), math.log10(measured[-1]["words"] or 1))
    low, high = -2, math.ceil(math.log10(max(row["seconds"] or 1 for row in measured)))

    def point(words: float, seconds: float) -> str:
        across = left + width * (math.log10(words) - tens[0]) / (tens[1] - tens[0])
        up = top + height * (high - math.log10(seconds)) / (high - low)
        return f"{across:.1f},{up:.1f}"

    ours = " ".join(point(row["words"] or 1, row["seconds"] or 1) for row in measured)
    bare = " ".join(
        point(row["words"] or 1, row["bare us/word"] * (row["words"] or 1) / 1e6)
        for row in measured
        if row["bare us/word"] is not None
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 20} {top + height + 50}">',
        "<style>text { font: 12px sans-serif }</style>",
        f'<rect width="{left + width + 20}" height="{top + height + 50}" fill="white"/>',
    ]
    for power in range(low, high + 1):
        across, up = point(10 ** tens[0], 10.0**power).split(",")
        lines.append(f'<path d="M{across} {up}h{width}" stroke="#ddd"/>')
        lines.append(f'<text x="{left - 8}" y="{float(up) + 4}" text-anchor="end">{10.0**power:g} s</text>')
    for power in range(math.ceil(tens[0]), math.floor(tens[1]) + 1):
        across, _ = point(10.0**power, 1).split(",")
        lines.append(f'<text x="{across}" y="{top + height + 20}" text-anchor="middle">{10**power:,}</text>')
    lines += [
        f'<text x="{left + width / 2}" y="{top + height + 40}" text-anchor="middle">words in the article</text>',
        f'<polyline points="{ours}" fill="none" stroke="#0b62a4" stroke-width="2"/>',
        f'<polyline points="{bare}" fill="none" stroke="#999" stroke-width="2" stroke-dasharray="5 4"/>',
        f'<text x="{left + 12}" y="{top + 16}" fill="#0b62a4">extract, all components</text>',
        f'<text x="{left + 12}" y="{top + 34}" fill="#777">base model alone, dashed</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and write the plot where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=LENGTHS[-1], metavar="WORDS")
    parser.add_argument("--svg", type=Path, metavar="FILE")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    measured: list[Row] = []
    for row in rows(args.most):
        measured.append(row)
        if len(measured) == 1:
            print("".join(f"{name:>14}" for name in row))
        print("".join(f"{'':>14}" if value is None else f"{value:14,.2f}" for value in row.values()), flush=True)
    if args.svg:
        args.svg.write_text(plot(measured), encoding="utf-8")
    if args.json:
        args.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
