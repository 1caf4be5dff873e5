"""The words of `extract --help`: what it reads and writes, examples for jq, exit codes."""

HELP = """Extract people, organizations, places, figures, quotes and dates from English news articles.

INPUT is a text file, a folder (read with all its subfolders, without hidden and binary files), a web page (.html), a
mail (.eml), a file of JSON Lines, CSV or Parquet with one article per line or row (text, id, published, title,
publisher, byline), or - for standard input, which is also read when there is no INPUT and something is piped in. Any
of them may be compressed with gzip.

On a terminal the output is a report to read; in a pipe or a file it is JSON for a single article and JSON Lines for
several. Every item has its offsets in the text and the rule that found it.

\b
Commands, each with its own --help:
  extract update      keep a database up to date with a folder of articles
  extract link        find the same people and incidents across its articles
  extract report      print what a linked database says
  extract check       check saved records against their texts
  extract convert     write saved records in another format
  extract schema      print the JSON Schema of the output
  extract trace       show why a sentence was read as it was
  extract config      print the settings and where they come from
  extract completion  print a completion script for your shell
To read a file that is named like a command, write ./report.
"""

EPILOG = """\b
Examples:
  extract article.txt
  extract article.txt | jq '.quotes'
  extract article.txt | jq -r '.quotes[] | [.speaker.name, .text] | @tsv'
  extract articles/ | jq -r '.people[].name' | sort | uniq -c | sort -rn
  extract corpus.jsonl -o records.jsonl
  jq -c 'select(.error) | [.id, .error.message]' records.jsonl
  pdftotext report.pdf - | extract --published 2024-05-01 --format text
  extract --only figures article.txt | jq '.figures[] | select(.role == "killed")'
  extract articles/ --format csv --only quotes -o quotes.csv
  extract update news.db articles/ && sqlite3 news.db 'SELECT * FROM speakers'
  find . -name '*.txt' -mtime -1 -print0 | extract --files-from - -0 -o day.jsonl
  extract --resume archive/ -o archive.jsonl
  extract s3://news/2024/ -o s3://records/ --engine ray --address auto

\b
Exit codes:
  0    every article has its record; also if the reader of the output
       closed the pipe early
  1    with --exit-status: the same, but nothing was found
  2    nothing was done: bad options, a missing input, an output that
       exists or cannot be written
  3    done, but some articles failed; their records have "error"
  130  interrupted; with --output nothing was written, and --resume goes on
"""

UPDATE_HELP = """Keep a database up to date with its articles: process what is new or changed and skip the rest.

STORE is a database (news.db) or a folder of Parquet files (news/); it is created if it does not exist. INPUT is
anything that extract reads.

A file whose size and time have not changed is skipped at once; any other is compared by its hash, and in a file with
many articles only the changed ones are processed. Records made by an older version of the program, model or tables are
made again. An article that can no longer be read keeps its last good record, marked with the error; an article whose
file is gone is marked, or removed with --prune. If a run is interrupted, every stored article is complete and the next
run continues.
"""

UPDATE_EPILOG = """\b
Examples:
  extract update news.db articles/
  extract update news.db articles/ --prune --quiet --summary json
  extract update news/ wire.jsonl --published 2024-05-01
  sqlite3 news.db 'SELECT * FROM article_copies'
  sqlite3 news.db "SELECT source, id, state FROM inputs WHERE state <> 'done'"

\b
Exit codes: as for extract; 3 if the store holds an article of these
inputs that failed.
"""

LINK_HELP = """Link the articles of a database: find the same people and the same incidents across them.

STORE is a database made by extract update or extract -o. The people, organizations and places of all articles become
entities; reports of the same incident become one event, with the toll that each source gives and the counts that
contradict each other.

Links are derived from the records and can be made again at any time; each has a score and the rule that made it, and
only what changed since the last run is linked again. Your own decisions always override them: a CSV file with the
columns decision (same, different or name), one and other, with ids as extract report shows them.
"""

LINK_EPILOG = """\b
Examples:
  extract update news.db articles/ && extract link news.db
  extract link news.db --decisions decisions.csv
  sqlite3 news.db 'SELECT name, articles FROM entities ORDER BY articles DESC'
  sqlite3 news.db 'SELECT * FROM toll_claims ORDER BY incident, published'
"""

