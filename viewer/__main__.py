"""``python -m viewer`` is the command ``persona-viewer``."""

import sys

from viewer.cli import main

sys.exit(main())
