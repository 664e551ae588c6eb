"""Where a pointer points, in the words of the printed form."""

from functools import lru_cache
from typing import Any

from attrs import frozen
from attrs.exceptions import NotAnAttrsClassError

from govdisclosure.form import Label, Row
from govdisclosure.layout import Part, parts
from govdisclosure.pointer import tokens


@frozen
class Place:
    """A place on the form: section, row, column; ``beyond`` is what no label covers."""

    section: Label | None
    row: tuple[Label, ...]
    column: Label | None
    beyond: tuple[str, ...] = ()

    def say(self, lang: str = "zh") -> str:
        """The place for a reader.

        >>> from govdisclosure.model import Report2021
        >>> place(Report2021, "/requests/received/total").say()
        '三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“总计”列'
        >>> place(Report2021, "/requests/carried_out/total").say("en")
        '3. Requests received and processed: row "4. Carried over to the next year", column "Total"'
        """
        if self.section is None:
            return "/".join(self.beyond) or ("整份报告" if lang == "zh" else "the whole report")
        inside = _inside_zh(self) if lang == "zh" else _inside_en(self)
        colon = "：" if lang == "zh" else ": "
        return self.section.say(lang) + (colon + inside if inside else "")

    def row_words(self, lang: str) -> str:
        """The labels of the row, outermost first."""
        return ("／" if lang == "zh" else " / ").join(label.say(lang) for label in self.row)


def _inside_zh(place: Place) -> str:
    row = f"“{place.row_words('zh')}”行" if place.row else ""
    column = f"“{place.column.zh}”列" if place.column else ""
    return row + column + ("、".join(place.beyond) if place.beyond else "")


def _inside_en(place: Place) -> str:
    said = [f'row "{place.row_words("en")}"'] if place.row else []
    said += [f'column "{place.column.en}"'] if place.column else []
    return ", ".join([*said, *place.beyond])


@lru_cache(maxsize=10_000)  # unknown keys of hostile documents pass here too
def place(report: Any, address: str) -> Place:
    """The place of a pointer in a report type; it never fails.

    Tokens that lead nowhere (an unknown key, an index) come back as ``beyond``.
    """
    section: Label | None = None
    row: list[Label] = []
    column: Label | None = None
    here: Any = report
    rest = tokens(address)
    while rest and (part := _part(here, rest[0])) and part.label:
        if section is None:
            section = part.label
        elif isinstance(here, type) and issubclass(here, Row):
            column = part.label
        else:
            row.append(part.label)
        here, rest = part.type, rest[1:]
    return Place(section, tuple(row), column, rest)


def _part(cls: Any, token: str) -> Part | None:
    try:
        return next((p for p in parts(cls) if p.name == token), None)
    except (
        TypeError,
        NotAnAttrsClassError,
    ):  # not a class of the form: an integer, a list of paragraphs
        return None
