"""What a diagnosis says: faults, repairs, error patterns, blanks; and what suppressions do."""

from govdisclosure.i18n._text import Text

DIAGNOSIS: dict[str, Text] = {
    "fault": Text("{place}：{count} 处勾稽不符（{rules}）", "{place}: sums off: {count} ({rules})"),
    "fault_unique_if_one_cell": Text(
        "如果这里只有一格有误，可以确定是哪一格",
        "if a single cell here is wrong, it is known which",
    ),
    "fault_unique_if_fewest_cells": Text(
        "改动最少的办法只有一种", "there is only one way with so few cells"
    ),
    "fault_one_of": Text(
        "改动最少的办法有 {count} 种",
        "there {count:is|are} {count} {count:way|ways} with equally few cells",
    ),
    "fault_cannot_be_located": Text("无法确定是哪一格有误", "which cell is wrong cannot be told"),
    "repair_crossed": Text(
        "{place}：{count} 处勾稽都差 {gap}，{old} 改为 {new} 后全部成立",
        "{place}: {count} {count:sum is|sums are} off by {gap};"
        " with {new} for {old} all of them hold",
    ),
    "repair_one": Text(
        "{place}：{old} 改为 {new} 后勾稽成立", "{place}: with {new} for {old} the sums hold"
    ),
    "repair_several": Text(
        "{place}：{cells}，这 {count} 格同时改动后全部成立",
        "{place}: {cells}; with these {count} {count:cell|cells} changed together all sums hold",
    ),
    "repair_change": Text("{cell} {old} 改为 {new}", "{cell}: {new} for {old}"),
    "repair_stale": Text(
        "{place}：报告中不再是 {old}，而是 {found}，没有改动",
        "{place}: the report no longer says {old} but {found}; nothing was changed",
    ),
    "certainty_unique_if_one_cell": Text(
        "如果这里只有一格有误，就是这一格", "if a single cell here is wrong, it is this one"
    ),
    "certainty_unique_if_fewest_cells": Text(
        "改动这么少的办法只有这一种", "the only way with so few cells"
    ),
    "certainty_one_of": Text("{count} 种可能之一", "one of {count} possibilities"),
    "certainty_cannot_be_located": Text(
        "只是可能，无法确定是哪一格", "no more than possible: which cell it is cannot be told"
    ),
    "certainty_supposes_slip": Text("只有确为此种失误时才成立", "only if that is what happened"),
    "slip_zero_for_total": Text(
        "总计填 0，而各项不为 0：可能漏填，或识别时丢了数字",
        "0 stands for a total whose items are not 0: left out, or digits lost in reading",
    ),
    "slip_sign": Text("可能是正负号有误", "perhaps a wrong sign"),
    "slip_digits_transposed": Text("可能是数字前后颠倒", "perhaps digits transposed"),
    "slip_digit_lost": Text("可能是丢了一位数字", "perhaps a digit lost"),
    "slip_digit_doubled": Text("可能是重复了一位数字", "perhaps a digit doubled"),
    "slip_cells_swapped": Text("可能是相邻两格互换", "perhaps two neighbouring cells swapped"),
    "slip_number_split": Text("可能是一个数被拆到两格", "perhaps one number split over two cells"),
    "slip_moved_between_columns": Text(
        "可能是同一行中记错了列", "perhaps counted in the wrong column of the row"
    ),
    "slip_moved_between_rows": Text(
        "可能是同一列中记错了行", "perhaps counted in the wrong row of the column"
    ),
    "slip_total_and_part": Text(
        "总计与其中一项错了同样的数", "a total and a part of it are off by the same amount"
    ),
    "slip_row_shifted": Text("可能是整行错位一格", "perhaps the whole row slipped by one cell"),
    "slip_rows_swapped": Text("可能是相邻两行互换", "perhaps two neighbouring rows swapped"),
    "origin_report": Text("原文即为“{printed}”", 'printed so: "{printed}"'),
    "origin_reading": Text(
        "可能是读取有误，原文为“{printed}”", 'probably read wrongly; printed: "{printed}"'
    ),
    "origin_doubtful": Text(
        "读取这一行时有警告，报告有误或读取有误都有可能",
        "reading this row gave a warning: the report may be wrong, or its reading",
    ),
    "attested": Text("已说明：{reason}（{who}，{date}）", "explained: {reason} ({who}, {date})"),
    "attested_refused": Text(
        "{rule}（{fingerprint}）是格式或法律本身的要求，不能以说明代替",
        "{rule} ({fingerprint}) is asked for by the form or the law: it cannot be explained away",
    ),
    "attested_stale": Text(
        "{rule}（{fingerprint}）的说明没有用上：这次检查没有这个问题，说明可能已过时",
        "the explanation of {rule} ({fingerprint}) is not used: this check has no such finding;"
        " it may be stale",
    ),
    "attested_too_large": Text(
        "说明文件过大（超过 {most} 个字符）",
        "the file of explanations is too large (more than {most} characters)",
    ),
    "attested_not_toml": Text(
        "说明文件不是 TOML：{why}", "the file of explanations is not TOML: {why}"
    ),
    "attested_no_list": Text(
        "说明文件应当由 [[suppression]] 各项组成，没有别的键",
        "a file of explanations is made of [[suppression]] entries, and has no other keys",
    ),
    "attested_wrong": Text("第 {n} 项说明的 {key}：{why}", "explanation {n}, {key}: {why}"),
    "attested_keys": Text("应当有且只有这些键", "expected these keys and no others"),
    "attested_words": Text("应当是不为空白的字符串", "expected a string that is not blank"),
    "attested_rule": Text("没有这条规则", "there is no such rule"),
    "attested_fingerprint": Text(
        "应当是 16 位十六进制数（见 --format json）",
        "expected 16 hexadecimal digits (--format json shows them)",
    ),
    "attested_date": Text("应当是日期（如 2024-01-20）", "expected a day, such as 2024-01-20"),
    "attested_twice": Text("重复", "is repeated"),
    "diagnosis_none": Text(
        "没有算式不符，也没有可以推出的空格。", "No sum is off, and no blank can be worked out."
    ),
    "repairs": Text(
        "可能的改正（不会自动修改）：", "what would mend it (nothing is changed by itself):"
    ),
    "repairs_more": Text(
        "另有 {count} 种；--format json 共列出 {listed} 种",
        "{count} more; --format json lists {listed} in all",
    ),
    "blanks_settled": Text(
        "没有数字的 {all} 格，按勾稽：{kinds}",
        "cells without a number: {all}; by the sums: {kinds}",
    ),
    "blanks_determined": Text("可以确定 {count} 格", "{count} determined"),
    "blanks_bounded": Text("可以限定范围 {count} 格", "{count} bounded"),
    "blanks_contradicted": Text("填任何数都不成立 {count} 格", "{count} that no number fits"),
    "blanks_free": Text("不能确定 {count} 格", "{count} not settled"),
    "blanks_more": Text("另有 {count} 格，见 --format json", "{count} more: --format json"),
    "blank_determined": Text("{place}：应为 {least}", "{place}: must be {least}"),
    "blank_bounded": Text(
        "{place}：应在 {least} 至 {greatest} 之间", "{place}: must be from {least} to {greatest}"
    ),
    "blank_at_least": Text("{place}：不小于 {least}", "{place}: must be {least} or more"),
    "blank_free": Text("{place}：勾稽不能确定", "{place}: not settled by the sums"),
    "blank_contradicted": Text(
        "{place}：填任何数都不成立，相关的数中必有错误",
        "{place}: no number fits, so that a number around it must be wrong",
    ),
}
