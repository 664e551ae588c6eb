"""What was to be reached, beside what was measured. ``docs/speed.md`` says why where it was not."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from govdisclosure.i18n import ENGLISH, Language, Text

Measures = Mapping[str, float]
"""What was measured, by name: seconds, and megabytes where the name says so."""


@frozen
class Target:
    """A ratio of two measures (or a single one), and what it was to be at most, or at least."""

    name: Text
    above: str
    below: str | None
    asked: float
    at_most: bool = True

    def measured(self, measures: Measures) -> float | None:
        """The ratio; ``None`` where one of the two was not measured."""
        if self.above not in measures or (self.below and self.below not in measures):
            return None
        return measures[self.above] / (measures[self.below] if self.below else 1)

    def row(self, ratio: float, language: Language) -> str:
        """A line of the table."""
        met = ratio <= self.asked if self.at_most else ratio >= self.asked
        verdict = (MET if met else NOT_MET).render(language)
        sign = "≤" if self.at_most else "≥"
        return f"| {self.name.render(language)} | {sign} {self.asked:g} | {ratio:.2f} | {verdict} |"


PIPELINE = "ours, {}: bytes → report → all rules of the form"
OBVIOUS = "the obvious build: json, jsonschema, cattrs, attrs validators, the same rules"
CHECK = "`check` of one JSON report"
STREAM = "{} of {}"
MORE_MEMORY = "MB more for many, {}"

TARGETS = (
    Target(
        Text(
            "字节 → 报告 → 格式规则，`fast`，÷ orjson.loads",
            "bytes to checked, `fast` ÷ orjson.loads",
        ),
        PIPELINE.format("msgspec"),
        "orjson.loads",
        2.8,
    ),
    Target(
        Text("同上，orjson，÷ orjson.loads", "the same, orjson ÷ orjson.loads"),
        PIPELINE.format("orjson"),
        "orjson.loads",
        3.6,
    ),
    Target(
        Text("同上，不装 extra，÷ json.loads", "the same, no extra ÷ json.loads"),
        PIPELINE.format("json"),
        "json.loads",
        2.0,
    ),
    Target(
        Text("pydantic（不含规则）÷ 同上，`fast`", "pydantic, without rules ÷ the same, `fast`"),
        "pydantic v2, strict, parse only",
        PIPELINE.format("msgspec"),
        1.35,
        at_most=False,
    ),
    Target(
        Text("常见做法 ÷ 同上，`fast`", "the obvious build ÷ the same, `fast`"),
        OBVIOUS,
        PIPELINE.format("msgspec"),
        90,
        at_most=False,
    ),
    Target(
        Text("常见做法 ÷ 同上，不装 extra", "the obvious build ÷ the same, no extra"),
        OBVIOUS,
        PIPELINE.format("json"),
        45,
        at_most=False,
    ),
    Target(
        Text("格式规则 ÷ orjson.loads", "rules of the form ÷ orjson.loads"),
        "ours: rules of the form",
        "orjson.loads",
        0.35,
    ),
    Target(
        Text("`validate` 普通数据 ÷ jsonschema-rs", "`validate` of plain data ÷ jsonschema-rs"),
        "ours, verdict",
        "jsonschema-rs, iter_errors",
        1.0,
    ),
    Target(
        Text("检查并写出 ÷ orjson.dumps 字典", "writing, checked ÷ orjson.dumps of a dict"),
        "ours: dumps, checked, one line",
        "orjson.dumps of a dict",
        3.5,
    ),
    Target(
        Text("检查并写出 ÷ json.dumps 字典", "writing, checked ÷ json.dumps of a dict"),
        "ours: dumps, checked, one line",
        "json.dumps of a dict",
        0.5,
    ),
    Target(
        Text("`check` 一份报告 ÷ 空的解释器", "`check` of one report ÷ a bare interpreter"),
        CHECK,
        "a bare interpreter",
        6,
    ),
    Target(
        Text(
            "逐行读取并检查许多报告，`fast`，÷ 解析", "many reports, line by line, `fast` ÷ parsing"
        ),
        STREAM.format("msgspec", "many"),
        STREAM.format("parse", "many"),
        1.8,
    ),
    Target(
        Text("同上，orjson，÷ 解析", "the same, orjson ÷ parsing"),
        STREAM.format("orjson", "many"),
        STREAM.format("parse", "many"),
        3.0,
    ),
    Target(
        Text(
            "同上，`fast`，每份用时 ÷ 五分之一份数时",
            "the same, `fast`: time of one ÷ of one among a fifth",
        ),
        STREAM.format("msgspec", "many"),
        STREAM.format("msgspec", "a fifth"),
        1.25,
    ),
    Target(
        Text(
            "同上，`fast`，比五十分之一份数时多占的 MB",
            "the same, `fast`: MB more than for a fiftieth",
        ),
        MORE_MEMORY.format("msgspec"),
        None,
        5,
    ),
    Target(
        Text(
            "同上，orjson，比五十分之一份数时多占的 MB",
            "the same, orjson: MB more than for a fiftieth",
        ),
        MORE_MEMORY.format("orjson"),
        None,
        5,
    ),
)

HEADS = Text("| 目标 | 要求 | 测得 | |", "| to reach | asked | measured | |")
MET, NOT_MET = Text("达到", "met"), Text("未达到", "not met")


def table(measures: Measures, language: Language = ENGLISH) -> Iterator[str]:
    """The table of targets, line by line, in English or Chinese."""
    yield from (HEADS.render(language), "|---|--:|--:|---|")
    for target in TARGETS:
        ratio = target.measured(measures)
        if ratio is not None:
            yield target.row(ratio, language)
