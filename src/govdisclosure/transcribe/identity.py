"""Whose report it is, and of which year: title, preamble, period."""

import re
from collections.abc import Sequence

from attrs import frozen

from govdisclosure.messages import Message
from govdisclosure.model.report import FIRST_YEAR, Period
from govdisclosure.transcribe.vocabulary import Token
from govdisclosure.transcribe.words import normal

_YEAR = r"(?:20\d\d|二[〇○ＯO零0][〇○ＯO零0一二三四五六七八九]{2})"
_TITLE = re.compile(
    rf".{{0,60}}?(?:{_YEAR}年度?)?.{{0,30}}?信息公开.{{0,20}}报告(?:\(.{{1,12}}\))?"
)
_WHAT = re.compile(rf"(?:{_YEAR}年度?)?(?:政府)?信息公开(?!发展|办公室|中心).*$")
_COMPILED = re.compile(r"本报告由(.{2,30}?)(?:负责)?(?:组织)?编制")
_PERIOD = re.compile(
    rf"({_YEAR})年1月1日(?:起)?(?:至|到|—|-|~)(?:({_YEAR})年|当年|同年|年)?12月31日"
)
_BODY = re.compile(
    r"[\u4e00-\u9fff()]{2,30}(?:政府|[局委办厅部署处院乡镇区县市]|街道|中心|委员会|办公室)"
)
_LINES_OF_A_TITLE = 3


@frozen
class Identity:
    """Title, issuer, year and period as printed; ``preamble`` is the rest of the front."""

    title: str | None
    issuer: str | None
    year: int | None
    period: Period | None
    preamble: tuple[str, ...]
    before: tuple[Token, ...]
    notes: tuple[Message, ...]


def identify(front: Sequence[Token], prose: Sequence[Token]) -> Identity:
    """Read the front of a report; ``prose`` (section one) is asked only for what is missing."""
    start, end, title = _find_title(front)
    preamble = tuple(token.text for token in front[end:])
    everything = [*preamble, *(token.text for token in prose)]
    notes: list[Message] = []
    issuer = _issuer(title) if title else None
    if issuer is None:
        issuer = next((_full_width(m.group(1)) for m in _search(_COMPILED, everything)), None)
    if issuer is None:
        notes.append(Message("issuer_not_named"))
    period = next((_period(m) for m in _search(_PERIOD, everything)), None)
    year = _year(title or "")
    if year and period and not period.start.startswith(str(year)):
        notes.append(Message("years_differ", {"title": year, "period": period.start[:4]}))
    if year is None and period and int(period.start[:4]) >= FIRST_YEAR:
        year = int(period.start[:4])
    if year is None:
        year = next((y for text in everything if (y := _year(text))), None)
        notes.append(Message("year_from_prose", {"year": year}) if year else Message("no_year"))
    return Identity(title, issuer, year, period, preamble, tuple(front[:start]), tuple(notes))


def _find_title(front: Sequence[Token]) -> tuple[int, int, str | None]:
    """Where the title stands: in as few lines as make one, the issuer above them included."""
    for size in range(1, _LINES_OF_A_TITLE + 1):
        for start in range(len(front) - size + 1):
            if not _TITLE.fullmatch(_joined(front[start : start + size])):
                continue
            end = start + size
            nameless = _issuer(_joined(front[start:end])) is None
            if nameless and start and _BODY.fullmatch(normal(front[start - 1].text)):
                start -= 1
            printed = "".join(re.sub(r"\s+", "", t.text) for t in front[start:end])
            return start, end, printed
    return 0, 0, None


def _joined(lines: Sequence[Token]) -> str:
    """Lines as one; "" where one of them cannot belong to a title."""
    texts = [normal(token.text) for token in lines]
    odd = any(len(text) > 60 or re.search("[。,;:|>»]", text) for text in texts)
    return "" if odd else "".join(texts)


def _issuer(title: str) -> str | None:
    """The words of a title before 政府信息公开, without the year."""
    found = _WHAT.search(normal(title))
    if not found or found.start() == 0:
        return None
    who = re.sub(
        rf"{_YEAR}(?:年度?|[-—–~至])|^关于|关于$|[《》]", "", normal(title)[: found.start()]
    )
    if who.endswith("人民") and found.group().startswith("政府"):
        who += "政府"  # 华容县人民政府信息公开: one 政府 is printed for two
    return _full_width(who) or None


def _full_width(name: str) -> str:
    """A name with the brackets of Chinese print, which folding narrowed."""
    return name.translate(str.maketrans("()", "（）"))


def _year(text: str) -> int | None:
    if re.search(rf"{_YEAR}年?[-—–~至]{_YEAR}", normal(text)):
        return None  # a span of years is no report year
    years = (_digits(year) for year in re.findall(rf"({_YEAR})年", normal(text)))
    return next((year for year in years if year >= FIRST_YEAR), None)


def _digits(year: str) -> int:
    table = str.maketrans("〇○ＯO零一二三四五六七八九", "00000123456789")
    return int(year.translate(table))


def _period(found: re.Match[str]) -> Period:
    first = _digits(found.group(1))
    last = _digits(found.group(2)) if found.group(2) else first
    return Period(start=f"{first}-01-01", end=f"{last}-12-31")


def _search(pattern: re.Pattern[str], texts: Sequence[str]) -> list[re.Match[str]]:
    return [m for text in texts if (m := pattern.search(normal(text)))]
