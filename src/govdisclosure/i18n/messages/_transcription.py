"""What reading a document says of it."""

from govdisclosure.i18n._text import Text

TRANSCRIPTION: dict[str, Text] = {
    "not_a_report": Text(
        "不是政府信息公开工作年度报告（2019年版或2021年版格式）：没有找到格式规定的表格和标题。",
        "This is not an annual report on the 2019 or 2021 form: none of the form's tables and"
        " headings was found.",
    ),
    "empty_form": Text(
        "只有空白表格：找到了表格的文字，但没有任何数字。",
        "This is an empty form: its labels are there, but not a single number.",
    ),
    "several_reports": Text(
        "文件里不止一份报告，请分开后读取；再次出现的是“{heading}” {where}",
        'there is more than one report in it, split it first; "{heading}" comes again {where}',
    ),
    "issuer_not_named": Text("没有找到编制机关名称", "the issuing body is not named"),
    "issuers_differ": Text(
        "标题的编制机关“{title}”与文中或网页信息栏的“{other}”不同，采用标题",
        'the title names "{title}", the text or the page\'s metadata "{other}"; the title\'s was'
        " taken",
    ),
    "titles_differ": Text(
        "标题年度 {title} 与网页信息栏所列标题的年度 {listed} 不一致，采用标题年度",
        "the title says {title}, the title in the page's metadata {listed}; the title's was taken",
    ),
    "period_unclear": Text(
        "统计期限无法识别：“{printed}”", 'the period does not read as one: "{printed}"'
    ),
    "period_open": Text(
        "统计期限只写明一个日期：“{printed}”", 'the period is stated by one day only: "{printed}"'
    ),
    "report_repeated": Text(
        "文件里同一份报告有两遍，逐字相同；第二遍（{where}）没有再读",
        "the file holds the same report twice, word for word; the second ({where}) was left out",
    ),
    "years_differ": Text(
        "标题年度 {title} 与统计期限年度 {period} 不一致，采用标题年度",
        "the title says {title}, the period {period}; the title's year was taken",
    ),
    "year_from_prose": Text(
        "标题和统计期限没有年度，采用正文首个年份 {year}",
        "neither title nor period states a year; the first year in the text, {year}, was taken",
    ),
    "no_year": Text("没有找到年度", "no year was found"),
    "hybrid": Text("表格分属不同版本：{tables}", "the tables are of different editions: {tables}"),
    "edition_guessed": Text(
        "表格文字不足以判断版本，按 {edition} 年版读取",
        "the labels do not tell the edition; read as {edition}",
    ),
    "section_missing": Text("没有找到这一部分的标题", "the heading of this section was not found"),
    "heading_differs": Text(
        "标题与格式不同：“{printed}”", 'the heading is worded otherwise: "{printed}"'
    ),
    "table_missing": Text(
        "没有读到表格中的数字（可能是图片或附件）",
        "no number of this table was read (it may be a picture or an attachment)",
    ),
    "rows_missing": Text(
        "有 {count} 行没有读到：{rows}{more}",
        "{count} {count:row was|rows were} not read: {rows}{more}",
    ),
    "rows_without_cells": Text(
        "有 {count} 行只有文字，没有单元格：{rows}{more}",
        "{count} {count:row has|rows have} a label and no cells: {rows}{more}",
    ),
    "row_not_placed": Text(
        "“{printed}”行有 {count} 个单元格，与列数不符，无法确定归属：{values}",
        'row "{printed}" has {count} {count:cell|cells}, which does not fit the columns;'
        " not placed: {values}",
    ),
    "row_repeated": Text(
        "“{printed}”行不止一处，内容不同，无法确定是哪一行：{values}",
        'row "{printed}" is there more than once; not placed: {values}',
    ),
    "row_in_doubt": Text(
        "“{printed}”行各数与总计不符，而这份文本不显示单元格，可能缺了一格，未采用：{values}",
        'row "{printed}" does not add up, and this text draws no cells: one may be missing;'
        " not placed: {values}",
    ),
    "cells_in_doubt": Text(
        "各数之间对不上，而这一行有空白单元格，或原文不显示空白单元格：可能是填报有误，也可能是各格错位",
        "the numbers do not fit together, and the row has an empty cell, or its text shows none:"
        " they may be wrong, or have moved into other columns",
    ),
    "header_order": Text(
        "列标题的顺序与格式不同，无法确定“{printed}”各格归属：{values}",
        'the column labels are not in the form\'s order; "{printed}" was not placed: {values}',
    ),
    "row_unknown": Text(
        "本版表格没有“{printed}”行：{values}",
        'the table of this edition has no row "{printed}": {values}',
    ),
    "columns_reordered": Text(
        "“{printed}”行按文件中的列顺序读取",
        'row "{printed}" was read in the order of the document\'s own column labels',
    ),
    "header_cut": Text(
        "列标题不完整，按格式的列顺序读取", "column labels are cut short; read in the form's order"
    ),
    "label_differs": Text(
        "文字与格式不同：“{printed}”按“{label}”读取",
        'worded otherwise: "{printed}" was read as "{label}"',
    ),
    "stuck_number": Text(
        "文字后粘连的数字未采用：{values}", "numbers stuck to labels were not used: {values}"
    ),
    "formulas_without_values": Text(
        "有 {count} 格是公式，文件里没有公式的值（程序填写的工作簿没有计算过）：请用 Excel、WPS 或"
        " LibreOffice 打开并保存，再读取",
        "{count} {count:cell|cells} with a formula whose value is not in the file, as in a"
        " workbook that a program filled in: open it in Excel, WPS or LibreOffice, save it, and"
        " read it again",
    ),
    "unreadable": Text(
        "无法识别为一个数字：“{printed}”", 'does not read as one number: "{printed}"'
    ),
}
