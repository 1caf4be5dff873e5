"""Two processes against one: the command's own batch in a process of its own, and what the machine could give at most.

`python benchmarks/run.py` prints what this measures. The ceiling is two processes that know nothing of one another,
each over half of the texts: what they lack of 2 is lost to shared memory and caches, to the clock of the processor and
to whatever else runs, and no program can get it back. Seconds are those of the clock, so the machine must be quiet.
"""

import json
import subprocess
import sys
from pathlib import Path

CODE = """
import gc, json, os, sys, time
import extractor
from extractor import Article, batch
texts, repeat = json.load(open(sys.argv[2], encoding="utf-8")), int(sys.argv[3])
loaded = extractor.load(model=sys.argv[1])
articles = [Article(text=text, id=str(number)) for number, text in enumerate(texts)]
for article in articles:  # whoever comes first would have to learn the words for the others
    loaded.record(article)

by_length = sorted(articles, key=lambda article: len(article.text))

def clock(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started

def whole(jobs, some):
    for _ in batch.outcomes(iter(some), loaded, jobs=jobs):
        pass

def forked(parts):
    gc.freeze()
    children = []
    for part in parts:
        child = os.fork()
        if not child:
            for article in part:
                loaded.record(article)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    gc.unfreeze()

rows = []
for _ in range(repeat):
    rows.append({
        "one": clock(lambda: whole(1, articles)),
        "two": clock(lambda: whole(2, articles)),
        "alone": clock(lambda: forked([articles])),
        "halves": clock(lambda: forked([by_length[::4] + by_length[3::4], by_length[1::4] + by_length[2::4]])),
        "ten, one": clock(lambda: whole(1, articles[:10])),
        "ten, two": clock(lambda: whole(2, articles[:10])),
    })
print(json.dumps(rows))
"""
Seconds = dict[str, float]


def seconds(model: str, texts: list[str], repeat: int, scratch: Path) -> list[Seconds]:
    """The seconds of each measurement: all texts by one and by two processes, by one fork and by two that halve them,
    and the first ten by one and by two."""
    listed = scratch / "parallel.json"
    listed.write_text(json.dumps(texts), encoding="utf-8")
    command = [sys.executable, "-c", CODE, model, str(listed), str(repeat)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    rows: list[Seconds] = json.loads(done.stdout)
    return rows
