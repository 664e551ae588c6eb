"""What every process of the tests needs."""

import signal

# The shell lets what it starts in the background ignore Ctrl-C, and so would the processes that
# tests start to interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)