REPORT_HELP = """Print what a linked database says.

STORE is a database that extract link has linked. WHAT is one of:

\b
  entities     the people, organizations and places of all articles
  people       the people, with the number of their articles
  person NAME  what a person said, in order of time
  sources      quotes and words by speaker, kind, publisher and month
  events       incidents with day, place and toll
  event ID     the claims about an incident over time, disputed ones first
  copies       articles that are copies of one wire report
  changes      what one version of an article says and the other does not
  check        what to check first
"""

REPORT_EPILOG = """\b
Examples, for a conflict coder:
  extract report news.db events --since 2024-01-01 -o events.csv
  extract report news.db event incident-3f2a9c0d1b7e4a58
\b
For a media researcher:
  extract report news.db sources --once -o sources.parquet
  extract report news.db people --min-articles 3 --publisher "The Courier"
\b
For an editor:
  extract report news.db person "Ruth Calder"
  extract report news.db check | head -n 20
"""

CHECK_HELP = """Check saved records against their texts: hashes, every offset, ids, references and versions.

RECORDS is a file made with --format json or jsonl. TEXTS are the inputs it was made from, matched by source, id or
hash; without TEXTS, the texts in the records (--with-text) or the files they name are used. Each fault is printed on a
line of its own, and the exit status is 1 if there is any.

With --fix-offsets the records are printed again for texts that were edited since: items that are still in the text are
moved, items that cannot be found are left out, and both are reported on standard error.
"""

CHECK_EPILOG = """\b
Examples:
  extract check records.jsonl
  extract check records.jsonl articles/ --format jsonl
  extract check records.jsonl articles/ --fix-offsets > moved.jsonl
"""

CONVERT_HELP = """Write saved records in another format; neither the model nor the articles are needed.

RECORDS are files made with --format json or jsonl, or - for standard input.
"""

CONVERT_EPILOG = """\b
Examples:
  extract convert records.jsonl -o news.db
  extract convert records.jsonl --format csv --only quotes -o quotes.csv
  extract convert records.jsonl --format geojson -o places.geojson
  jq -c 'select(.publisher == "The Courier")' records.jsonl | extract convert --format md
"""

CONFIG_HELP = """Print the settings that apply here and where each value comes from.

Settings are looked up in this order, and the first one found applies: the options on the command line (options of
extract may follow); environment variables such as EXTRACT_JOBS or EXTRACT_TEXT_COLUMN; the nearest extract.toml in the
working folder or above it; ~/.config/extract/extract.toml (or $XDG_CONFIG_HOME/extract). Options that make sense for
one run only, such as --output, --force and --resume, cannot be set in these files.

With --no-config, or EXTRACT_NO_CONFIG=1, variables and files are ignored. The output is itself a valid settings file:
option names and values, in TOML.
"""

CONFIG_EPILOG = """\b
Examples:
  extract config
  EXTRACT_JOBS=2 extract config --only quotes
  extract config > extract.toml
"""

COMPLETION_HELP = """Print a script that completes options, their values and file names.

SHELL is bash, zsh or fish.
"""

COMPLETION_EPILOG = """\b
Examples:
  extract completion bash > ~/.local/share/bash-completion/completions/extract
  extract completion zsh > ~/.zfunc/_extract
  extract completion fish > ~/.config/fish/completions/extract.fish
"""

SCHEMA_HELP = """Print the JSON Schema (draft 2020-12) of a record.

The output of --format json, and each line of --format jsonl, is valid against it.
"""

SCHEMA_EPILOG = """\b
Example:
  extract schema | jq -r '."$defs".Figure.properties | keys[]'
"""

TRACE_HELP = """Show why a sentence was read as it was.

For everything that was found or nearly found, in the order of the pipeline: the step and the table row that decided,
and what came second.
"""

TRACE_EPILOG = """\b
Examples:
  extract trace 'At least 20 boats sank, the port said.'
  extract trace article.txt --at 415
  extract trace --format json 'Ann Lee left.' | jq '.[].decisions'
"""
