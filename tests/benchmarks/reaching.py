"""What was to be reached, beside what was measured. ``docs/speed.md`` says why where it was not."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from govdisclosure.i18n import ENGLISH, Language, Text
from tests.benchmarks.ours import EXTENDED, PIPELINE

Measures = Mapping[str, float]
"""What was measured, by name: seconds, and megabytes where the name says so."""


@frozen
class Target:
    """A ratio of two measures (or a single one): asked at most, or at least, and better still."""

    name: Text
    above: str
    below: str | None
    asked: float
    stretch: float
    at_most: bool = True

    def measured(self, measures: Measures) -> float | None:
        """The ratio; ``None`` where one of the two was not measured."""
        if self.above not in measures or (self.below and self.below not in measures):
            return None
        return measures[self.above] / (measures[self.below] if self.below else 1)

    def row(self, ratio: float, language: Language) -> str:
        """A line of the table."""
        verdicts = [
            MET.render(language)
            if (ratio <= goal if self.at_most else ratio >= goal)
            else NOT_MET.render(language)
            for goal in (self.asked, self.stretch)
        ]
        goals = " | ".join(f"{'≤' if self.at_most else '≥'} {g:g}" for g in self.goals)
        return f"| {self.name.render(language)} | {goals} | {ratio:.2f} | {' | '.join(verdicts)} |"

    @property
    def goals(self) -> tuple[float, float]:
        """What is asked, and what would be better still."""
        return self.asked, self.stretch


def of(document: str, name: str) -> str:
    """The name of a measure of one of the documents."""
    return f"{document}: {name}"


def _checked(
    document: Text, way: str, asked: float, stretch: float, below: str = "orjson.loads"
) -> Target:
    name = Text(
        f"{document.zh}：字节 → 报告 → 格式规则，{way}，÷ {below}",
        f"{document.en}: bytes → checked, {way} ÷ {below}",
    )
    pipeline = of(document.en, PIPELINE.format(way))
    return Target(name, pipeline, of(document.en, below), asked, stretch)


def _against(
    document: Text, name: Text, above: str, below: str, asked: float, stretch: float
) -> Target:
    named = Text(f"{document.zh}：{name.zh} ÷ {below}", f"{document.en}: {name.en} ÷ {below}")
    return Target(named, of(document.en, above), of(document.en, below), asked, stretch)


SOUND, REAL, SPARSE = Text("无误", "sound"), Text("实际", "real"), Text("稀疏", "sparse")
RULES = Text("格式规则", "rules of the form")
WRITING = Text("写成一行，同时检查", "dumps, one line, checked")
CHECK = "`check` of one JSON report"
PYDANTIC = "pydantic v2, held to the same contract, no rules"
STREAM = "{} of {}"
MORE_MEMORY = "MB more for many, {}"

TARGETS = (
    _checked(SOUND, "msgspec", 3.3, 3.0),
    _checked(SOUND, "orjson", 5.6, 5.0),
    _checked(SOUND, "json", 2.4, 2.2, "json.loads"),
    _checked(REAL, "msgspec", 5.0, 4.5),
    _checked(REAL, "orjson", 9, 8),
    _checked(SPARSE, "msgspec", 4.0, 3.6),
    Target(
        Text("`extensions` 有键 ÷ 无键", "with a key in `extensions` ÷ without"),
        of("sound", EXTENDED),
        of("sound", PIPELINE.format("msgspec")),
        1.15,
        1.05,
    ),
    _against(SOUND, RULES, "ours: rules of the form", "orjson.loads", 1.0, 0.7),
    _against(REAL, RULES, "ours: rules of the form", "orjson.loads", 1.6, 1.0),
    _against(
        REAL,
        Text("所有规则及其发现", "all rules, findings"),
        "ours: all rules, findings",
        "orjson.loads",
        23,
        12,
    ),
    Target(
        Text("pydantic（同样的约定，不含规则）÷ 本库及规则", f"{PYDANTIC} ÷ ours with rules"),
        of("sound", PYDANTIC),
        of("sound", PIPELINE.format("msgspec")),
        0.95,
        1.1,
        at_most=False,
    ),
    _against(
        SOUND,
        Text("`validate` 普通数据", "`validate` of plain data"),
        "ours: validate of plain data",
        "jsonschema-rs, iter_errors",
        1.0,
        0.7,
    ),
    _against(SOUND, WRITING, "ours: dumps, one line", "orjson.dumps of a dict", 5.6, 5),
    _against(REAL, WRITING, "ours: dumps, one line", "orjson.dumps of a dict", 12, 8),
    Target(
        Text("`check` 一份报告 ÷ 空的解释器", f"{CHECK} ÷ a bare interpreter"),
        CHECK,
        "a bare interpreter",
        12,
        9,
    ),
    Target(
        Text("许多报告比五十分之一份数时多占的 MB", "many reports: MB more than for a fiftieth"),
        MORE_MEMORY.format("msgspec"),
        None,
        10,
        10,
    ),
)

HEADS = Text(
    "| 目标 | 要求 | 更好 | 测得 | 要求 | 更好 |",
    "| to reach | asked | stretch | measured | asked | stretch |",
)
MET, NOT_MET = Text("达到", "met"), Text("未达到", "not met")


def table(measures: Measures, language: Language = ENGLISH) -> Iterator[str]:
    """The table of targets, line by line, in English or Chinese."""
    yield from (HEADS.render(language), "|---|--:|--:|--:|---|---|")
    for target in TARGETS:
        ratio = target.measured(measures)
        if ratio is not None:
            yield target.row(ratio, language)
