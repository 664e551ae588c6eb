"""A megabyte of something, and the report that it is put into."""

import random
from collections.abc import Callable
from itertools import count

from govdisclosure import read
from govdisclosure.files import form_as
from tests.support.paths import ROOT

SIZE = 1_000_000
"""Bytes of a hostile file, about; of an office file and a PDF unpacked, what packs to less."""

REPORT = read(ROOT / "docs/examples/xikou-2023.txt").report
TEXT = form_as(REPORT, "text").decode()
PAGE = form_as(REPORT, "html").decode()


def fill(piece: str, size: int = 0) -> str:
    """A piece again and again, up to some bytes."""
    return piece * ((size or SIZE) // len(piece.encode()))


def each(make: Callable[[int], str], size: int = 0) -> str:
    """Pieces that all differ, up to some bytes."""
    pieces: list[str] = []
    size = size or SIZE
    for n in count():
        pieces.append(make(n))
        size -= len(pieces[-1].encode())
        if size <= 0:
            return "".join(pieces)
    raise AssertionError


def shuffled(n: int, words: str, length: int = 20) -> str:
    """Characters of some words in an order of their own."""
    return "".join(random.Random(n).choices(words, k=length))
