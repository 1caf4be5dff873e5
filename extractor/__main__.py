"""`python -m extractor` is `extract`."""

import sys

from extractor.cli.app import main

sys.exit(main())
