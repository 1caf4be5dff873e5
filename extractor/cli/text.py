"""The words of `extract --help`: what it reads and writes, examples for jq, exit codes."""

HELP = """Extract people, organizations, places, figures, quotes and dates from English news articles.

INPUT is a text file, a folder (read with all its subfolders, without hidden and binary files), a file of JSON Lines
with {"text", "id", "published", "title", "publisher"} a line, or - for standard input, which is also read when there
is no INPUT and something is piped in. "extract schema" prints the JSON Schema of the output; a file of that name is
read as ./schema.

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

\b
Exit codes:
  0    every article has its record; also when the reader of a pipe has
       read enough and closed it
  2    nothing was done: bad options, a missing input, an output that
       exists or cannot be written
  3    done, but some articles failed; their records have "error"
  130  interrupted; with --output nothing was written
"""

SCHEMA_HELP = """Print the JSON Schema (draft 2020-12) of a record.

One object of --format json, and one line of --format jsonl, is valid under it.
"""

SCHEMA_EPILOG = """\b
Example:
  extract schema | jq -r '."$defs".Figure.properties | keys[]'
"""
