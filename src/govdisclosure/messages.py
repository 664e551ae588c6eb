"""What the package can say, in Chinese and English: one template a key."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import field, frozen

MESSAGES: dict[str, tuple[str, str]] = {
    # command line
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "report": (
        "{issuer} {year}年（{editions} 年版格式）",
        "{issuer} {year} (form of {editions})",
    ),
    "counts": (
        "共 {all} 项：相符 {pass}，不符 {fail}，无法判断 {not_evaluated}，不适用 {not_applicable}",
        "{all} checks: {pass} passed, {fail} failed, {not_evaluated} not evaluated,"
        " {not_applicable} not applicable",
    ),
    "no_number_hint": (
        "无法判断是因为有 {count} 个单元格没有数字；要把空白按 0 判断，请加 --blanks zero",
        "not evaluated for want of a number in {count} cells; --blanks zero takes blanks as 0",
    ),
    "no_number_count": (
        "无法判断的各项缺总计，或没有任何数字（涉及 {count} 个单元格）",
        "what was not evaluated lacks its total, or all its numbers ({count} cells)",
    ),
    "unplaced": (
        "有 {count} 处内容没有归入报告，用 --reading 查看",
        "{count} pieces found no place in the report; --reading shows them",
    ),
    "no_number_other": (
        "另有 {count} 个单元格没有读出数字，涉及它们的各项无法判断",
        "{count} more cells were not read as numbers; what they enter was not evaluated",
    ),
    "follows": ("由此", "follows from this:"),
    "withheld": ("没有判断 {rules}：{why}", "{rules} not evaluated: {why}"),
    "one_report": (
        "--previous 和 --children 只能用于一份报告",
        "--previous and --children go with a single report",
    ),
    "no_files_in": ("目录中没有报告：{path}", "there are no reports in the directory {path}"),
    "no_such_rule": ("没有规则 {rule}；现有规则：{known}", "no rule {rule}; there are {known}"),
    "cannot_write": ("无法写入 {path}：{why}", "cannot write {path}: {why}"),
    "nothing_checked": (
        "没有一格可以检查：报告的表格中没有读到数字",
        "nothing could be checked: no numbers were read in its tables",
    ),
    "no_standard_input": ("标准输入已关闭", "standard input is closed"),
    # opening
    "no_such_file": ("文件不存在：{path}", "no such file: {path}"),
    "is_a_directory": (
        "这是目录，不是文件：{path}",
        "this is a directory, not a file: {path}",
    ),
    "cannot_open": ("无法打开 {path}：{why}", "cannot open {path}: {why}"),
    "too_large": (
        "文件过大（超过 {limit} 字节），不可能是一份年度报告",
        "too large (more than {limit} bytes) to be an annual report",
    ),
    "format_not_supported": (
        "暂不支持 {format} 格式，请另存为纯文本后再读取",
        "{format} files are not supported yet; save it as plain text and read that",
    ),
    "extra_missing": (
        "读取 {format} 需要先安装：pip install 'govdisclosure[{extra}]'",
        "reading {format} needs more to be installed: pip install 'govdisclosure[{extra}]'",
    ),
    "damaged": (
        "{format} 文件已损坏，无法打开",
        "the {format} file is damaged and cannot be opened",
    ),
    "scan": (
        "这份 {format} 没有可以读取的文字，可能是扫描件：请改用网页版或 Word 版，"
        "或先做文字识别（OCR）",
        "this {format} has no text that can be read, it may be a scan: use the web page or the Word"
        " file, or recognise its text (OCR) first",
    ),
    "encrypted": (
        "{format} 文件有密码，请先去掉密码再读取",
        "the {format} file needs a password; remove the password and read it then",
    ),
    "too_complex": (
        "{format} 文件过于庞大或复杂，不可能是一份年度报告，没有读取",
        "the {format} file is too large or too complex to be an annual report; it was not read",
    ),
    "empty_file": ("文件是空的", "the file is empty"),
    "binary_file": (
        "不是文本文件（既不是 UTF-8 也不是 GB18030）",
        "not a text file (neither UTF-8 nor GB18030)",
    ),
    # reading
    "not_a_report": (
        "不是政府信息公开工作年度报告（2019年版或2021年版格式）：没有找到格式规定的表格和标题。",
        "This is not an annual report on the 2019 or 2021 form: none of the form's tables and"
        " headings was found.",
    ),
    "empty_form": (
        "只有空白表格：找到了表格的文字，但没有任何数字。",
        "This is an empty form: its labels are there, but not a single number.",
    ),
    "several_reports": (
        "文件里不止一份报告（“{heading}”再次出现，{where}），请分开后读取",
        'there is more than one report in it ("{heading}" comes again, {where}); split it first',
    ),
    "issuer_not_named": ("没有找到编制机关名称", "the issuing body is not named"),
    "years_differ": (
        "标题年度 {title} 与统计期限年度 {period} 不一致，采用标题年度",
        "the title says {title}, the period {period}; the title's year was taken",
    ),
    "year_from_prose": (
        "标题和统计期限没有年度，采用正文首个年份 {year}",
        "neither title nor period states a year; the first year in the text, {year}, was taken",
    ),
    "no_year": ("没有找到年度", "no year was found"),
    "hybrid": (
        "表格分属不同版本：{tables}",
        "the tables are of different editions: {tables}",
    ),
    "edition_guessed": (
        "表格文字不足以判断版本，按 {edition} 年版读取",
        "the labels do not tell the edition; read as {edition}",
    ),
    "section_missing": ("没有找到这一部分的标题", "the heading of this section was not found"),
    "heading_differs": (
        "标题与格式不同：“{printed}”",
        'the heading is worded otherwise: "{printed}"',
    ),
    "table_missing": (
        "没有读到表格中的数字（可能是图片或附件）",
        "no number of this table was read (it may be a picture or an attachment)",
    ),
    "rows_missing": (
        "有 {count} 行没有读到：{rows}{more}",
        "{count} rows were not read: {rows}{more}",
    ),
    "row_not_placed": (
        "“{printed}”行有 {count} 个单元格，与列数不符，无法确定归属：{values}",
        'row "{printed}" has {count} cells, which does not fit the columns; not placed: {values}',
    ),
    "row_repeated": (
        "“{printed}”行不止一处，内容不同，无法确定是哪一行：{values}",
        'row "{printed}" is there more than once; not placed: {values}',
    ),
    "row_in_doubt": (
        "“{printed}”行各数与总计不符，而这份文本不显示单元格，可能缺了一格，未采用：{values}",
        'row "{printed}" does not add up, and this text draws no cells: one may be missing;'
        " not placed: {values}",
    ),
    "header_order": (
        "列标题的顺序与格式不同，无法确定“{printed}”各格归属：{values}",
        'the column labels are not in the form\'s order; "{printed}" was not placed: {values}',
    ),
    "row_unknown": (
        "本版表格没有“{printed}”行：{values}",
        'the table of this edition has no row "{printed}": {values}',
    ),
    "columns_reordered": (
        "“{printed}”行按文件中的列顺序读取",
        'row "{printed}" was read in the order of the document\'s own column labels',
    ),
    "header_cut": (
        "列标题不完整，按格式的列顺序读取",
        "column labels are cut short; read in the form's order",
    ),
    "label_differs": (
        "文字与格式不同：“{printed}”按“{label}”读取",
        'worded otherwise: "{printed}" was read as "{label}"',
    ),
    "stuck_number": (
        "列标题后粘连的数字未采用：{values}",
        "numbers stuck to column labels were not used: {values}",
    ),
    "unreadable": (
        "无法识别为一个数字：“{printed}”",
        'does not read as one number: "{printed}"',
    ),
    # rules
    "sums_differ": (
        "{left}；{right}；两者应当相等，{gap}",
        "{left}; {right}; the two should be equal, {gap}",
    ),
    "out_of_order": (
        "{left}，{relation}{right}，{gap}",
        "{left}; it should be {relation} {right}; {gap}",
    ),
    "given_out_of_order": (
        "{given}，而{left}，{relation} {right}",
        "{given}, but {left}: it should be {relation} {right}",
    ),
    "negative": (
        "填的是 {left_value}，这一格不应是负数",
        "the cell says {left_value}, and it cannot be negative",
    ),
    "holds": ("成立", "holds"),
    "profile_too_large": (
        "规则配置过大（超过 {most} 个字符）",
        "the profile is too large (more than {most} characters)",
    ),
    "profile_not_toml": ("规则配置不是 TOML：{why}", "the profile is not TOML: {why}"),
    "profile_wrong_types": (
        "规则配置中 name 应为字符串，rules 应为表",
        "in a profile, name should be a string and rules a table",
    ),
    "profile_unknown_key": (
        "规则配置中没有这些键：{names}",
        "a profile has no such keys: {names}",
    ),
    "profile_unknown_rule": ("没有这些规则：{names}", "there are no such rules: {names}"),
    "profile_unknown_grade": (
        "规则 {rule} 的等级应为 error、warning、info 或 off，此处是 {grade}",
        "the grade of {rule} should be error, warning, info or off, not {grade}",
    ),
    "catalogue_too_large": (
        "规则目录过大（超过 {most} 个字符）",
        "the catalogue is too large (more than {most} characters)",
    ),
    "catalogue_not_json": (
        "规则目录不是 JSON：第 {line} 行第 {column} 列有误",
        "the catalogue is not JSON: wrong at line {line}, column {column}",
    ),
    "catalogue_too_deep": (
        "规则目录嵌套超过 {most} 层",
        "the catalogue is nested more than {most} deep",
    ),
    "catalogue_too_many": (
        "{pointer}：有 {count} 项，应为 {least} 至 {most} 项",
        "at {pointer}: {count} items, expected {least} to {most}",
    ),
    "catalogue_too_much": (
        "{pointer}：至此全部规则展开后超过 {most} 步",
        "at {pointer}: all rules up to here, written out, take more than {most} steps",
    ),
    "catalogue_wrong": (
        "{pointer}：应为{expected}，此处是{found}",
        "at {pointer}: expected {expected}, found {found}",
    ),
    "catalogue_want_object": ("对象", "an object"),
    "catalogue_want_array": ("数组", "an array"),
    "catalogue_want_words": ("不是空白且长短适当的字符串", "a string, not blank and not too long"),
    "catalogue_want_otherwise": ("按规定写法的字符串", "a string written as the schema says"),
    "catalogue_want_whole": ("±(2⁵³−1) 以内的整数", "a whole number within ±(2⁵³−1)"),
    "catalogue_want_tolerance": ("不小于 0 的数", "a number not less than 0"),
    "catalogue_unknown_key": (
        "{pointer}：没有键 {key} 的位置；这里的键是 {known}",
        "at {pointer}: there is no place for the key {key}; the keys here are {known}",
    ),
    "catalogue_missing_key": ("{pointer}：缺少键 {key}", "at {pointer}: the key {key} is missing"),
    "catalogue_repeated_key": (
        "{pointer}：键 {key} 重复",
        "at {pointer}: the key {key} is repeated",
    ),
    "catalogue_half_character": (
        "{pointer}：含有孤立的代理码元",
        "at {pointer}: a lone surrogate",
    ),
    "catalogue_no_choice": (
        "{pointer}：此处是{found}，应为 {known} 之一",
        "at {pointer}: found {found}, expected one of {known}",
    ),
    "catalogue_unknown_kind": (
        "{pointer}：应有且只有一个键，为 {known} 之一；此处是 {found}",
        "at {pointer}: expected a single key, one of {known}; found {found}",
    ),
    "catalogue_repeated_id": (
        "{pointer}：规则 {id} 重复",
        "at {pointer}: the rule {id} is repeated",
    ),
    "catalogue_unknown_id": ("{pointer}：没有规则 {id}", "at {pointer}: there is no rule {id}"),
    "catalogue_free_variable": (
        "{pointer}：没有给出变量 {variable}",
        "at {pointer}: nothing gives the variable {variable}",
    ),
    "catalogue_given_twice": (
        "{pointer}：变量 {variable} 给出两次",
        "at {pointer}: the variable {variable} is given twice",
    ),
    "catalogue_other_forms": (
        "{pointer}：与本程序所知的表格不同",
        "at {pointer}: not what this program knows of the forms",
    ),
    "retyped": (
        "总计一致，应是申请人类别有变：减少 {fewer}，增加 {more}",
        "the totals agree: applicants were put under another type; fewer: {fewer}; more: {more}",
    ),
    "if_zero": (
        "因此有 {all} 项勾稽无法判断；空白如按 0 计，"
        "{pass} 项相符，{fail} 项不符，{open} 项仍无法判断",
        "for that reason {all} sums were not evaluated; with blanks read as 0, {pass} hold,"
        " {fail} do not, {open} stay open",
    ),
    "says_nothing": (
        "只有标题，没有内容",
        "there is a heading and nothing below it",
    ),
    "blank_cells": (
        "有 {count} 格没有填写：{cells}",
        "cells left blank ({count}): {cells}",
    ),
    "no_previous": ("没有提供上一年的报告", "no report of last year was given"),
    "years_not_consecutive": (
        "两份报告的年度不相连：{previous} 与 {year}",
        "the two reports are not of consecutive years: {previous} and {year}",
    ),
    "previous_unreadable": (
        "上一年的报告无法读取：{file}",
        "the report of last year cannot be read: {file}",
    ),
    "children_unreadable": (
        "下列下级单位的报告无法读取：{files}",
        "these reports of the bodies below cannot be read: {files}",
    ),
    "no_children": ("没有提供下级单位的报告", "no reports of the bodies below were given"),
    "children_of_other_years": (
        "下列单位的报告不是同一年度：{bodies}",
        "these bodies' reports are not of the same year: {bodies}",
    ),
    "section_absent": ("没有这一部分", "the section is not there"),
    "no_number": (
        "{cells}没有数字，无法核对",
        "cannot be checked, no number in: {cells}",
    ),
    "not_on_form": ("这一版表格没有 {pointer}", "this edition of the form has no {pointer}"),
    # JSON
    "json_not_utf8": (
        "不是 UTF-8：第 {position} 个字节 {found} 无法解码（从 0 数起）",
        "not UTF-8: byte {found} at position {position} (counted from 0) cannot be decoded",
    ),
    "json_syntax": (
        "不是 JSON：第 {line} 行第 {column} 列不应是{found}",
        "not JSON: line {line}, column {column} should not be {found}",
    ),
    "json_constant": (
        "{found} 不是 JSON 的数；应为{expected}",
        "{found} is not a number in JSON; expected {expected}",
    ),
    "json_too_deep": (
        "数组和对象嵌套超过 {most} 层",
        "arrays and objects are nested more than {most} deep",
    ),
    "json_duplicate_key": (
        "键 {found} 重复出现；每个键只应出现一次",
        "the key {found} is repeated; every key should stand once",
    ),
    "json_surrogate": (
        "{found}含有孤立的代理码元；应为完整的字符",
        "{found} has a lone surrogate; expected whole characters",
    ),
    "json_wrong": ("应为{expected}，此处是{found}", "expected {expected}, found {found}"),
    "json_missing": (
        "缺少键 {found}；其值应为{expected}",
        "the key {found} is missing; its value should be {expected}",
    ),
    "json_unknown_key": (
        "没有键 {found} 的位置；这里的键是{expected}",
        "there is no place for the key {found}; the keys here are {expected}",
    ),
    "json_kept": (
        "没有键 {found} 的位置；其内容保留在 {kept}",
        "there is no place for the key {found}; what it held is kept at {kept}",
    ),
    "json_end": ("文本结尾", "the end of the text"),
    "json_null": ("null", "null"),
    "json_boolean": ("布尔值 {text}", "the boolean {text}"),
    "json_string": ("字符串 {text}", "the string {text}"),
    "json_number": ("数 {text}", "the number {text}"),
    "json_array": ("数组", "an array"),
    "json_object": ("对象", "an object"),
    "json_foreign": ("{text} 类型的值", "a value of type {text}"),
    "json_want_whole": ("{least} 至 {most} 的整数", "a whole number from {least} to {most}"),
    "json_want_number": ("{least} 至 {most} 的数", "a number from {least} to {most}"),
    "json_want_key": ("字符串形式的键", "a key that is a string"),
    "json_want_any": ("JSON 值", "a JSON value"),
    "json_want_object": ("对象", "an object"),
    "json_want_array": ("数组", "an array"),
    "json_want_one_of": ("{values} 之一", "one of {values}"),
    "json_want_or_null": ("{what}或 null", "{what} or null"),
    "json_want_text": ("字符串", "a string"),
    "json_want_words": ("不是空白的字符串", "a string that is not blank"),
    "json_want_day": ("YYYY-MM-DD 形式的日期", "a date written YYYY-MM-DD"),
    "json_want_amount": (
        '以字符串写出的十进制数（如 "10.40"，至多 40 个字符）',
        'a decimal number in a string (such as "10.40", at most 40 characters)',
    ),
    "json_want_unsigned_amount": (
        '以字符串写出的不小于 0 的十进制数（如 "10.40"，至多 40 个字符）',
        'a decimal number not below 0 in a string (such as "10.40", at most 40 characters)',
    ),
    "json_want_written": ("写法符合 {pattern} 的字符串", "a string that matches {pattern}"),
    "json_want_schema": ("满足 {text} 的值", "a value that satisfies {text}"),
    "json_want_nothing": ("没有任何值", "no value at all"),
    "json_more": (
        "问题超过 {most} 处，其余没有列出",
        "there are more than {most} problems; the others are not listed",
    ),
    "json_want_extension_key": (
        "x_ 开头或反写域名形式的键（如 x_note、org.example.note）",
        "a key that starts with x_ or is a reversed domain name (x_note, org.example.note)",
    ),
    "json_want_cells": (
        "本报告单元格的地址（JSON Pointer）",
        "addresses of cells of this report (JSON Pointer)",
    ),
}
"""Key → (Chinese, English). Keys are part of the API, wordings are not."""


@frozen
class Text:
    """The same words in both languages."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """The words in ``zh`` or ``en``."""
        return self.zh if lang == "zh" else self.en


def figure(value: int | Decimal) -> str:
    """A number as a reader sees it; one that no form could hold is cut to its magnitude.

    >>> figure(Decimal("10.40")), figure(-3), figure(10**5000)
    ('10.40', '-3', '1.000e+5000')
    """
    if isinstance(value, int) and abs(value) < 10**30:
        return str(value)
    exact = Decimal(value)
    if -30 <= exact.adjusted() <= 30 and len(exact.as_tuple().digits) <= 60:
        return format(exact, "f")
    return format(exact, ".3e")


@frozen
class Message:
    """A message as data: its key and parameters; the words come on demand.

    >>> Message("no_number", {"cells": "1"}).say("en")
    'cannot be checked, no number in: 1'
    """

    key: str
    params: Mapping[str, Any] = field(factory=dict, hash=False)

    def say(self, lang: str = "zh") -> str:
        """The words in ``zh`` or ``en``; a parameter with words of its own is asked too."""
        template = MESSAGES[self.key][lang != "zh"]
        return template.format_map({k: _say(v, lang) for k, v in self.params.items()})


def _say(value: Any, lang: str) -> Any:
    if hasattr(value, "say"):
        return value.say(lang)
    if isinstance(value, int | Decimal):
        return figure(value)
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(str(_say(v, lang)) for v in value)
    return value
