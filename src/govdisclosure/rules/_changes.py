"""What has changed in the rules: the changelog of the catalogue."""

from attrs import frozen

from govdisclosure.i18n import Text, one_line


@frozen(repr=False)
class Change:
    """What became different about some rules with a version of the catalogue.

    Versions: patch, words; minor, a rule more, a milder grade, a warning in more cases; major, a
    stricter grade, an error in more cases, a rule less.
    """

    version: str
    rule_ids: tuple[str, ...]
    words: Text

    def __repr__(self) -> str:
        return one_line(self, self.version, ", ".join(self.rule_ids))


CHANGES = (
    Change(
        "1.1.0",
        ("STAT-DISC-NONNEGATIVE", "QUAL-DISC-AMOUNT-NONNEGATIVE"),
        Text(
            "金额为负不再是错误，由新规则给出警告：退费可以多于收费，没有文件规定金额不小于 0。",
            "An amount below 0 is no error any more; the new rule warns of it: more may be paid"
            " back than came in, and no document says that amounts are not below 0.",
        ),
    ),
    Change(
        "1.1.0",
        ("DERV-DISC-OPENING-STOCK",),
        Text(
            "由警告改为提示：年末制发次年施行、当年制发当年失效的文件，是正当的例外。",
            "A hint where it was a warning: what is issued to be in force next year, or expires"
            " in the year of its issue, breaks it with good reason.",
        ),
    ),
    Change(
        "1.1.0",
        ("DERV-DISC-NEWLY-DISCLOSED",),
        Text(
            "由警告改为提示：当年公开的文件，当年可能撤下。",
            "A hint where it was a warning: what was disclosed may be withdrawn in the same year.",
        ),
    ),
    Change(
        "1.1.0",
        ("DERV-DISC-AMOUNT-HAS-PROJECTS", "DERV-DISC-PROJECTS-HAVE-AMOUNT"),
        Text(
            "由警告改为提示，依据由逻辑推导改为通行做法：项目和款项可以不在同一年。",
            "Hints where they were warnings, and practice where they were logic: projects and"
            " their payment may be of different years.",
        ),
    ),
    Change(
        "1.1.0",
        ("STAT-PROBLEMS-STATED",),
        Text(
            "全文只有“无”“暂无”一类的词，同只有标题一样给出警告。",
            'A section that is nothing but a word for "none" is warned of as a mere heading is.',
        ),
    ),
    Change(
        "1.1.0",
        ("DERV-PERIOD-YEAR",),
        Text("新规则：统计期限属于报告年度。", "New: the period is in the report's year."),
    ),
    Change(
        "1.1.0",
        (
            "QUAL-BLANKS",
            "QUAL-REQ-CARRY-OVER",
            "QUAL-REQ-CARRY-OVER-BY-APPLICANT",
            "QUAL-DISC-IN-FORCE",
        ),
        Text(
            "出处写明是通行做法，没有文件依据。",
            "The source says that it is practice, and that no document asks for it.",
        ),
    ),
    Change(
        "1.1.0",
        (
            "QUAL-REQ-CARRY-OVER",
            "QUAL-REQ-CARRY-OVER-BY-APPLICANT",
            "QUAL-DISC-IN-FORCE",
            "DERV-DISC-ITEMS-CARRIED",
            "DERV-DISC-TOTAL-DISCLOSED",
            "DERV-CASE-PENDING",
            "QUAL-SUM-OF-BODIES",
        ),
        Text(
            "上年报告出自另一单位、下级单位的报告重复的，不作判断，并说明原因。",
            "Not evaluated, with the reason, where last year's report is of another body, or a"
            " body's report is there twice.",
        ),
    ),
)
"""The newest first."""
