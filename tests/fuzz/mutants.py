"""Good files spoilt by chance, the same each time: file ``number`` of a ``seed``."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from random import Random
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from attrs import frozen

from govdisclosure import loads, read
from govdisclosure.files import form_as
from tests.support.paths import ROOT
from tests.support.printing import in_pdf

LARGEST = 300_000
"""Bytes of a mutant: hostile.py makes the large files."""

_TAG = re.compile(rb"<[^<>]{1,200}>")
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"9" * 400, b"-1", b"1e999", b"0x7f", b"99999999999", b"0", b"4294967296", b"")
_ENCODINGS = ("utf-16", "utf-16-be", "gb18030", "utf-8-sig", "utf-32", "big5")
_ODD = ("\0", "\ufeff", "\ud7ff", "\u202e", "ﷺ", "\u2028", "①", "٣", "\x1b[2J", "\U0001f600")
_DEEP = (b"<div>", b"<table><tr><td>", b"[", b'{"a":', b"> ", b"<<", b"<w:sdt>", b"(", b"* ")

Mutation: TypeAlias = Callable[[Random, bytes], bytes]


@frozen
class Seed:
    """A good file and its format."""

    format: str
    data: bytes


@cache
def seeds() -> Sequence[Seed]:
    """The project's own examples, in every format that there is."""
    reports = [
        loads((ROOT / f"docs/examples/report-{y}.json").read_text("utf-8")) for y in (2019, 2021)
    ]
    reports.append(loads(form_as(read(ROOT / "docs/examples/xikou-2023.txt").report, "json")))
    files = [
        Seed(format, form_as(report, format))
        for report in reports
        for format in ("html", "docx", "xlsx", "markdown", "text", "json")
    ]
    files += [Seed("pdf", in_pdf(report)) for report in reports]
    pages = sorted((ROOT / "tests/pages").glob("*.*"))
    formats = {".html": "html", ".txt": "text"}
    return files + [Seed(formats[p.suffix], p.read_bytes()) for p in pages if p.suffix in formats]


def mutant(seed: int, number: int) -> Seed:
    """One spoilt file: every format comes as often as any other."""
    chance = Random(f"{seed} {number}")
    formats = sorted({one.format for one in seeds()})
    format = formats[number % len(formats)]
    good = chance.choice([one.data for one in seeds() if one.format == format])
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        packed = good.startswith(b"PK") and chance.random() < 0.8
        good = (_in_part if packed else _spoil)(chance, good)[:LARGEST]
    return Seed(format, good)


def _spoil(chance: Random, data: bytes) -> bytes:
    return chance.choice(_MUTATIONS)(chance, data)


def _in_part(chance: Random, data: bytes) -> bytes:
    """A part of an office file spoilt and packed again; or lost, doubled, renamed, stored."""
    target = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
            names = source.namelist()
            chosen, how = chance.choice(names), chance.randrange(12)
            for name in names:
                part = source.read(name)
                if name != chosen:
                    archive.writestr(name, part)
                elif how == 0:
                    continue
                elif how == 1:
                    archive.writestr(chance.choice(("y", "", "../" + name, "/" + name)), part)
                elif how == 2:
                    archive.writestr(name, source.read(chance.choice(names)), ZIP_STORED)
                else:
                    archive.writestr(name, _spoil(chance, part))
    except Exception:  # what was spoilt before is no archive any more
        return _spoil(chance, data)
    return target.getvalue()


def _place(chance: Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def _span(chance: Random, data: bytes) -> tuple[int, int]:
    start = _place(chance, data)
    return start, min(len(data), start + int(chance.paretovariate(0.5)))


def _flip(chance: Random, data: bytes) -> bytes:
    """Bits turned over."""
    changed = bytearray(data or b"\0")
    for _ in range(chance.choice((1, 3, 30))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(chance: Random, data: bytes) -> bytes:
    """A piece left out."""
    start, stop = _span(chance, data)
    return data[:start] + data[stop:]


def _truncate(chance: Random, data: bytes) -> bytes:
    """The rest left out."""
    return data[: _place(chance, data)]


def _splice(chance: Random, data: bytes) -> bytes:
    """A piece of another file put in."""
    other = chance.choice(seeds()).data
    start, stop = _span(chance, other)
    at = _place(chance, data)
    return data[:at] + other[start:stop] + data[at:]


def _repeat(chance: Random, data: bytes) -> bytes:
    """A piece again and again."""
    start, stop = _span(chance, data)
    times = min(chance.choice((1, 2, 50, 2_000)), LARGEST // (stop - start + 1))
    return data[:stop] + data[start:stop] * times + data[stop:]


def _scatter(chance: Random, data: bytes) -> bytes:
    """Any bytes put in."""
    at = _place(chance, data)
    return data[:at] + chance.randbytes(chance.choice((1, 4, 300))) + data[at:]


def _odd_character(chance: Random, data: bytes) -> bytes:
    """A character put in that is none of print."""
    at = _place(chance, data)
    return data[:at] + chance.choice(_ODD).encode() * chance.choice((1, 40)) + data[at:]


def _swap_tags(chance: Random, data: bytes) -> bytes:
    """Two tags in each other's place."""
    tags = list(_TAG.finditer(data))
    if len(tags) < 2:
        return _flip(chance, data)
    first, second = sorted(chance.sample(tags, 2), key=lambda tag: tag.start())
    between = data[first.end() : second.start()]
    return data[: first.start()] + second[0] + between + first[0] + data[second.end() :]


def _number(chance: Random, data: bytes) -> bytes:
    """Another number, most of them too large."""
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return _flip(chance, data)
    one = chance.choice(numbers)
    return data[: one.start()] + chance.choice(_NUMBERS) + data[one.end() :]


def _nest(chance: Random, data: bytes) -> bytes:
    """Something opened again and again."""
    at = _place(chance, data)
    return data[:at] + chance.choice(_DEEP) * chance.choice((3, 70, 3_000)) + data[at:]


def _encode(chance: Random, data: bytes) -> bytes:
    """The text in another encoding."""
    return data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


_MUTATIONS: Sequence[Mutation] = (
    *(_flip, _cut, _truncate, _splice, _repeat, _scatter),
    *(_odd_character, _swap_tags, _swap_tags, _number, _number, _nest, _encode),
)
