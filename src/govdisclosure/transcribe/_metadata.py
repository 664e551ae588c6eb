"""What a web page says about a report in lines or a table of its own: 索引号, 发文机构, 名称 …"""

import re
from collections.abc import Iterable

from govdisclosure.document import BARS

_TITLE: tuple[str, ...] = ("信息名称", "名称", "标题")
_ISSUER: tuple[str, ...] = (
    *("发文机构", "发布机构", "发文机关", "发布机关", "制发机关", "公开机构", "公开主体"),
    *("发文单位", "发布单位", "编制机关", "编制单位", "责任部门"),
)
_OTHERS: tuple[str, ...] = (
    *("索引号", "信息索引", "信息分类", "组配分类", "主题分类", "体裁分类", "主题词", "关键词"),
    *("发布日期", "公开日期", "发文日期", "成文日期", "生成日期", "发布时间", "更新时间"),
    *("发文字号", "文号", "有效性", "公开方式", "公开时限", "公开范围", "信息来源", "来源"),
    *("服务对象", "内容概述", "浏览次数", "阅读次数", "点击数", "字体大小", "字号", "责任编辑"),
)

_NAMES = sorted((*_TITLE, *_ISSUER, *_OTHERS), key=len, reverse=True)
_FIELD = re.compile(
    "(" + "|".join(r"\s*".join(name) for name in _NAMES) + r")(?:\s*[:：|]|(?=\s)|$)[\s:：|]*"
)


def read_metadata(lines: Iterable[str]) -> tuple[str | None, str | None]:
    """The title and the issuer that some lines list.

    >>> read_metadata(["索 引 号：0143/2023  发布机构：青禾县教育局", "发布日期 | 2023-01-16"])
    (None, '青禾县教育局')
    """
    fields = {k: v for line in lines if lists_fields(line) for k, v in _fields(line).items() if v}
    title = next((fields[name] for name in _TITLE if name in fields), None)
    return title, next((fields[name] for name in _ISSUER if name in fields), None)


def lists_fields(line: str) -> bool:
    """Whether a line begins with the name of a field.

    >>> lists_fields("名称 | 溪口镇2022年政府信息公开工作年度报告"), lists_fields("溪口镇")
    (True, False)
    """
    return _FIELD.match(line.translate(BARS).lstrip(" \t|\u00a0\u3000")) is not None


def _fields(line: str) -> dict[str, str]:
    _, *pieces = _FIELD.split(line.translate(BARS).lstrip(" \t|\u00a0\u3000"))
    names = ("".join(name.split()) for name in pieces[::2])
    return {n: v.strip(" \t|\u00a0\u3000") for n, v in zip(names, pieces[1::2], strict=True)}
