"""The command line: options to a request (`app`, `options`), the request carried out (`run`), words for a person.

The library raises typed errors; here alone they become a line on standard error and an exit code.
"""
