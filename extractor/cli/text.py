"""The words of `extract --help`: what it reads and writes, examples for jq, exit codes."""

HELP = """Extract people, organizations, places, figures, quotes and dates from English news articles.

INPUT is a text file, a folder (read with all its subfolders, without hidden and binary files), a web page (.html), a
mail (.eml), a file of JSON Lines, CSV or Parquet with an article a line or row (text, id, published, title, publisher,
byline), any of them packed with gzip, or - for standard input, which is also read when there is no INPUT and something
is piped in.

Commands: "extract update" keeps a database or a folder of Parquet files true to a folder of articles, night after
night, "extract link" finds who is who across its articles and which reports are of one incident, "extract report" tells
what it says, "extract convert" writes saved records in another format, "extract schema" prints the JSON Schema of the
output, "extract trace" why a sentence is read as it is, "extract config" the settings and where they come from,
"extract completion" a script for your shell; each has --help. A file of such a name is read as ./schema.

On a terminal the output is a report to read; in a pipe or a file it is JSON for a single article and JSON Lines for
more. Every item has its offsets in the text and the rule that found it.
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
  0    every article has its record; also when the reader of a pipe has
       read enough and closed it
  1    with --exit-status: the same, but nothing was found
  2    nothing was done: bad options, a missing input, an output that
       exists or cannot be written
  3    done, but some articles failed; their records have "error"
  130  interrupted; with --output nothing was written, and --resume goes on
"""

UPDATE_HELP = """Keep a store true to the files that it came from: read what is new or changed, leave the rest alone.

STORE is a database (news.db) or a folder of Parquet files (news/); it is made where there is none. INPUT is what
extract reads. A file whose size and time are known costs nothing, one with others is hashed, and of a file with many
articles only those are read again that changed. Records of an older version of program, model or tables are made anew.
An article that cannot be read any more keeps its last good record, marked by its error; a file that is gone is marked,
or removed with --prune. A run that is killed leaves whole articles, and the next one goes on.
"""

UPDATE_EPILOG = """\b
Examples:
  extract update news.db articles/
  extract update news.db articles/ --prune --quiet --summary json
  extract update news/ wire.jsonl --published 2024-05-01
  sqlite3 news.db 'SELECT * FROM article_copies'
  sqlite3 news.db "SELECT source, id, state FROM inputs WHERE state <> 'done'"

\b
Exit codes: those of extract; 3 where the store holds an article of these
inputs that failed.
"""

LINK_HELP = """Link the articles of a database: who is who across them, and which reports are of one incident.

STORE is a database that extract update or extract -o made. People, organizations and places of all articles become
entities, reports become events with what every source says of their toll, and counts that contradict one another are
found. Links are a view of the records: they can be made again at any time, every one has a score and the rule that made
it, and only what has changed since the last time is looked at. A person's decisions win over them for ever: a CSV file
with the columns decision (same, different or name), one and other, by the ids that extract report shows.
"""

LINK_EPILOG = """\b
Examples:
  extract update news.db articles/ && extract link news.db
  extract link news.db --decisions decisions.csv
  sqlite3 news.db 'SELECT name, articles FROM entities ORDER BY articles DESC'
  sqlite3 news.db 'SELECT * FROM toll_claims ORDER BY incident, published'
"""

REPORT_HELP = """Tell what a linked store says.

STORE is a database that extract link has linked. WHAT is one of: entities, people, person NAME (what somebody said, in
order of days), sources (quotes and words by speaker, kind, paper and month), events (incidents with day, place and
toll), event ID (its claims over time, disputed ones first), copies (wire copies), changes (what one of two versions of
an article says and the other does not), check (what to look at first).
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

CHECK_HELP = """Check saved records against their texts: digests, every offset, ids, references, versions.

RECORDS is a file of --format json or jsonl, TEXTS are the inputs it was made of, found by source, id or digest; without
them the records' own texts (--with-text) count, or the files they name. Each fault is a line; exit status 1 says that
there is one.

--fix-offsets prints the records anew for texts that were edited since: what still stands in them is moved, what is not
found again is left out, and both are told on standard error.
"""

CHECK_EPILOG = """\b
Examples:
  extract check records.jsonl
  extract check records.jsonl articles/ --format jsonl
  extract check records.jsonl articles/ --fix-offsets > moved.jsonl
"""

CONVERT_HELP = """Write saved records in another format, without a model and without the articles.

RECORDS are files of --format json or jsonl, or - for standard input.
"""

CONVERT_EPILOG = """\b
Examples:
  extract convert records.jsonl -o news.db
  extract convert records.jsonl --format csv --only quotes -o quotes.csv
  extract convert records.jsonl --format geojson -o places.geojson
  jq -c 'select(.publisher == "The Courier")' records.jsonl | extract convert --format md
"""

CONFIG_HELP = """Print the settings that count here and where each value comes from.

Options of extract may follow; they win over the variables EXTRACT_NAME (EXTRACT_JOBS, EXTRACT_TEXT_COLUMN), these over
the nearest extract.toml in the working folder or above it, and that over ~/.config/extract/extract.toml (or
$XDG_CONFIG_HOME/extract). Options of one run alone, such as --output, --force and --resume, cannot be set.

--no-config, or EXTRACT_NO_CONFIG=1, heeds none of them. A file is what this prints: option names and values, in TOML.
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

One object of --format json, and one line of --format jsonl, is valid under it.
"""

SCHEMA_EPILOG = """\b
Example:
  extract schema | jq -r '."$defs".Figure.properties | keys[]'
"""

TRACE_HELP = """Show why a sentence is read as it is.

For everything found, and for what was nearly found: the step of the module and the row of the table that decided, and
what came second, in the order of the pipeline.
"""

TRACE_EPILOG = """\b
Examples:
  extract trace 'At least 20 boats sank, the port said.'
  extract trace article.txt --at 415
  extract trace --format json 'Ann Lee left.' | jq '.[].decisions'
"""
