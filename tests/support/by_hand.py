"""Reports as somebody may build them: the classes take anything, ``replace`` does not."""

from collections.abc import Mapping
from typing import Any

import attrs

from govdisclosure.form import put
from govdisclosure.model import AnyReport, Report, new_report


def with_anything(report: AnyReport, changes: Mapping[str, Any]) -> AnyReport:
    """A copy with other values at some pointers, of whatever type."""
    fields = {a.name: getattr(report, a.name) for a in attrs.fields(Report)}
    return new_report(**put(fields, changes))
