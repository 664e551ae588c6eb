"""Reading: a file, bytes or text → :class:`~govdisclosure.Reading`."""

import os
from collections.abc import Sequence
from pathlib import Path

from govdisclosure.codec import loads
from govdisclosure.document.readers import read_document
from govdisclosure.errors import NotAReportError, ReadError
from govdisclosure.files._content import content_of, is_json
from govdisclosure.i18n import Message
from govdisclosure.model import EDITIONS, AnyEdition, Reading
from govdisclosure.transcribe import assemble


def read(source: Path | str | bytes, editions: Sequence[AnyEdition] = EDITIONS) -> Reading:
    """Read a published report from a file or its content.

    A ``Path`` or a ``str`` names a file, ``bytes`` are the content of one. Text that is at
    hand is for :func:`read_text`. A report in JSON is read, too: its reading is the report that
    :func:`~govdisclosure.loads` gives, without provenance or findings.

    >>> read("docs/examples/xikou-2023.txt").report.issuer.name
    '青禾县溪口镇人民政府'

    Raises:
        ReadError: the file is missing, forbidden, too large or of a format not supported.
        NotAReportError: it can be read, but is no report on the official form.
        InvalidReportError: it is JSON, but not the JSON of a report; it lists every problem.
    """
    data = source if isinstance(source, bytes) else content_of(os.fspath(source))
    if is_json("", data):
        report = loads(data, editions=editions)
        return Reading(report=report, provenance={}, unplaced=(), findings=())
    return assemble(read_document(data), editions)


def read_or_why(data: bytes) -> Reading | Message:
    """The reading of some bytes, or why there is none: what another process is asked for."""
    try:
        return read(data)
    except (ReadError, NotAReportError) as problem:
        return problem.message


def read_text(text: str, editions: Sequence[AnyEdition] = EDITIONS) -> Reading:
    """Read the text of a report: plain text, HTML or Markdown.

    >>> reading = read_text('''青禾县溪口镇2021年政府信息公开工作年度报告
    ... 二、主动公开政府信息情况
    ... 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
    ... 规章 | 0 | 0 | 0
    ... 行政规范性文件 | 2 | 0 | 9''')
    >>> reading.report.issuer.name, reading.report.proactive_disclosure.normative_documents.in_force
    ('青禾县溪口镇', 9)

    Raises:
        ReadError: the text is empty or too large.
        NotAReportError: it is no report on the official form.
    """
    return assemble(read_document(text), editions)
