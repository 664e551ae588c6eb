"""What both editions print alike.

Every count is a whole number of 件 unless its class says otherwise. ``None`` is a cell
without a number, never zero.
"""

from collections.abc import Iterable
from typing import Annotated, TypeAlias, TypeVar

import attrs
from attrs import frozen

from govdisclosure.form import Count, Group, Label, Row, Source, Table
from govdisclosure.form.law import CORNER_SENTENCE, article_20, article_50

Narrative: TypeAlias = tuple[str, ...] | None
"""The paragraphs of a section in order; ``None`` where the section is not there at all."""

R = TypeVar("R", bound=Row)

CORNER = Label(
    CORNER_SENTENCE,
    "(How the figures of a column reconcile: item 1 plus item 2 equals item 3 plus item 4)",
)
"""What the notices of both editions print; each edition cites its own."""

CONTENT = Label("信息内容", "Content")


def _band(source: Source) -> Label:
    """A band of table 2: the item of Article 20 that its rows report on."""
    return Label(source.clause, source.clause_en, source=source)


# By the item of Article 20.
BAND_1 = _band(article_20("一", 1))
BAND_5 = _band(article_20("五", 5))
BAND_6 = _band(article_20("六", 6))
BAND_8 = _band(article_20("八", 8))
BAND_9 = _band(article_20("九", 9))

APPLICANTS = Label("申请人情况", "Applicants")
ORGANIZATIONS = Label("法人或其他组织", "Legal persons or other organizations", under=APPLICANTS)


def _organization(zh: str, en: str) -> Label:
    """A column of table 3: requests (件) by organizations of one kind."""
    return Label(zh, en, "件", under=ORGANIZATIONS)


@frozen(repr=False)
class ByApplicant(Row):
    """A row of table 3: requests (件), by who asked.

    >>> ByApplicant(3, 0, 0, 0, 0, 0, 3).total
    3
    """

    natural_person: Annotated[Count, Label("自然人", "Natural persons", "件", under=APPLICANTS)]
    commercial_enterprise: Annotated[Count, _organization("商业企业", "Commercial enterprises")]
    research_institution: Annotated[Count, _organization("科研机构", "Research institutions")]
    public_welfare_organization: Annotated[
        Count, _organization("社会公益组织", "Public-welfare organizations")
    ]
    legal_service_institution: Annotated[
        Count, _organization("法律服务机构", "Legal-service institutions")
    ]
    other_organization: Annotated[Count, _organization("其他", "Other organizations")]
    total: Annotated[Count, Label("总计", "Total", "件", under=APPLICANTS)]

    @property
    def subtotal(self) -> "ByApplicant":
        """The row itself: an outcome that one edition prints as a row, another as a group,
        answers to the same name in both."""
        return self


def add_rows(rows: Iterable[R]) -> R:
    """Rows of one class added cell by cell; a sum with a blank in it is ``None``.

    >>> add_rows([ByApplicant(1, 0, 0, 0, 0, 0, 1), ByApplicant(2, 0, 0, None, 0, 0, 2)])
    ... # doctest: +NORMALIZE_WHITESPACE
    ByApplicant(natural_person=3, commercial_enterprise=0, research_institution=0,
        public_welfare_organization=None, legal_service_institution=0,
        other_organization=0, total=3)
    """
    first, *others = rows
    columns = zip(*map(attrs.astuple, (first, *others)), strict=True)
    return type(first)(*map(_add, columns))


def _add(numbers: tuple[int | None, ...]) -> int | None:
    present = [number for number in numbers if number is not None]
    return sum(present) if len(present) == len(numbers) else None


@frozen(repr=False)
class Reasons(Group):
    """Base of the groups of table 3 whose rows are numbered reasons."""

    @property
    def subtotal(self) -> ByApplicant:
        """The sum of the group's rows (件), which the form does not print."""
        rows: tuple[ByApplicant, ...] = attrs.astuple(self, recurse=False)
        return add_rows(rows)


@frozen(kw_only=True, repr=False)
class Denied(Reasons):
    """（三）不予公开: requests (件) refused, by reason."""

    state_secret: Annotated[ByApplicant, Label("1.属于国家秘密", "1. State secret")]
    prohibited_by_law: Annotated[
        ByApplicant,
        Label(
            "2.其他法律行政法规禁止公开",
            "2. Disclosure prohibited by other law or administrative regulation",
        ),
    ]
    security_and_stability: Annotated[
        ByApplicant,
        Label(
            "3.危及“三安全一稳定”",
            "3. Endangers national, public or economic security or social stability",
        ),
    ]
    third_party_rights: Annotated[
        ByApplicant, Label("4.保护第三方合法权益", "4. Lawful rights of third parties")
    ]
    internal_affairs: Annotated[
        ByApplicant,
        Label("5.属于三类内部事务信息", "5. Three kinds of internal-affairs information"),
    ]
    deliberative_process: Annotated[
        ByApplicant, Label("6.属于四类过程性信息", "6. Four kinds of process information")
    ]
    enforcement_case_file: Annotated[
        ByApplicant, Label("7.属于行政执法案卷", "7. Administrative law-enforcement case files")
    ]
    administrative_inquiry: Annotated[
        ByApplicant, Label("8.属于行政查询事项", "8. Matter for a dedicated inquiry procedure")
    ]


