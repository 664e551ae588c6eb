"""Files that nobody would write, read in bounded time and memory.

``python -m tests.fuzz --count 20000`` reads mutants of good files; ``python -m
tests.fuzz.hostile`` measures large files made to waste time.
"""
