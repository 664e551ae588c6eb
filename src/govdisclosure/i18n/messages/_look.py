"""The words of cells, alike on all pages."""

from govdisclosure.i18n._text import Text

LOOK: dict[str, Text] = {
    "legend_error": Text("不相符", "does not hold"),
    "legend_warning": Text("可能不相符", "may not hold"),
    "legend_info": Text("提示", "hint"),
    "legend_part": Text("参与该算式", "part of that sum"),
    "legend_empty": Text("未填", "blank"),
}
