"""The words of the review page."""

from govdisclosure.i18n._text import Text

REVIEW: dict[str, Text] = {
    "review_of": Text("审核：{title}", "Review: {title}"),
    "review_findings": Text("检查结果", "What was found"),
    "review_clean": Text("没有发现问题。", "No problem was found."),
    "review_clean_in_part": Text(
        "没有发现问题，但有 {count} 项无法判断。",
        "No problem was found, but {count} {count:check|checks} could not be evaluated.",
    ),
    "review_keys": Text(
        "按 n、p 键依次查看有标记的单元格。",
        "The keys n and p go to the next and the previous marked cell.",
    ),
    "review_form": Text("报告表格", "The report"),
    "review_more": Text("详见第 {number} 条", "details in no. {number}"),
    "review_mark": Text("第 {number} 条", "no. {number}"),
    "review_cells": Text("涉及的单元格：", "Cells:"),
    "review_blank": Text("空白", "blank"),
    "review_printed": Text("原文“{printed}”", 'printed "{printed}"'),
    "review_absent": Text(
        "{row}：原文缺 {count} 格", "{row}: {count} {count:cell is|cells are} missing"
    ),
    "review_source": Text("原文：{where}“{printed}”", 'printed: {where} "{printed}"'),
    "review_messages": Text("读取时的说明", "What was noticed in reading"),
    "review_unplaced": Text("没有归入报告的内容", "What found no place in the report"),
}
