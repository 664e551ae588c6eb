"""What is wrong with the JSON of a report, of a catalogue, of a schema."""

from govdisclosure.i18n._text import Text

CODEC: dict[str, Text] = {
    "of_rows": Text("{report}：{message}", "{report}: {message}"),
    "rows_edition": Text(
        "表的版本不明：{editions}；各行应写明同一版本，或写明年度",
        "the edition of the table is not known: {editions}; its rows should name one, or the year",
    ),
    "rows_no_cell": Text("表格没有这一格：{pointer}", "the form has no such cell: {pointer}"),
    "rows_twice": Text("同一格有两行", "two rows are of the same cell"),
    "rows_two_values": Text("件数和金额都有", "there is a number as well as an amount"),
    "rows_unit": Text("单位应是{unit}，此处是{found}", "the unit should be {unit}, not {found}"),
    "rows_no_flag": Text("has_note 应是 True 或 False", "has_note should be True or False"),
    "json_not_utf8": Text(
        "不是 UTF-8：第 {position} 个字节 {found} 无法解码（从 0 数起）；若是 JSON，请另存为 UTF-8",
        "not UTF-8: byte {found} at position {position} (counted from 0) cannot be decoded; if it"
        " is JSON, save it as UTF-8",
    ),
    "json_is_utf16": Text(
        "编码是 UTF-16，而 JSON 应为 UTF-8；请另存为 UTF-8",
        "the encoding is UTF-16, but JSON is UTF-8; save it as UTF-8",
    ),
    "json_syntax": Text(
        "不是 JSON：第 {line} 行第 {column} 列不应是{found}",
        "not JSON: line {line}, column {column} should not be {found}",
    ),
    "json_constant": Text(
        "{found} 不是 JSON 的数；应为{expected}",
        "{found} is not a number in JSON; expected {expected}",
    ),
    "json_too_deep": Text(
        "数组和对象嵌套超过 {most} 层", "arrays and objects are nested more than {most} deep"
    ),
    "json_duplicate_key": Text(
        "键 {found} 重复出现；每个键只应出现一次",
        "the key {found} is repeated; every key should stand once",
    ),
    "json_surrogate": Text(
        "{found}含有孤立的代理码元；应为完整的字符",
        "{found} has a lone surrogate; expected whole characters",
    ),
    "json_wrong": Text("应为{expected}，此处是{found}", "expected {expected}, found {found}"),
    "json_missing": Text(
        "缺少键 {found}；其值应为{expected}",
        "the key {found} is missing; its value should be {expected}",
    ),
    "json_unknown_key": Text(
        "没有键 {found} 的位置；这里的键是{expected}",
        "there is no place for the key {found}; the keys here are {expected}",
    ),
    "json_kept": Text(
        "没有键 {found} 的位置；其内容保留在 {kept}",
        "there is no place for the key {found}; what it held is kept at {kept}",
    ),
    "json_end": Text("文本结尾", "the end of the text"),
    "json_null": Text("null", "null"),
    "json_boolean": Text("布尔值 {text}", "the boolean {text}"),
    "json_string": Text("字符串 {text}", "the string {text}"),
    "json_number": Text("数 {text}", "the number {text}"),
    "json_array": Text("数组", "an array"),
    "json_object": Text("对象", "an object"),
    "json_foreign": Text("{text} 类型的值", "a value of type {text}"),
    "json_want_whole": Text("{least} 至 {most} 的整数", "a whole number from {least} to {most}"),
    "json_want_number": Text("{least} 至 {most} 的数", "a number from {least} to {most}"),
    "json_want_key": Text("字符串形式的键", "a key that is a string"),
    "json_want_any": Text("JSON 值", "a JSON value"),
    "json_want_object": Text("对象", "an object"),
    "json_want_array": Text("数组", "an array"),
    "json_want_one_of": Text("{values} 之一", "one of {values}"),
    "json_want_either": Text("下列之一（{wants}）", "either of these ({wants})"),
    "json_want_or_null": Text("{what}或 null", "{what} or null"),
    "json_want_text": Text("字符串", "a string"),
    "json_want_words": Text("不是空白的字符串", "a string that is not blank"),
    "json_want_day": Text("YYYY-MM-DD 形式的日期", "a date written YYYY-MM-DD"),
    "json_want_amount": Text(
        '以字符串写出的十进制数（如 "10.40"，至多 40 个字符）',
        'a decimal number in a string (such as "10.40", at most 40 characters)',
    ),
    "json_want_written": Text("写法符合 {pattern} 的字符串", "a string that matches {pattern}"),
    "json_want_schema": Text("满足 {text} 的值", "a value that satisfies {text}"),
    "json_want_nothing": Text("没有任何值", "no value at all"),
    "invalid_report": Text("{count} 处问题：{first}", "{count} {count:problem|problems}: {first}"),
    "invalid_report_more": Text(
        "{count} 处问题：{first}；另有 {more} 处",
        "{count} {count:problem|problems}: {first}; and {more} more",
    ),
    "invalid_schema": Text(
        "不能用作 JSON Schema：{why}", "not a JSON Schema that can be used: {why}"
    ),
    "problem_at": Text(
        "“{pointer}”（{rule}）{place}：{message}", 'at "{pointer}" ({rule}) {place}: {message}'
    ),
    "json_more": Text(
        "另有 {unlisted} 处问题没有列出",
        "{unlisted} more {unlisted:problem is|problems are} not listed",
    ),
    "json_more_than": Text(
        "问题超过 {most} 处，其余没有列出",
        "there are more than {most} problems; the others are not listed",
    ),
    "json_kept_more": Text(
        "另有 {unlisted} 个没有位置的键没有列出；其内容都保留在 {kept}",
        "{unlisted} more {unlisted:key|keys} for which there is no place {unlisted:is|are} not"
        " listed; what {unlisted:it|they} held is kept at {kept}",
    ),
    "json_want_extension_key": Text(
        "x_ 开头或反写域名形式、只用小写字母和数字的键（如 x_note、org.example.note）",
        "a key in lower-case letters and digits that starts with x_ or is a reversed domain"
        " name (x_note, org.example.note)",
    ),
    "json_want_cells": Text(
        "本报告单元格的地址（JSON Pointer）", "addresses of cells of this report (JSON Pointer)"
    ),
}
