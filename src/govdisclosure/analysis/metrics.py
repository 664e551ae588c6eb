"""The few ratios that reviewers and researchers take from a report, each defined once.

The denominator is part of each name. A ratio is exact, and ``None`` where it is not defined:
a cell has no number, the form lacks it, or the denominator is not above 0.

>>> from govdisclosure.model import EDITION_2021
>>> report = EDITION_2021.blank(number=0).replace(
...     {"/requests/outcomes/granted/total": 3, "/requests/outcomes/total/total": 4}
... )
>>> granted_per_outcome(report).value
Fraction(3, 4)
>>> [measure.metric.name for measure in measure_all(report) if measure.value is None]
... # doctest: +NORMALIZE_WHITESPACE
['disclosed_per_request_in_hand', 'carried_out_per_request_in_hand',
 'corrected_per_concluded_reconsideration', 'corrected_per_concluded_lawsuit']
"""

from fractions import Fraction

from attrs import frozen

from govdisclosure.analysis._ratios import percent, share
from govdisclosure.findings import Number
from govdisclosure.i18n import CHINESE, ENGLISH, Language, Message, Text, one_line
from govdisclosure.model import AnyReport
from govdisclosure.rules.engine import Blanks, CellValues, Side, add_up, bind, read
from govdisclosure.rules.engine.expressions import (
    CellValue,
    Details,
    Equal,
    Expression,
    Lines,
    Sum,
    SumOver,
)


@frozen(kw_only=True)
class Metric:
    """A ratio of two sums of cells: call it with a report.

    ``usage`` says who takes it that way, and what was not found.
    """

    name: str
    title: Text
    definition: Text
    usage: Text = Text("通行算法，未见官方定义。", "Common usage, no official definition found.")
    numerator: Expression
    denominator: Expression

    def __repr__(self) -> str:
        return one_line(self, self.name)

    def __call__(self, report: AnyReport, blanks: Blanks = "unknown") -> "Measure":
        """The ratio in one report, under a policy for blanks.

        Raises:
            ValueError: there is no such policy.
        """
        return _measure(self, report, read(report, blanks))


@frozen(kw_only=True)
class Measure:
    """What a metric comes to in one report; ``why`` says why it has no value."""

    metric: Metric
    numerator: Number | None
    denominator: Number | None
    why: Message | None = None

    def __repr__(self) -> str:
        return one_line(self, self.metric.name, self.render(ENGLISH))

    @property
    def value(self) -> Fraction | None:
        """The exact ratio. Above 1 only in a report that does not add up."""
        return share(self.numerator, self.denominator)

    def render(self, language: Language = CHINESE) -> str:
        """The ratio in percent, or why there is none."""
        if self.value is not None:
            return percent(self.value)
        return self.why.render(language) if self.why else ""


def measure_all(report: AnyReport, blanks: Blanks = "unknown") -> tuple[Measure, ...]:
    """Every metric of a report, in the order of :data:`METRICS`.

    Raises:
        ValueError: there is no such policy for blanks.
    """
    values = read(report, blanks)
    return tuple(_measure(metric, report, values) for metric in METRICS)


def _measure(metric: Metric, report: AnyReport, values: CellValues) -> Measure:
    form = report.form
    [sides] = bind(Equal(metric.numerator, metric.denominator), form)
    if not sides.applicable:
        absent = Message("not_on_form", {"pointer": sides.pointer})
        return Measure(metric=metric, numerator=None, denominator=None, why=absent)
    numerator, denominator = _sum(sides.left, values), _sum(sides.right, values)
    blank = [cell.pointer for cell in sides.terms if values.numbers[cell.pointer] is None]
    why: Message | None = None
    if blank:
        first = form.location(blank[0])
        why = Message("no_ratio", {"count": len(set(blank)), "first": first})
    elif denominator is not None and denominator <= 0:
        why = Message("no_denominator", {"denominator": denominator})
    return Measure(metric=metric, numerator=numerator, denominator=denominator, why=why)


