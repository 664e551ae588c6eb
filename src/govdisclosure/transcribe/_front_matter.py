"""Whose report it is, and of which year: title, metadata, preamble, period, signature."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import Factory, define, frozen

from govdisclosure.i18n import Message
from govdisclosure.model import FIRST_YEAR, Period
from govdisclosure.transcribe._metadata import lists_fields, read_metadata
from govdisclosure.transcribe._normalize import normalize
from govdisclosure.transcribe._paragraphs import join_wrapped_lines
from govdisclosure.transcribe._tokens import Token

_YEAR = r"(?:20\d\d|二[〇○ＯO零0][〇○ＯO零0一二三四五六七八九]{2})"
_TITLE = re.compile(
    rf".{{0,60}}?(?:{_YEAR}年度?)?.{{0,30}}?信息公开.{{0,20}}(?:报告|年报)(?:\(.{{1,12}}\))?"
    r"(?:\[?\d{1,2}\]?|\*{1,3})?"  # the mark of a note
)
_WHAT = re.compile(rf"(?:{_YEAR}年度?)?(?:政府)?信息公开(?!发展|办公室|中心).*$")
_YEAR_LINE = re.compile(rf"\(?{_YEAR}年度?\)?")
_ENDS_LIKE_A_BODY = r"(?:政府|[局委办厅部署处院所乡镇区县市州省]|街道|中心|委员会|办公室|办事处)"
_BODY = re.compile(rf"[\u4e00-\u9fff()]{{2,30}}{_ENDS_LIKE_A_BODY}")
_MADE_BY = (
    re.compile(r"本(?:年度)?报告由(.{2,30}?)(?:负责|牵头|组织|根据|按照|依据|依照|编制|编写|制作)"),
    re.compile(rf"(?:^|[,。;:])(?:现将|现公布)?([^,。;:]{{2,30}}?)(?:组织)?编制了?{_YEAR}年"),
    re.compile(rf"(?:公布|发布)([^,。;:]{{2,30}}?){_YEAR}年度?政府信息公开"),
)
_REPORT_OF = re.compile(rf"({_YEAR})年度?(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?报告")
_DAY = r"(\d{1,2})[月./-](\d{1,2})日?"
_NOTE = r"(?:\((?:[^()\d不除前后]{0,20}(?:之日|当日|当天)|含)\))?"  # the day itself is counted
_FROM_ITS_START = rf"(?:(?:零|00?)(?:时|点|(?::00){{1,2}}))?{_NOTE}起?{_NOTE}"
_LAST_MOMENT = "(?:二十四|24)(?:时|点|:00)|23(?:时|点|:)59(?:分|:59)?(?:59秒)?"
_PERIOD = re.compile(
    rf"(?<!\d)({_YEAR})[年./-]{_DAY}{_FROM_ITS_START}[,、]?(?:至|到|—|–|-|~)"
    rf"(?:({_YEAR})[年./-]|当年|同年|年)?{_DAY}(?:{_LAST_MOMENT})?{_NOTE}"
    # nothing behind it that moves the last day: 1月1日前, 31日12时, 31日(不含)
    r"(?!(?:\([^()]{0,20}\))?(?:[\d日时点零二:]|[之以]?[前后外]|[上下中]午|晚|左右))"
    r"(?!\([^)]{0,20}[不除前后外])"
)
_SAYS_A_PERIOD = re.compile(
    rf"(?:统计|数据)(?:(?:起止|截止)?(?:期限|期间|时间|周期|时限)|截[至止])"
    rf"[^。;]{{0,40}}?(?:{_YEAR}(?:年.{{1,3}}月.{{1,3}}日|[./-]\d)|[为是自从至止:]\d{{1,2}}月\d{{1,2}}日)[^。;]*"
)
_TWO_DAYS = re.compile(r"日[^,]{0,20}?[至到—–~-]|\d[./-]\d{1,2}[^,]{0,3}?[至到—–~-]")
_SIGNED_ON = re.compile(rf"{_YEAR}年[^年]{{1,4}}月[^月]{{1,4}}日")
_LINES_OF_A_TITLE = 3


@frozen
class FrontMatter:
    """Title, issuer, year and period as printed; ``preamble`` is what follows the title."""

    title: str | None
    issuer: str | None
    year: int | None
    period: Period | None
    preamble: tuple[str, ...]
    above_title: tuple[Token, ...]
    notes: tuple[Message, ...]


def read_front_matter(
    front: Sequence[Token], prose: Sequence[Token], end: Sequence[Token] = ()
) -> FrontMatter:
    """Read the front of a report.

    ``prose`` (section one) and ``end`` (the last section, with its signature) are asked
    only for what the front does not say.
    """
    listed_title, listed_issuer = read_metadata(token.text for token in front)
    start, stop, title = _find_title(front)
    if title is None and listed_title and _TITLE.fullmatch(normalize(listed_title)):
        title = listed_title
    preamble = tuple(token.text for token in join_wrapped_lines(front[stop:]))
    texts = [normalize(text) for text in (*preamble, *(token.text for token in prose))]
    clues = _Clues(title or "", listed_title or "", listed_issuer, texts)
    issuer = clues.issuer() or _signature(end)
    if issuer is None:
        clues.notes.append(Message("issuer_not_named"))
    period = clues.period()
    year = clues.year(period)
    notes = tuple(clues.notes)
    return FrontMatter(title, issuer, year, period, preamble, tuple(front[:start]), notes)


@define
class _Clues:
    """What a report and the page around it say; ``notes`` on what is odd."""

    title: str
    listed_title: str
    listed_issuer: str | None
    texts: Sequence[str]
    notes: list[Message] = Factory(list)

    def issuer(self) -> str | None:
        """The issuer by the title, the text, the fields of the page: in this order."""
        of_title = _issuer(self.title)
        compiler = next(_compilers(self.texts), None)
        for other in (compiler, self.listed_issuer):
            if of_title and other and not _may_be_one(of_title, other):
                self.notes.append(Message("issuers_differ", {"title": of_title, "other": other}))
                break
        return of_title or compiler or self.listed_issuer

    def period(self) -> Period | None:
        """The period that the text states; of one that is none a note is made."""
        stated = [match[0] for match in _search(_SAYS_A_PERIOD, self.texts)]
        unclear = next(filter(_TWO_DAYS.search, stated), None)
        is_certain = unclear is None or any(_periods(stated))
        if is_certain and (period := next(_periods(self.texts), None)):
            return period
        if unclear:
            self.notes.append(Message("period_unclear", {"printed": unclear}))
        elif stated:
            self.notes.append(Message("period_open", {"printed": stated[0]}))
        return None

    def year(self, period: Period | None) -> int | None:
        """The report year by the title, else the period, else the text."""
        listed = _year(self.listed_title)
        year = _year(self.title) or listed
        if year and listed and listed != year:
            self.notes.append(Message("titles_differ", {"title": year, "listed": listed}))
        of_period = int(period.start[:4]) if period else 0
        if year and period and of_period != year:
            self.notes.append(Message("years_differ", {"title": year, "period": of_period}))
        if year is None and of_period >= FIRST_YEAR:
            year = of_period
        if year is None:
            report_years = (match[1] + "年" for match in _search(_REPORT_OF, self.texts))
            year = next((y for t in (*report_years, *self.texts) if (y := _year(t))), None)
            note = Message("year_from_prose", {"year": year}) if year else Message("no_year")
            self.notes.append(note)
        return year


def _compilers(texts: Sequence[str]) -> Iterator[str]:
    """Bodies that a text says made the report."""
    for pattern in _MADE_BY:
        for match in _search(pattern, texts):
            if _BODY.fullmatch(match[1]) and not match[1].startswith(("我", "本")):
                yield _full_width(match[1])


def _signature(end: Sequence[Token]) -> str | None:
    """The body that stands alone above the date at the very end."""
    lines = [normalize(token.text) for token in end[-2:]]
    if len(lines) == 2 and _SIGNED_ON.fullmatch(lines[1]) and _BODY.fullmatch(lines[0]):
        return _full_width(lines[0])
    return None


def _may_be_one(a: str, b: str) -> bool:
    """Whether two names may mean one body: 溪口镇 and 青禾县溪口镇人民政府 may."""
    names = (re.sub("(?:人民)?政府(?:办公室)?$", "", normalize(name)) for name in (a, b))
    short, long = sorted(names, key=len)
    rest = iter(long)
    return all(character in rest for character in short)  # 发改局 is short for 发展和改革局


def _find_title(front: Sequence[Token]) -> tuple[int, int, str | None]:
    """Where the title stands: in as few lines as make one, the issuer above them included.

    Of several, the one that names body and year is meant, not an entry of a menu.
    """
    for size in range(1, _LINES_OF_A_TITLE + 1):
        starts = [
            start
            for start in range(len(front) - size + 1)
            if _TITLE.fullmatch(_join(front[start : start + size]))
        ]
        if starts:
            start = max(starts, key=lambda at: _facts(_join(front[at : at + size])))
            return _whole_title(front, start, start + size)
    return 0, 0, None


def _facts(title: str) -> int:
    """How many of issuer and year a title names."""
    return (_issuer(title) is not None) + (_year(title) is not None)


def _whole_title(front: Sequence[Token], start: int, stop: int) -> tuple[int, int, str]:
    """The title with a line of its own for the issuer above it or for the year about it."""
    title = _join(front[start:stop])
    if _issuer(title) is None and start and _BODY.fullmatch(normalize(front[start - 1].text)):
        start -= 1
    if _year(title) is None:
        if stop < len(front) and _YEAR_LINE.fullmatch(normalize(front[stop].text)):
            stop += 1
        elif start and _YEAR_LINE.fullmatch(normalize(front[start - 1].text)):
            start -= 1
    return start, stop, "".join(re.sub(r"\s+", "", t.text) for t in front[start:stop])


def _join(lines: Sequence[Token]) -> str:
    """Lines as one; "" where one of them cannot belong to a title."""
    texts = [normalize(token.text) for token in lines]
    is_odd = any(len(text) > 60 or re.search("[。,;:|>»]", text) for text in texts)
    has_fields = any(lists_fields(token.text) for token in lines)
    return "" if is_odd or has_fields else "".join(texts)


def _issuer(title: str) -> str | None:
    """The words of a title before 政府信息公开, without the year.

    Behind a year in their midst is more of the title, unless it ends like a body's name.
    """
    match = _WHAT.search(normalize(title))
    if not match or match.start() == 0:
        return None
    who = re.sub(r"^关于|关于$|[《》]", "", normalize(title)[: match.start()])
    first, *others = re.split(rf"\(?{_YEAR}(?:年度?|[-—–~至])\)?", who)
    behind = "".join(others)
    is_body = re.search(rf"{_ENDS_LIKE_A_BODY}$", behind) or behind.endswith("人民")
    who = first + behind if not first or is_body else first
    if who.endswith("人民") and match[0].startswith("政府"):
        who += "政府"  # 华容县人民政府信息公开: one 政府 is printed for two
    return _full_width(who) or None


def _full_width(name: str) -> str:
    """A name with the brackets of Chinese print, which folding narrowed."""
    return name.translate(str.maketrans("()", "（）"))


def _year(text: str) -> int | None:
    line = normalize(text)
    if re.search(rf"{_YEAR}年?[-—–~至]{_YEAR}", line):
        return None  # a span of years is no report year
    years = (_digits(year) for year in re.findall(rf"({_YEAR})年(?!\d{{1,2}}月)", line))
    return next((year for year in years if year >= FIRST_YEAR), None)


def _digits(year: str) -> int:
    table = str.maketrans("〇○ＯO零一二三四五六七八九", "00000123456789")
    return int(year.translate(table))


def _period(match: re.Match[str]) -> Period | None:
    """A whole year, or other days if they are said to be the period; ``None`` if no days."""
    year, month, day, last_year, last_month, last_day = match.groups()
    first = _digits(year)
    try:
        start = date(first, int(month), int(day))
        end = date(_digits(last_year) if last_year else first, int(last_month), int(last_day))
    except ValueError:
        return None
    is_whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    is_named = re.search("统计|期限", match.string[max(0, match.start() - 20) : match.start()])
    if end < start or not (is_whole or is_named):
        return None
    return Period(start=start.isoformat(), end=end.isoformat())


def _periods(texts: Sequence[str]) -> Iterator[Period]:
    return filter(None, map(_period, _search(_PERIOD, texts)))


def _search(pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[re.Match[str]]:
    for text in texts:
        yield from pattern.finditer(text)
