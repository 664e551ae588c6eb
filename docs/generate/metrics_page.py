"""The pages of metrics in the documentation, written from the metrics."""

from collections.abc import Iterator
from typing import assert_never

from govdisclosure.analysis.metrics import METRICS, Metric
from govdisclosure.i18n import CHINESE, ENGLISH, Language, Text
from govdisclosure.rules.engine.expressions import CellValue, Constant, Expression, Sum, SumOver

PAGES = {"metrics.md": ENGLISH, "metrics.zh-CN.md": CHINESE}
"""The file of each language."""

_OTHER = Text("[English](metrics.md)", "[中文](metrics.zh-CN.md)")
_TITLE = Text("指标", "Metrics")
_INTRO = Text(
    """本页由指标本身生成（`python -m docs.generate`），请勿手改。

每个指标只定义一次，名称写明分母。数值是精确的分数（`Fraction`）；缺数字、表格没有这一格、
或分母不大于 0 时是 `None`，并说明原因。空白不按 0 计，除非用 `blanks="zero"`（规则同
[规则](rules.zh-CN.md)中的空白策略）。各版格式和混合格式用同一定义。

这些指标表上都没有印，也没有查到全国性的官方定义；同一名称常有几种算法，比较之前先看分母。""",
    """This page is generated from the metrics (`python -m docs.generate`); do
not edit it.

Each metric is defined once, with the denominator in its name. Its value is an exact fraction
(`Fraction`), or `None`, with the reason, where a cell has no number, the form lacks it, or the
denominator is not above 0. A blank is not 0, unless `blanks="zero"` asks for it (as in the
[rules](rules.md)). One definition serves every edition and the hybrids.

None of them is printed on the form, and no national official definition was found. The same
name often stands for several formulas: look at the denominator before comparing.""",
)
_EXAMPLE = """```python
>>> from govdisclosure.i18n import ENGLISH
>>> from govdisclosure import read
>>> from govdisclosure.analysis.metrics import disclosed_per_outcome, measure_all
>>> report = read("docs/examples/xikou-2023.txt").report
>>> disclosed_per_outcome(report).value
Fraction(19, 31)
>>> for measure in measure_all(report)[:3]:
...     print(measure.metric.name, measure.render(ENGLISH))
granted_per_outcome 48.4%
partially_granted_per_outcome 12.9%
denied_per_outcome 9.7%

```"""
_HEADS = Text("名称 | 指标 | 定义", "name | metric | definition")
_NUMERATOR = Text("分子", "Numerator")
_DENOMINATOR = Text("分母", "Denominator")
_USAGE = Text("用法与出处", "Usage and sources")
_STAR = Text(
    "`*` 是这一组的每一行（只印一行的版本就是该行），合计行除外。",
    "`*` is every row of the group (the row itself in an edition that prints but one), totals"
    " left out.",
)


def metrics_page(language: Language = CHINESE) -> str:
    """The page, as Markdown.

    >>> metrics_page(ENGLISH).splitlines()[0]
    '# Metrics'
    """
    parts = [
        f"# {_TITLE.render(language)}",
        _OTHER.render(language),
        _INTRO.render(language),
        _EXAMPLE,
    ]
    parts += ["\n".join(_table(language)), _STAR.render(language)]
    parts += ["\n\n".join(_metric(metric, language)) for metric in METRICS]
    return "\n\n".join(parts) + "\n"


def _table(language: Language) -> Iterator[str]:
    yield f"| {_HEADS.render(language)} |"
    yield "| --- | --- | --- |"
    for metric in METRICS:
        link = f"[`{metric.name}`](#{metric.name})"
        yield f"| {link} | {metric.title.render(language)} | {metric.definition.render(language)} |"


def _metric(metric: Metric, language: Language) -> Iterator[str]:
    colon = language.colon
    yield f'<a id="{metric.name}"></a>'
    yield f"### {metric.title.render(language)}"
    yield f"`{metric.name}`{colon}{metric.definition.render(language)}"
    yield "\n".join(
        (
            f"- {_NUMERATOR.render(language)}{colon}{_terms(metric.numerator)}",
            f"- {_DENOMINATOR.render(language)}{colon}{_terms(metric.denominator)}",
            f"- {_USAGE.render(language)}{colon}{metric.usage.render(language)}",
        )
    )


def _terms(term: Expression) -> str:
    """The cells of a sum with their signs."""
    return " ".join(_sign_terms(term)).removeprefix("+ ")


def _sign_terms(term: Expression, rows: str = "") -> Iterator[str]:
    match term:
        case CellValue(address, coefficient):
            yield f"{'-' if coefficient < 0 else '+'} `{address.format(row=rows)}`"
        case Constant(value):
            yield f"+ {value}"
        case SumOver(_, domain, inner):
            yield from _sign_terms(inner, f"{domain.address}/*")
        case Sum(terms):
            for inner in terms:
                yield from _sign_terms(inner, rows)
        case _:
            assert_never(term)
