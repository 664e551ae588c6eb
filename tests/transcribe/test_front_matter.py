import pytest

from govdisclosure.findings import SourceLocation
from govdisclosure.model import Period
from govdisclosure.transcribe._front_matter import read_front_matter
from govdisclosure.transcribe._tokens import Token


def tokens(*lines: str) -> list[Token]:
    return [Token(line, SourceLocation(line=n)) for n, line in enumerate(lines, 1)]


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
    front = read_front_matter(tokens(*lines, "本报告按格式编写。"), [])
    assert (front.issuer, front.year) == (issuer, year)
    assert front.title == "".join("".join(lines).split())
    assert front.preamble == ("本报告按格式编写。",)
    assert front.notes == ()


def test_a_title_without_a_year_takes_that_of_the_period() -> None:
    front = read_front_matter(
        tokens("溪口镇政府信息公开工作年度报告", "统计期限为2021年1月1日至12月31日。"), []
    )
    assert (front.year, front.period) == (2021, Period(start="2021-01-01", end="2021-12-31"))


def test_without_a_title_the_compiling_body_is_the_issuer() -> None:
    front = read_front_matter(
        tokens("本报告由北街道办事处编制。"), tokens("2020年，街道公开信息9条。")
    )
    assert (front.title, front.issuer, front.year) == (None, "北街道办事处", 2020)
    assert [note.key for note in front.notes] == ["year_from_prose"]


def test_a_title_and_a_period_of_different_years_are_said() -> None:
    front = read_front_matter(
        tokens("溪口镇2023年政府信息公开工作年度报告", "期限为2022年1月1日至2022年12月31日。"), []
    )
    assert front.year == 2023
    assert [note.key for note in front.notes] == ["years_differ"]


def test_nothing_is_made_up_where_nothing_is_said() -> None:
    front = read_front_matter([], tokens("我乡公开信息9条。"))
    assert (front.title, front.issuer, front.year, front.period) == (None,) * 4
    assert [note.key for note in front.notes] == ["issuer_not_named", "no_year"]


def test_lines_before_the_title_are_kept_apart() -> None:
    front = read_front_matter(tokens("首页 > 公开", "溪口镇2021年政府信息公开工作年度报告"), [])
    assert [token.text for token in front.above_title] == ["首页 > 公开"]


def test_a_breadcrumb_is_no_title() -> None:
    breadcrumb = "首页 > 政务公开 > 2022年政府信息公开工作年度报告"
    front = read_front_matter(tokens(breadcrumb, "溪口镇2023年政府信息公开工作年度报告"), [])
    assert (front.issuer, front.year) == ("溪口镇", 2023)


def test_a_span_of_years_is_no_report_year() -> None:
    assert read_front_matter(tokens("溪口镇2023-2024年政府信息公开工作年度报告"), []).year is None


def test_a_period_before_the_regulations_gives_no_year() -> None:
    front = tokens("溪口镇政府信息公开工作年度报告", "期限为2005年1月1日至2005年12月31日。")
    assert read_front_matter(front, []).year is None


METADATA = ("索 引 号：0143/2023-11 发布机构：青禾县溪口镇人民政府", "成文日期：2023年01月16日")


def test_metadata_names_the_issuer_and_its_dates_are_no_report_year() -> None:
    front = read_front_matter(tokens(*METADATA, "2022年政府信息公开工作年度报告"), [])
    assert (front.issuer, front.year) == ("青禾县溪口镇人民政府", 2022)
    assert [token.text for token in front.above_title] == list(METADATA)
    assert read_front_matter(tokens(*METADATA), []).year is None


def test_a_title_that_only_metadata_lists_is_the_title() -> None:
    front = read_front_matter(tokens("名称 | 溪口镇2022年政府信息公开工作年度报告"), [])
    assert (front.title, front.issuer, front.year) == (
        "溪口镇2022年政府信息公开工作年度报告",
        "溪口镇",
        2022,
    )


def test_a_menu_that_names_such_reports_is_no_title() -> None:
    front = tokens("政府信息公开年度报告", "溪口镇2022年政府信息公开工作年度报告")
    assert read_front_matter(front, []).title == "溪口镇2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "text",
    [
        "本报告由青禾县教育局根据《条例》编制而成。",
        "根据《条例》规定，青禾县教育局编制了2022年度政府信息公开工作年度报告。",
        "现公布青禾县教育局2022年政府信息公开工作年度报告。",
    ],
)
def test_the_preamble_names_the_issuer(text: str) -> None:
    assert (
        read_front_matter(tokens("2022年政府信息公开工作年度报告", text), []).issuer
        == "青禾县教育局"
    )


def test_we_and_this_body_are_no_names() -> None:
    text = "结合实际，我局编制了2022年度政府信息公开工作年度报告。"
    assert read_front_matter(tokens("2022年政府信息公开工作年度报告", text), []).issuer is None


def test_a_signature_above_a_date_names_the_issuer() -> None:
    end = tokens("没有收费。", "青禾县教育局", "2023年1月16日")
    title = tokens("2022年政府信息公开工作年度报告")
    assert read_front_matter(title, [], end).issuer == "青禾县教育局"
    assert read_front_matter(title, [], end[:2]).issuer is None


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("（2022年度）", "溪口镇政府信息公开工作年度报告"), "溪口镇"),
        (("溪口镇政府信息公开工作年度报告", "（2022年度）"), "溪口镇"),
        (("溪口镇2022年度法治政府建设暨政府信息公开工作年度报告",), "溪口镇"),
        (("2022年度溪口镇政府信息公开工作年报",), "溪口镇"),
    ],
)
def test_more_forms_of_a_title(lines: tuple[str, ...], issuer: str) -> None:
    front = read_front_matter(tokens(*lines), [])
    assert (front.title, front.issuer, front.year) == ("".join(lines), issuer, 2022)
    assert front.notes == ()


