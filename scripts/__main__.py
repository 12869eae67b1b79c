"""Entry point: `python -m scripts COMMAND`."""

import sys

from scripts.cli import main

sys.exit(main())
