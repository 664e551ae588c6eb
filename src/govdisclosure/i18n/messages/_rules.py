"""What rules say of a report, and how a sum is spelled out."""

from govdisclosure.i18n._text import Text

RULES: dict[str, Text] = {
    "items_add_up": Text("各项之和 {total}（{items}）", "the items add up to {total} ({items})"),
    "blank_as_zero": Text("（空白，按 0 计）", " (blank, read as 0)"),
    "rest_zero": Text("其余为 0", "the rest are 0"),
    "rest_zero_or_blank": Text("其余为 0 或空白", "the rest are 0 or blank"),
    "all_zero": Text("各项都是 0", "all of them 0"),
    "all_zero_or_blank": Text("各项都是 0 或空白", "all of them 0 or blank"),
    "cells_listed": Text("{names}", "{names}"),
    "cells_listed_more": Text("{names}等 {count} 格", "{names} and {more} more"),
    "sums_differ": Text(
        "{left}；{right}；两者应当相等，{gap}", "{left}; {right}; the two should be equal, {gap}"
    ),
    "out_of_order": Text(
        "{left}，{relation}{right}，{gap}", "{left}; it should be {relation} {right}; {gap}"
    ),
    "given_out_of_order": Text(
        "{given}，而{left}，{relation} {right}",
        "{given}, but {left}: it should be {relation} {right}",
    ),
    "own_words": Text("{words}（{facts}）", "{words} ({facts})"),
    "own_finding": Text("{words}", "{words}"),
    "negative": Text(
        "填的是 {left_value}，这一格不应是负数",
        "the cell says {left_value}, and it cannot be negative",
    ),
    "misfit_in_cell": Text(
        "这里的值是 {type} 类型，既不是数也不是空（None），无法核对",
        "a value of type {type}, neither a number nor blank (None), so that nothing can be checked",
    ),
    "misfit": Text("这里不能放 {type} 类型的值", "a value of type {type} cannot stand here"),
    "negative_amount": Text(
        "填的是 {left_value}：金额为负，只有退付多于收入时才会如此，请核对",
        "the cell says {left_value}; an amount is below 0 only where more was paid back than came"
        " in: make sure",
    ),
    "period_of_another_year": Text(
        "统计期限有 {left_value} 年的日期，而报告年度是 {right}",
        "a day of the period is in {left_value}, and the report is of {right}",
    ),
    "holds": Text("成立", "holds"),
    "profile_too_large": Text(
        "规则配置过大（超过 {most} 个字符）",
        "the profile is too large (more than {most} characters)",
    ),
    "profile_not_toml": Text("规则配置不是 TOML：{why}", "the profile is not TOML: {why}"),
    "profile_wrong_types": Text(
        "规则配置中 name 应为字符串，rules 应为表",
        "in a profile, name should be a string and rules a table",
    ),
    "profile_unknown_key": Text(
        "规则配置中没有这些键：{names}", "a profile has no such keys: {names}"
    ),
    "profile_unknown_rule": Text("没有这些规则：{names}", "there are no such rules: {names}"),
    "profile_unknown_grade": Text(
        "规则 {rule} 的等级应为 error、warning、info 或 off，此处是 {grade}",
        "the grade of {rule} should be error, warning, info or off, not {grade}",
    ),
    "catalogue_wrong": Text("规则 {pointer}：{message}", "the rules, at {pointer}: {message}"),
    "catalogue_too_large": Text("超过 {most} 个字符", "more than {most} characters"),
    "catalogue_too_much": Text(
        "至此全部规则展开后超过 {most} 步",
        "all rules up to here, written out, take more than {most} steps",
    ),
    "catalogue_repeated_id": Text("规则 {id} 重复", "the rule {id} is repeated"),
    "not_own_id": Text(
        "自定规则的编号应以 X 和名称开头，如 X-QINGHE-SIGNED，不是 {id}",
        "the id of a rule of one's own begins with X and a name, as X-QINGHE-SIGNED, not {id}",
    ),
    "not_own_words": Text(
        "键是{key}的才能用自己的文字", "only what has the key {key} may be in words of one's own"
    ),
    "catalogue_unknown_id": Text("没有规则 {id}", "there is no rule {id}"),
    "catalogue_unknown_message": Text("没有消息 {key}", "there is no message {key}"),
    "catalogue_no_rule": Text("不能成为规则：{reason}", "it makes no rule: {reason}"),
    "catalogue_no_such_cells": Text("任何表样上都没有：{addresses}", "no form has {addresses}"),
    "catalogue_free_variable": Text(
        "没有给出变量 {variable}", "nothing gives the variable {variable}"
    ),
    "catalogue_given_twice": Text(
        "变量 {variable} 给出两次", "the variable {variable} is given twice"
    ),
    "catalogue_other_forms": Text(
        "与本程序所知的表格不同", "not what this program knows of the forms"
    ),
    "retyped": Text(
        "总计一致，应是申请人类别有变：减少 {fewer}，增加 {more}",
        "the totals agree: applicants were put under another type; fewer: {fewer}; more: {more}",
    ),
    "if_zero": Text(
        "因此有 {all} 项勾稽无法判断；空白如按 0 计，"
        "{pass} 项相符，{fail} 项不符，{open} 项仍无法判断",
        "for that reason {all} {all:sum was|sums were} not evaluated; with blanks read as 0,"
        " {pass} {pass:holds|hold}, {fail} {fail:does|do} not, {open} {open:stays|stay} open",
    ),
    "says_nothing": Text(
        "只有标题，或只写了“无”一类的词，没有内容",
        'below the heading there is nothing, or only a word for "nothing"',
    ),
    "blank_cells": Text("有 {count} 格没有填写：{cells}", "cells left blank ({count}): {cells}"),
    "no_previous": Text("没有提供上一年的报告", "no report of last year was given"),
    "no_report_year": Text("没有写明年度", "the report states no year"),
    "years_not_consecutive": Text(
        "两份报告的年度不相连：{previous} 与 {year}",
        "the two reports are not of consecutive years: {previous} and {year}",
    ),
    "previous_unreadable": Text(
        "上一年的报告无法读取：{file}", "the report of last year cannot be read: {file}"
    ),
    "children_unreadable": Text(
        "下列下级单位的报告无法读取：{files}",
        "these reports of the bodies below cannot be read: {files}",
    ),
    "no_children": Text("没有提供下级单位的报告", "no reports of the bodies below were given"),
    "children_of_other_years": Text(
        "下列单位的报告不是同一年度：{bodies}",
        "these bodies' reports are not of the same year: {bodies}",
    ),
    "children_covered": Text(
        "目录中 {all} 个文件只有 {count} 个是报告，合计只包括这些",
        "of {all} {all:file|files} in the directory {count} {count:is a report|are reports}, and"
        " nothing else was added up",
    ),
    "children_repeated": Text(
        "有不止一份报告出自同一单位，合计会重复计算：{bodies}",
        "more than one report is of the same body and would be added twice: {bodies}",
    ),
    "previous_of_another": Text(
        "上一年报告的编制机关是{previous}，本报告的是{issuer}：不是同一单位的报告，不作比较",
        "last year's report is by {previous}, this one by {issuer}: reports of different bodies"
        " are not compared",
    ),
    "beside_unused": Text(
        "{option} 没有用到：所选规则（--preset {preset}）都不看别的报告",
        "{option} was of no use: none of the rules chosen (--preset {preset}) looks at it",
    ),
    "section_absent": Text("没有这一部分", "the section is not there"),
    "no_number": Text("{cells}没有数字，无法核对", "cannot be checked, no number in: {cells}"),
    "not_on_form": Text("这一版表格没有 {pointer}", "this edition of the form has no {pointer}"),
}