@frozen(kw_only=True, repr=False)
class Unavailable(Reasons):
    """（四）无法提供: requests (件) that could not be met, by reason."""

    not_held: Annotated[ByApplicant, Label("1.本机关不掌握相关政府信息", "1. Information not held")]
    requires_creation: Annotated[
        ByApplicant, Label("2.没有现成信息需要另行制作", "2. Would have to be created")
    ]
    still_unclear: Annotated[
        ByApplicant, Label("3.补正后申请内容仍不明确", "3. Still unclear after supplementation")
    ]


@frozen(kw_only=True, repr=False)
class NotProcessed(Reasons):
    """（五）不予处理: requests (件) not processed, by reason."""

    petition: Annotated[
        ByApplicant, Label("1.信访举报投诉类申请", "1. Petition, report or complaint")
    ]
    duplicate: Annotated[ByApplicant, Label("2.重复申请", "2. Duplicate request")]
    publication: Annotated[
        ByApplicant, Label("3.要求提供公开出版物", "3. Asks for public publications")
    ]
    excessive: Annotated[
        ByApplicant,
        Label("4.无正当理由大量反复申请", "4. Excessive repeated requests without just cause"),
    ]
    reconfirmation: Annotated[
        ByApplicant,
        Label(
            "5.要求行政机关确认或重新出具已获取信息",
            "5. Asks to confirm or re-issue information already obtained",
        ),
    ]


@frozen(repr=False)
class Cases(Row):
    """Results of cases (件) in table 4.

    >>> Cases(1, 0, 0, 2, 3).pending
    2
    """

    upheld: Annotated[Count, Label("结果维持", "Upheld", "件")]
    corrected: Annotated[Count, Label("结果纠正", "Corrected", "件")]
    other_result: Annotated[Count, Label("其他结果", "Other result", "件")]
    pending: Annotated[Count, Label("尚未审结", "Pending", "件")]
    total: Annotated[Count, Label("总计", "Total", "件")]


@frozen(kw_only=True, repr=False)
class Litigation(Group):
    """行政诉讼: lawsuits (件), by whether reconsideration came first."""

    direct: Annotated[Cases, Label("未经复议直接起诉", "Filed directly, without reconsideration")]
    after_reconsideration: Annotated[Cases, Label("复议后起诉", "Filed after reconsideration")]

    @property
    def subtotal(self) -> Cases:
        """Both kinds of lawsuit together (件), which the form does not print."""
        return add_rows((self.direct, self.after_reconsideration))


@frozen(kw_only=True, repr=False)
class ReviewAndLitigation(Table):
    """四、政府信息公开行政复议、行政诉讼情况: cases (件) over this year's work."""

    across = True

    reconsideration: Annotated[Cases, Label("行政复议", "Administrative reconsideration")]
    litigation: Annotated[Litigation, Label("行政诉讼", "Administrative litigation")]


OVERVIEW = Label(
    "一、总体情况", "1. General overview", also=("一、工作基本情况", "一、工作开展情况", "一、概述")
)
PROACTIVE_DISCLOSURE = Label(
    "二、主动公开政府信息情况",
    "2. Proactive disclosure of government information",
    also=(
        "二、行政机关主动公开政府信息情况",
        "二、主动公开政府信息的情况",
        "二、主动公开政府政府信息情况",
        "二、政府信息主动公开情况",
    ),
    source=article_50("一", 1),
)
REQUESTS = Label(
    "三、收到和处理政府信息公开申请情况",
    "3. Requests received and processed",
    source=article_50("二", 2),
)
REVIEW_AND_LITIGATION = Label(
    "四、政府信息公开行政复议、行政诉讼情况",
    "4. Administrative reconsideration and administrative litigation",
    also=("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",),
    source=article_50("三", 3),
)
PROBLEMS_AND_IMPROVEMENTS = Label(
    "五、存在的主要问题及改进情况",
    "5. Main problems and improvements",
    also=(
        "五、政府信息公开工作存在的主要问题及改进情况",
        "五、存在问题及改进情况",
        "五、存在的主要问题和改进情况",
        "五、存在的主要问题及整改措施",
    ),
    source=article_50("四", 4),
)
OTHER_MATTERS = Label(
    "六、其他需要报告的事项",
    "6. Other matters to be reported",
    also=("六、其他报告事项",),
    source=article_50("五", 5),
)
