# What a contributor runs; `just` alone lists it. The environment is that of the README's second command.

bin := if path_exists(".venv/Scripts") == "true" { ".venv/Scripts" } else { ".venv/bin" }

# list the recipes
default:
    @just --list

# lint, types, architecture, tables: 20 seconds
check:
    {{bin}}/ruff check
    {{bin}}/ruff format --check
    {{bin}}/mypy
    {{bin}}/pytest -n 0 tests/test_architecture.py tests/test_tables.py

# all tests of one component, rows and sentences too, "just component quotes": 30 seconds
component name:
    {{bin}}/pytest -n 0 tests/pipes tests/test_sentences.py tests/test_rows.py -k "test_{{name}} or {{name}}:"

# every test, as continuous integration runs them: five to six minutes
all: check
    {{bin}}/pytest

# why a sentence is read as it is: just trace 'At least 20 boats sank.'
trace sentence:
    {{bin}}/extract trace '{{sentence}}'

# the golden records and reports of the samples, and the generated pages; read the difference afterwards
golden:
    {{bin}}/python tests/golden.py
    {{bin}}/python docs/build.py

# which inverted conditions of a component no test of it notices; --at FILE:LINE tries one again
mutants name count="20":
    {{bin}}/python benchmarks/mutants.py {{name}} --count {{count}}

# texts that nobody wrote, through the whole pipeline: a million take about an hour of one core; what fails is kept
fuzz count="1000000" seed="just":
    {{bin}}/python benchmarks/fuzz.py --count {{count}} --seed {{seed}} --keep tests/crashers.txt

# Growth of time over all units, kills at any moment, all dresses, 1,500 examples a property, each table as a user's.
# in full what the suite tries a share of: an hour
slow:
    SLOW=1 {{bin}}/pytest -m slow
    SLOW=1 {{bin}}/pytest tests/pipes tests/syntax tests/test_contract.py tests/test_writing.py tests/test_schema.py