PERIODS = [
    ("统计期限自2022年1月1日起至2022年12月31日止。", "2022-01-01", "2022-12-31"),
    ("统计期限自2022年1月1日起，至2022年12月31日止。", "2022-01-01", "2022-12-31"),
    ("数据统计期限为2022年1月1日、到12月31日。", "2022-01-01", "2022-12-31"),
    ("统计期限：2022年01月01日—12月31日。", "2022-01-01", "2022-12-31"),
    ("数据统计期限为2022.1.1-2022.12.31。", "2022-01-01", "2022-12-31"),
    ("统计期限为2022年5月15日至当年12月31日。", "2022-05-15", "2022-12-31"),
    ("统计期限为2022年1月1日0时至2022年12月31日24时。", "2022-01-01", "2022-12-31"),
    ("自2022年1月1日零时起至2022年12月31日24时止。", "2022-01-01", "2022-12-31"),
    ("统计期限为2022年1月1日00:00至12月31日二十四时。", "2022-01-01", "2022-12-31"),
    ("统计期限：2022年1月1日0时至12月31日23:59:59。", "2022-01-01", "2022-12-31"),
    ("统计期限为2022年3月15日（挂牌成立之日）至2022年12月31日。", "2022-03-15", "2022-12-31"),
    ("统计期限自2022年3月15日（含）起至12月31日（含）止。", "2022-03-15", "2022-12-31"),
    ("2022年1月1日至12月31日（以下简称本年），公开9条。", "2022-01-01", "2022-12-31"),
    ("数据截至2022年12月31日。2022年1月1日至12月31日公开9条。", "2022-01-01", "2022-12-31"),
    ("统计期间，3月5日至9日办公开日。2022年1月1日至12月31日公开9条。", "2022-01-01", "2022-12-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_a_period_is_read_however_its_days_are_written(text: str, start: str, end: str) -> None:
    front = read_front_matter(tokens("溪口镇2022年政府信息公开工作年度报告", text), [])
    assert front.period == Period(start=start, end=end)
    assert front.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "统计期限为2022年1月1日至202022年12月31日。",
        "统计期限为2022年2月1日至2月31日。",
        "统计期限为2022年1月1日起至2023年1月1日前。",
        "统计期限为2022.1.1-2023.1.1前。",
        "统计期限为2022年1月1日至2023年1月1日（不含）。",
        "统计期限为2022年1月1日至2023年1月1日0时。",
        "统计期限为2022年1月1日至2022年12月31日12时。",
        "统计期限为2022年1月1日至2022年12月31日下午。",
        "统计期限为2022年1月1日至2023年1月1日（星期日）前。",
        "统计期限为2022年1月1日至2023年1月1日（含）以前。",
        "统计期限为2022年1月1日至2022年12月31日24时前。",
        "统计期限为2021年12月31日24时至2022年12月31日24时。",
        "统计期限为2022年3月15日（不含当日）至2022年12月31日。",
        "统计期限为2022年3月15日次日至12月31日。2022年1月1日至12月31日，公开9条。",
        "统计期限为1月1日至12月31日。",
        "统计期限为二〇二二年一月一日至二〇二二年十二月三十一日。",
    ],
)
def test_a_period_that_is_not_certain_is_not_read_and_said(text: str) -> None:
    front = read_front_matter(tokens("溪口镇2022年政府信息公开工作年度报告", text), [])
    assert front.period is None
    assert [note.key for note in front.notes] == ["period_unclear"]


@pytest.mark.parametrize(
    "text",
    [
        "统计期限截至2022年12月31日。",
        "本报告数据截至2022年12月31日，公开率达到100%。",
        "统计期限自2022年3月1日起。",
    ],
)
def test_a_period_of_one_day_is_not_read_and_said_as_vague(text: str) -> None:
    front = read_front_matter(tokens("溪口镇2022年政府信息公开工作年度报告", text), [])
    assert front.period is None
    assert [note.key for note in front.notes] == ["period_open"]


def test_days_of_an_event_are_no_period() -> None:
    text = "2022年3月1日至2022年3月5日，镇里办了公开日。"
    assert (
        read_front_matter(tokens("溪口镇2022年政府信息公开工作年度报告", text), []).period is None
    )


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        ("本报告由青禾县东乡镇人民政府编制。", ["issuers_differ"]),
        ("本报告由青禾县溪口镇人民政府编制。", []),
        ("发布机构：青禾县财政局", ["issuers_differ"]),
        ("名称：青禾县溪口镇2021年政府信息公开工作年度报告", ["titles_differ"]),
    ],
)
def test_conflicts_are_said_and_the_title_is_taken(line: str, notes: list[str]) -> None:
    front = read_front_matter(tokens("溪口镇2022年政府信息公开工作年度报告", line), [])
    assert (front.issuer, front.year) == ("溪口镇", 2022)
    assert [note.key for note in front.notes] == notes


def test_a_short_name_is_no_conflict() -> None:
    front = tokens("青禾县发改局2022年政府信息公开工作年度报告", "发布机构：青禾县发展和改革局")
    assert read_front_matter(front, []).notes == ()


@pytest.mark.parametrize("mark", ["¹", "[1]", "①", "*"])
def test_a_note_mark_behind_the_title_does_not_hide_the_title(mark: str) -> None:
    front = read_front_matter(tokens(f"青禾县溪口镇2022年政府信息公开工作年度报告{mark}"), [], [])
    assert (front.issuer, front.year) == ("青禾县溪口镇", 2022)
    assert front.title == f"青禾县溪口镇2022年政府信息公开工作年度报告{mark}"
