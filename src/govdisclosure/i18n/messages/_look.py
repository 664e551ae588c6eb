"""The words of marks and cells, alike on all pages."""

from govdisclosure.i18n._text import Text

LOOK: dict[str, Text] = {
    "legend_error": Text("不相符", "does not hold"),
    "legend_warning": Text("可能不相符", "may not hold"),
    "legend_info": Text("提示", "hint"),
    "legend_suspect": Text("疑似有误", "probably wrong"),
    "legend_part": Text("参与该算式", "part of that sum"),
    "legend_empty": Text("未填", "blank"),
    "legend_holds": Text("文字：与表相符", "text: agrees with the table"),
    "legend_sense": Text("按另一口径相符", "agrees in another sense"),
    "legend_against": Text("与表不符", "contradicts the table"),
    "legend_unsure": Text("无法判断", "cannot be told"),
}
