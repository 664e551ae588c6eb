"""``python -m tests.fuzz --count 20000 --seed 1``."""

import sys

from tests.fuzz.attempts import main

if __name__ == "__main__":
    sys.exit(main())
