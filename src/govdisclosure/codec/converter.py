"""A cattrs converter for programs whose own classes hold reports."""

from collections.abc import Sequence
from functools import partial
from typing import Any, get_origin

import cattrs

from govdisclosure.codec._checks import REFUSALS
from govdisclosure.codec._explaining import refuse, structure_report
from govdisclosure.codec._hooks import hooks_of
from govdisclosure.codec._problems import Problems
from govdisclosure.codec._quick import accept_data
from govdisclosure.codec._reports import to_dict
from govdisclosure.codec._shapes import fields_of
from govdisclosure.codec._structure import structure
from govdisclosure.codec._unstructure import unstructure
from govdisclosure.form import Json, Row, Table, locate_in_part
from govdisclosure.model import EDITIONS, AnyEdition, AnyReport, Report, tables_of


def make_converter(*, editions: Sequence[AnyEdition] = EDITIONS) -> cattrs.Converter:
    """A strict cattrs converter, with the hooks that ``loads`` and ``dumps`` use.

    It structures ``Report`` (any edition), ``Report2021`` and the like (that pair only),
    single tables and rows; ``int``, ``float``, ``str`` and ``bool`` take nothing but
    themselves, unknown keys are refused. Hooks for classes of your own may be added; a
    report is structured as a whole, so hooks for what stands inside it have no effect.

    >>> from attrs import frozen
    >>> from govdisclosure.model import EDITION_2021, Report2021
    >>> @frozen
    ... class Filing:
    ...     received_on: str
    ...     report: Report2021
    >>> converter = make_converter()
    >>> filing = Filing("2024-01-31", EDITION_2021.blank(year=2023, number=0))
    >>> data = converter.unstructure(filing)
    >>> data["report"]["year"], converter.structure(data, Filing) == filing
    (2023, True)

    The hooks for reports, tables and rows raise :class:`InvalidReportError`; inside a class of
    your own cattrs wraps it in an exception group.
    """
    converter = cattrs.Converter(forbid_extra_keys=True)

    def structure_whole(data: Json, cls: Any) -> AnyReport:
        tables = tables_of(cls)
        report = accept_data(data, tables, editions)
        return structure_report(data, editions, tables=tables)[0] if report is None else report

    converter.register_structure_hook_func(_is_report, structure_whole)
    converter.register_unstructure_hook_func(_is_report, to_dict)
    converter.register_structure_hook_func(_is_part, _structure_part)
    converter.register_unstructure_hook_func(_is_part, _unstructure_part)
    for primitive in (int, float, str, bool):
        converter.register_structure_hook(primitive, _exactly)
    return converter


def _is_report(cls: Any) -> bool:
    origin = get_origin(cls) or cls
    return isinstance(origin, type) and issubclass(origin, Report)


def _is_part(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Row | Table)


def _structure_part(data: Json, cls: Any) -> Any:
    try:
        return hooks_of(fields_of(cls))[0](data, cls)
    except REFUSALS:
        problems = Problems(partial(locate_in_part, cls))
    value = structure(problems, fields_of(cls), data, "")
    refuse(problems)
    return value


def _unstructure_part(part: Row | Table) -> Any:
    cls: Any = type(part)
    try:
        return hooks_of(fields_of(cls))[1](part)
    except REFUSALS:
        problems = Problems(partial(locate_in_part, cls))
    data = unstructure(fields_of(cls), part)
    structure(problems, fields_of(cls), data, "")
    refuse(problems)
    return data


def _exactly(value: Json, cls: Any) -> Any:
    if type(value) is not cls:
        raise TypeError(f"expected {cls.__name__}, found {type(value).__name__}")
    return value
