"""``python -m govdisclosure``."""

import sys

from govdisclosure.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
