"""What comparing two reports says, and metrics."""

from govdisclosure.i18n._text import Text

COMPARISON: dict[str, Text] = {
    "diff_before": Text("前一份", "before"),
    "diff_after": Text("后一份", "after"),
    "diff_year": Text("{year}年", "{year}"),
    "diff_change": Text("增减", "change"),
    "diff_row": Text("行", "row"),
    "diff_report": Text("报告", "report"),
    "diff_what": Text("项目", "item"),
    "diff_why": Text("原因", "why"),
    "diff_title": Text("两份报告的比较", "Two reports compared"),
    "diff_facts": Text("报告的基本信息", "About the reports"),
    "diff_lone": Text("没有比较的格", "Cells that were not compared"),
    "diff_prose": Text("文字", "Text"),
    "diff_none": Text("两份报告没有不同", "the two reports do not differ"),
    "diff_counts": Text(
        "不同之处：{cells} 格（其中 {writing} 格只是写法不同），{sections} 个部分的文字，"
        "{facts} 项基本信息；没有比较的有 {lone} 行",
        "different: {cells} {cells:cell|cells} ({writing} only in writing), the text of {sections}"
        " {sections:section|sections}, {facts} {facts:fact|facts} about the report; not compared:"
        " {lone} {lone:row|rows}",
    ),
    "diff_other_body": Text(
        "两份报告的编制机关不同：{before}、{after}",
        "the reports are of different bodies: {before}, {after}",
    ),
    "diff_same_year": Text(
        "两份报告是同一年度的：{year}", "both reports are of the same year, {year}"
    ),
    "diff_years_reversed": Text(
        "前一份报告的年度 {previous} 晚于后一份的 {year}",
        "the first report is of {previous}, later than the second, of {year}",
    ),
    "diff_other_form": Text(
        "{section}：前一份是 {before} 年版，后一份是 {after} 年版，只比较所指相同的格",
        "{section}: first on the form of {before}, then on that of {after}; only cells that mean"
        " the same are compared",
    ),
    "diff_sum": Text(
        "{row}在另一版表格分为几行，按各行之和比较：{rows}",
        "{row} is several rows on the other form, compared as their sum: {rows}",
    ),
    "diff_no_such_row": Text(
        "另一版表格没有与这一行对应的行", "the other form has no row that corresponds"
    ),
    "diff_other_columns": Text(
        "另一版表格的这一行没有所指相同的列：{columns}",
        "this row of the other form has no column of the same meaning: {columns}",
    ),
    "diff_section_absent": Text("（没有这一部分）", "(section not there)"),
    "diff_section_empty": Text("（只有标题）", "(heading only)"),
    "diff_paragraph": Text("第 {number} 段", "paragraph {number}"),
    "diff_sum_unknown": Text("有空白，无法求和", "no sum, for a blank"),
    "diff_printed": Text("{value}（原文“{printed}”）", '{value} (printed "{printed}")'),
    "diff_not_stated": Text("（没有写明）", "(not stated)"),
    "diff_differs": Text("不同", "differs"),
    "diff_writing": Text("只是写法不同", "only written otherwise"),
    "state_number": Text("数字", "number"),
    "state_blank": Text("空白", "blank"),
    "state_dash": Text("横线", "dash"),
    "state_slash": Text("斜线", "slash"),
    "state_none_word": Text("“无”", "“none” (无)"),
    "state_not_applicable": Text("“不适用”", "“not applicable” (不适用)"),
    "state_unreadable": Text("无法辨认", "unreadable"),
    "state_absent": Text("没有这一格", "cell missing"),
    "no_ratio": Text(
        "有 {count} 格没有数字，算不出；第一格是{first}",
        "no ratio, no number in {count} {count:cell|cells}, the first {first}",
    ),
    "no_denominator": Text(
        "分母为 {denominator}，无定义", "undefined: the denominator is {denominator}"
    ),
}