def _sum(side: Side, values: CellValues) -> Number | None:
    numbers = tuple(n for c in side.terms if (n := values.numbers[c.pointer]) is not None)
    return add_up(side, numbers) if len(numbers) == len(side.terms) else None


def _outcome(name: str, coefficient: int = 1) -> SumOver:
    """The total column of every row of an outcome, be it one row or a group of reasons."""
    rows = Details(f"/requests/outcomes/{name}")
    return SumOver("row", rows, CellValue("{row}/total", coefficient))


def _lawsuits(column: str, coefficient: int = 1) -> SumOver:
    rows = Lines("/review_and_litigation/litigation")
    return SumOver("row", rows, CellValue("{row}/" + column, coefficient))


_GRANTED = CellValue("/requests/outcomes/granted/total")
_PARTIALLY = CellValue("/requests/outcomes/partially_granted/total")
_DISCLOSED = _GRANTED + _PARTIALLY
_OUTCOMES = CellValue("/requests/outcomes/total/total")
_IN_HAND = CellValue("/requests/received/total") + CellValue("/requests/carried_in/total")
_REVIEW = "/review_and_litigation/reconsideration"

granted_per_outcome = Metric(
    name="granted_per_outcome",
    title=Text("予以公开占比", "Share disclosed in full"),
    definition=Text("予以公开 ÷ 办理结果总计", "disclosed ÷ all outcomes"),
    usage=Text(
        "通行算法，未见官方定义；有的审核软件称“绝对公开率”。",
        "Common usage, no official definition found; some reviewing software calls it 绝对公开率.",
    ),
    numerator=_GRANTED,
    denominator=_OUTCOMES,
)

partially_granted_per_outcome = Metric(
    name="partially_granted_per_outcome",
    title=Text("部分公开占比", "Share partially disclosed"),
    definition=Text("部分公开 ÷ 办理结果总计", "partially disclosed ÷ all outcomes"),
    numerator=_PARTIALLY,
    denominator=_OUTCOMES,
)

denied_per_outcome = Metric(
    name="denied_per_outcome",
    title=Text("不予公开占比", "Share not disclosed"),
    definition=Text("不予公开各项之和 ÷ 办理结果总计", "all not disclosed ÷ all outcomes"),
    numerator=_outcome("denied"),
    denominator=_OUTCOMES,
)

unavailable_per_outcome = Metric(
    name="unavailable_per_outcome",
    title=Text("无法提供占比", "Share unable to provide"),
    definition=Text("无法提供各项之和 ÷ 办理结果总计", "all unable to provide ÷ all outcomes"),
    numerator=_outcome("unavailable"),
    denominator=_OUTCOMES,
)

not_processed_per_outcome = Metric(
    name="not_processed_per_outcome",
    title=Text("不予处理占比", "Share not handled"),
    definition=Text("不予处理各项之和 ÷ 办理结果总计", "all not handled ÷ all outcomes"),
    numerator=_outcome("not_processed"),
    denominator=_OUTCOMES,
)

disclosed_per_outcome = Metric(
    name="disclosed_per_outcome",
    title=Text("实质公开率（按办结总数）", "Disclosure rate, of all outcomes (实质公开率)"),
    definition=Text(
        "（予以公开 ＋ 部分公开）÷ 办理结果总计", "(disclosed + partially disclosed) ÷ all outcomes"
    ),
    usage=Text(
        "上海市普陀区《2022年上半年政府信息公开数据统计》（2022-07-25）用此算法，称“公开率”："
        "答复 263 件，同意公开或部分公开 81 件，公开率 30.80%。有的审核软件称“实质公开率”。"
        "未见全国性的官方定义。",
        "Used by Shanghai's Putuo district (statistics of the first half of 2022, published"
        " 2022-07-25), which calls it 公开率: 263 answered, 81 disclosed in full or in part,"
        " 30.80%. Some reviewing software calls it 实质公开率. No national definition was found.",
    ),
    numerator=_DISCLOSED,
    denominator=_OUTCOMES,
)

