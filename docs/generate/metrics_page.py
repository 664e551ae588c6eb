"""What the pages of metrics in the documentation say of each metric, written from the metrics."""

from collections.abc import Iterator
from functools import partial
from typing import assert_never

from docs.generate.markdown import table
from govdisclosure.analysis.metrics import METRICS, Metric
from govdisclosure.i18n import CHINESE, ENGLISH, Language, Text
from govdisclosure.rules.engine.expressions import CellValue, Constant, Expression, Sum, SumOver

PAGES = {"metrics.md": ENGLISH, "metrics.zh-CN.md": CHINESE}
"""The file of each language."""

_HEADS = Text("名称 | 指标 | 定义", "name | metric | definition")
_NUMERATOR = Text("分子", "Numerator")
_DENOMINATOR = Text("分母", "Denominator")
_USAGE = Text("用法与出处", "Usage and sources")


def metrics_text(language: Language = CHINESE) -> str:
    """The table of metrics and what there is to say of each, as Markdown.

    >>> metrics_text(ENGLISH).splitlines()[0]
    '| name | metric | definition |'
    """
    parts = [table(_HEADS, map(partial(_row, language), METRICS), language)]
    parts += ["\n\n".join(_metric(metric, language)) for metric in METRICS]
    return "\n\n".join(parts)


def _row(language: Language, metric: Metric) -> tuple[str, ...]:
    link = f"[`{metric.name}`](#{metric.name})"
    return link, metric.title.render(language), metric.definition.render(language)


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
