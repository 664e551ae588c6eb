"""The printed form: its labels, rows, columns, merged cells and law. Nothing here is a report."""

from govdisclosure.form._access import at, build, fill, put
from govdisclosure.form._form import Block, Form, PrintedTable, form_of
from govdisclosure.form._labels import (
    AMOUNT_LENGTH,
    AMOUNT_PATTERN,
    EMPTY_STATES,
    EMPTY_WORDS,
    NON_BLANK,
    SAFE,
    TOTAL,
    Amount,
    CellState,
    Change,
    Count,
    Group,
    Kind,
    Label,
    Money,
    MoneyUnit,
    Row,
    Table,
    has_words,
    is_amount,
)
from govdisclosure.form._layout import FormColumn, FormRow, Merged, Part, columns, form_rows, parts
from govdisclosure.form._location import (
    EDITION_LABEL,
    FormLocation,
    common_place,
    locate_in_part,
    row_words,
)
from govdisclosure.form._pointer import join, pointer, tokens
from govdisclosure.form._types import Json, JsonObject, Large, Shown, made_once
from govdisclosure.form._values import classes_of, fitting, misfits, number_of, whole
from govdisclosure.form.law import Source

__all__ = [
    "AMOUNT_LENGTH", "AMOUNT_PATTERN", "EDITION_LABEL", "EMPTY_STATES", "EMPTY_WORDS", "NON_BLANK",
    "SAFE", "TOTAL", "Amount", "Block", "CellState", "Change", "Count", "Form", "FormColumn",
    "FormLocation", "FormRow", "Group", "Json", "JsonObject", "Kind", "Label", "Large", "Merged",
    "Money", "MoneyUnit", "Part", "PrintedTable", "Row", "Shown", "Source", "Table", "at", "build",
    "classes_of", "columns", "common_place", "fill", "fitting", "form_of", "form_rows", "has_words",
    "is_amount", "join", "locate_in_part", "made_once", "misfits", "number_of", "parts", "pointer",
    "put", "row_words", "tokens", "whole",
]  # fmt: skip