disclosed_per_substantive_outcome = Metric(
    name="disclosed_per_substantive_outcome",
    title=Text(
        "实质公开率（扣除不予处理和其他处理）",
        "Disclosure rate, of outcomes on the substance (实质公开率)",
    ),
    definition=Text(
        "（予以公开 ＋ 部分公开）÷（办理结果总计 － 不予处理各项 － 其他处理各项）",
        "(disclosed + partially disclosed) ÷ (all outcomes - all not handled - all other)",
    ),
    usage=Text(
        "据称通行；没有查到官方定义，也没有查到公开出处。",
        "Said to be common usage; neither an official definition nor a published source was found.",
    ),
    numerator=_DISCLOSED,
    denominator=Sum((_OUTCOMES, _outcome("not_processed", -1), _outcome("other", -1))),
)

disclosed_per_request_in_hand = Metric(
    name="disclosed_per_request_in_hand",
    title=Text("实质公开率（按受理总数）", "Disclosure rate, of requests in hand (实质公开率)"),
    definition=Text(
        "（予以公开 ＋ 部分公开）÷（本年新收 ＋ 上年结转）",
        "(disclosed + partially disclosed) ÷ (received + carried in)",
    ),
    usage=Text(
        "有的审核软件以受理总数为分母，同称“实质公开率”；未见官方定义。",
        "Some reviewing software divides by the requests in hand under the same name, 实质公开率;"
        " no official definition was found.",
    ),
    numerator=_DISCLOSED,
    denominator=_IN_HAND,
)

carried_out_per_request_in_hand = Metric(
    name="carried_out_per_request_in_hand",
    title=Text("结转率", "Carry-over rate"),
    definition=Text(
        "结转下年度 ÷（本年新收 ＋ 上年结转）", "carried out ÷ (received + carried in)"
    ),
    numerator=CellValue("/requests/carried_out/total"),
    denominator=_IN_HAND,
)

corrected_per_concluded_reconsideration = Metric(
    name="corrected_per_concluded_reconsideration",
    title=Text("行政复议纠错率", "Correction rate in reconsideration"),
    definition=Text("结果纠正 ÷（总计 － 尚未审结）", "corrected ÷ (total - pending)"),
    usage=Text(
        "通行算法，未见官方定义；有的审核软件以总计为分母，包括尚未审结的。",
        "Common usage, no official definition found; some reviewing software divides by the"
        " total, pending cases included.",
    ),
    numerator=CellValue(f"{_REVIEW}/corrected"),
    denominator=CellValue(f"{_REVIEW}/total") + CellValue(f"{_REVIEW}/pending", -1),
)

corrected_per_concluded_lawsuit = Metric(
    name="corrected_per_concluded_lawsuit",
    title=Text("行政诉讼纠错率", "Correction rate in litigation"),
    definition=Text(
        "结果纠正 ÷（总计 － 尚未审结），直接起诉与复议后起诉合计",
        "corrected ÷ (total - pending), direct suits and those after reconsideration together",
    ),
    usage=corrected_per_concluded_reconsideration.usage,
    numerator=_lawsuits("corrected"),
    denominator=Sum((_lawsuits("total"), _lawsuits("pending", -1))),
)

METRICS: tuple[Metric, ...] = (
    granted_per_outcome,
    partially_granted_per_outcome,
    denied_per_outcome,
    unavailable_per_outcome,
    not_processed_per_outcome,
    disclosed_per_outcome,
    disclosed_per_substantive_outcome,
    disclosed_per_request_in_hand,
    carried_out_per_request_in_hand,
    corrected_per_concluded_reconsideration,
    corrected_per_concluded_lawsuit,
)
"""Every metric, outcomes first."""
