"""What is wrong with a command line."""

from govdisclosure.i18n._text import Text

USAGE: dict[str, Text] = {
    "usage": Text("：错误：{words}", ": error: {words}"),
    "usage_of_argument": Text(
        "：错误：参数 {argument}：{words}", ": error: argument {argument}: {words}"
    ),
    "usage_one_value": Text("后面应有一个值{what}", "expected one argument{what}"),
    "usage_values": Text("后面至少应有一个值{what}", "expected at least one argument{what}"),
    "usage_no_value": Text("不带值，多了 {what}", "takes no value, and {what} is one"),
    "usage_not_with": Text("不能与参数 {what} 同用", "not allowed with argument {what}"),
    "usage_required": Text("缺少参数：{what}", "the following arguments are required: {what}"),
    "usage_unknown": Text("不认识的参数：{words}", "unrecognized arguments: {words}"),
    "usage_unknown_near": Text(
        "不认识的参数：{words}；是不是 {near}？", "unrecognized arguments: {words}; is it {near}?"
    ),
    "no_such_value": Text("没有“{word}”，可用：{known}", 'there is no "{word}"; there are {known}'),
    "no_such_value_near": Text(
        "没有“{word}”，是不是 {known}？", 'there is no "{word}"; is it {known}?'
    ),
}
