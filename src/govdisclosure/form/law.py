"""Where the form and its rules come from: each notice, article and clause, cited once.

Only references stand here, never the text of a law, and none that was not verified.
"""

from attrs import evolve, frozen

from govdisclosure.form._types import Shown
from govdisclosure.i18n import CHINESE, Language, Text


@frozen(kw_only=True, repr=False)
class Source(Shown):
    """A document that can be cited, with the clause that is meant; without a number it is none.

    >>> REGULATION.at("第五十条", "Article 50").clause
    '第五十条'
    """

    title: str
    number: str
    title_en: str
    date: str
    clause: str = ""
    clause_en: str = ""

    def at(self, clause: str, clause_en: str) -> "Source":
        """The same document, cited at one clause."""
        return evolve(self, clause=clause, clause_en=clause_en)

    def cite(self, language: Language = CHINESE) -> str:
        """One line for a reader; what is no document is not cited as one.

        >>> from govdisclosure.i18n import ENGLISH
        >>> NOTICE_2021.cite(ENGLISH)
        'Notice on the format of the annual report (国办公开办函〔2021〕30号)'
        """
        zh, en = f"《{self.title}》（{self.number}）", f"{self.title_en} ({self.number})"
        if not self.number:
            zh, en = self.title, self.title_en
        zh, en = zh + self.clause, ", ".join(filter(None, (en, self.clause_en)))
        return Text(zh, en).render(language)


REGULATION = Source(
    title="中华人民共和国政府信息公开条例",
    number="国务院令第711号",
    title_en="Open Government Information Regulations",
    date="2019-04-03",
)

NOTICE_2019 = Source(
    title="关于政府信息公开工作年度报告有关事项的通知",
    number="国办公开办函〔2019〕60号",
    title_en="Notice on matters of the annual report",
    date="2019",
)

NOTICE_2021 = Source(
    title="关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知",
    number="国办公开办函〔2021〕30号",
    title_en="Notice on the format of the annual report",
    date="2021-09-26",
)

FEE_MEASURES = Source(
    title="政府信息公开信息处理费管理办法",
    number="国办函〔2020〕109号",
    title_en="Measures for information processing fees",
    date="2020-11-17",
)


PRACTICE = Source(
    title="通行做法（见已公布的年度报告，没有文件依据）",
    number="",
    title_en="Common practice (seen in published reports; no document asks for it)",
    date="",
)
"""Not a document: what published reports and those who review them consistently do."""

CHONGQING_NOTICE = Source(
    title="重庆市政府办公厅关于政府信息公开工作年度报告的通知",
    number="2019年",
    title_en="Notice of Chongqing's General Office on the annual reports",
    date="2019",
)
"""A local guide: a county's report adds up those of all its compiling bodies. Title as cited."""


def article_20(item: str, number: int) -> Source:
    """An item of Article 20: what has to be disclosed without being asked."""
    return REGULATION.at(f"第二十条第（{item}）项", f"Article 20, item ({number})")


def article_50(item: str, number: int) -> Source:
    """An item of Article 50: what the annual report has to contain."""
    return REGULATION.at(f"第五十条第（{item}）项", f"Article 50, item ({number})")


CORNER_SENTENCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
"""The one reconciliation rule that both editions print, in the corner cell of table 3."""
