import pytest

from govdisclosure.model.report import Period
from govdisclosure.page import Where
from govdisclosure.transcribe.identity import identify
from govdisclosure.transcribe.vocabulary import Token


def tokens(*lines: str) -> list[Token]:
    return [Token(line, Where(line=n)) for n, line in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("lines", "issuer", "year"),
    [
        (("通江乡2020年政府信息公开", "工作年度报告"), "通江乡", 2020),
        (("淮安市人民政府", "2024 年政府信息公开工作年度报告"), "淮安市人民政府", 2024),
        (("青禾县教育局政府信息公开工作2022年度报告",), "青禾县教育局", 2022),
        (("青禾市公安局2024年度政府信息公开工作报告",), "青禾市公安局", 2024),
        (("溪口乡2022年信息公开工作年度报告",), "溪口乡", 2022),
        (("2023年华容县人民政府信息公开工作年度报告",), "华容县人民政府", 2023),
        (("长桥乡2019年政府信息公开年度工作", "报 告"), "长桥乡", 2019),
        (("青禾市2019年政府信息公开工作年度报告（图片版）",), "青禾市", 2019),
        (("溪口镇二〇二一年政府信息公开工作年度报告",), "溪口镇", 2021),
        (("青禾镇人民政府关于2023年度政府信息公开工作的年度报告",), "青禾镇人民政府", 2023),
        (("2019年青禾市人民政府办公厅政府信息公开工作年度报告",), "青禾市人民政府办公厅", 2019),
    ],
)
def test_titles_of_all_forms_give_issuer_and_year(
    lines: tuple[str, ...], issuer: str, year: int
) -> None:
    identity = identify(tokens(*lines, "本报告按格式编写。"), [])
    assert (identity.issuer, identity.year) == (issuer, year)
    assert identity.title == "".join("".join(lines).split())
    assert identity.preamble == ("本报告按格式编写。",)
    assert identity.notes == ()


def test_a_title_without_a_year_takes_that_of_the_period() -> None:
    identity = identify(
        tokens("溪口镇政府信息公开工作年度报告", "统计期限为2021年1月1日至12月31日。"), []
    )
    assert (identity.year, identity.period) == (
        2021,
        Period(start="2021-01-01", end="2021-12-31"),
    )


def test_without_a_title_the_compiling_body_is_the_issuer() -> None:
    identity = identify(tokens("本报告由北街道办事处编制。"), tokens("2020年，街道公开信息9条。"))
    assert (identity.title, identity.issuer, identity.year) == (None, "北街道办事处", 2020)
    assert [note.key for note in identity.notes] == ["year_from_prose"]


def test_a_title_and_a_period_of_different_years_are_said() -> None:
    identity = identify(
        tokens("溪口镇2023年政府信息公开工作年度报告", "期限为2022年1月1日至2022年12月31日。"),
        [],
    )
    assert identity.year == 2023
    assert [note.key for note in identity.notes] == ["years_differ"]


def test_nothing_is_made_up_where_nothing_is_said() -> None:
    identity = identify([], tokens("我乡公开信息9条。"))
    assert (identity.title, identity.issuer, identity.year, identity.period) == (None,) * 4
    assert [note.key for note in identity.notes] == ["issuer_not_named", "no_year"]


def test_lines_before_the_title_are_kept_apart() -> None:
    identity = identify(tokens("首页 > 公开", "溪口镇2021年政府信息公开工作年度报告"), [])
    assert [token.text for token in identity.before] == ["首页 > 公开"]


def test_a_breadcrumb_is_no_title() -> None:
    breadcrumb = "首页 > 政务公开 > 2022年政府信息公开工作年度报告"
    identity = identify(tokens(breadcrumb, "溪口镇2023年政府信息公开工作年度报告"), [])
    assert (identity.issuer, identity.year) == ("溪口镇", 2023)


def test_a_span_of_years_is_no_report_year() -> None:
    assert identify(tokens("溪口镇2023-2024年政府信息公开工作年度报告"), []).year is None


def test_a_period_before_the_regulations_gives_no_year() -> None:
    front = tokens("溪口镇政府信息公开工作年度报告", "期限为2005年1月1日至2005年12月31日。")
    assert identify(front, []).year is None
