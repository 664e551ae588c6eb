"""What leaves the package as data: findings, readings, comparisons and their schemas."""

from govdisclosure.output._data import reading_data, run_data
from govdisclosure.output._findings_schema import findings_schema
from govdisclosure.output._reading_schema import reading_schema

__all__ = [
    "findings_schema",
    "reading_data",
    "reading_schema",
    "run_data",
]
