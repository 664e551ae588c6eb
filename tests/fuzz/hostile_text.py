"""Texts and Markdown made to waste time or memory."""

from collections.abc import Callable, Mapping
from functools import partial

from tests.fuzz.filling import SIZE, TEXT, each, fill, shuffled


def in_text(words: str) -> bytes:
    """A text with a report, and something in its second section."""
    return TEXT.replace("三、", words + "\n三、", 1).encode()


def at_front(words: str) -> bytes:
    """The same with something above the title."""
    return (words + "\n" + TEXT).encode()


def in_prose(words: str) -> bytes:
    """The same with something in the first section."""
    return TEXT.replace("二、", words + "\n二、", 1).encode()


def in_markdown(words: str) -> bytes:
    """The same in Markdown."""
    return b"# " + in_text("\n\n" + words + "\n\n")


WORDS: Mapping[str, Callable[[], bytes]] = {
    "spaces in a label": lambda: in_text("规" + fill("\u3000") + "章 | 0 | 0 | 0"),
    "spaces around line ends": lambda: in_text("规" + fill(" \u00a0\u3000") + "章 | 1"),
    "spaces": lambda: in_text(fill(" ")),
    "one line": lambda: in_text(fill("政府信息公开")),
    "digits": lambda: in_text("规章 | " + fill("1")),
    "digits in groups": lambda: in_text("规章 | " + fill("111,")),
    "digits apart": lambda: in_text("规章 " + fill("1 ")),
    "bars": lambda: in_text(fill("|")),
    "bars and numbers": lambda: in_text(fill("1|")),
    "tabs": lambda: in_text(fill("\t")),
    "tabs and labels": lambda: in_text(fill("规章\t")),
    "zero-width": lambda: in_text("规" + fill("\u200b") + "章 | 1"),
    "line ends": lambda: in_text(fill("\n")),
    "lines": lambda: in_text(fill("x\n")),
    "lines of a label": lambda: in_text(fill("规章\n")),
    "lines of numbers": lambda: in_text(fill("1\n")),
    "lines of a label and a number": lambda: in_text(fill("规章 | 1 | 2 | 3\n")),
    "lines of headings": lambda: in_text(fill("三、收到和处理政府信息公开申请情况\n")),
    "lines like headings": lambda: in_prose(
        each(lambda n: shuffled(n, "收到和处理政府信息公开申请情况") + "\n")
    ),
    "lines like labels": lambda: in_text(
        each(lambda n: shuffled(n, "其他法律行政法规禁止公开") + "\n")
    ),
    "lines like short labels": lambda: in_text(
        each(lambda n: shuffled(n, "行政规范性文件", 7) + "\n")
    ),
    "lines of labels run together": lambda: in_text(
        each(lambda n: "行政许可行政处罚行政强制" * 4 + f"甲{n}\n")
    ),
    "lines with numbers in words": lambda: in_text(each(lambda n: f"{n}" + "甲1" * 140 + "\n")),
    "lines with remarks": lambda: in_text(each(lambda n: f"甲{n}" + "(" * 290 + "\n")),
    "lines like titles": lambda: at_front(each(lambda n: f"{n}2023年" + "信息公开" * 13 + "\n")),
    "lines like halves of titles": lambda: at_front(each(lambda n: f"{n}2023年信息公开\n")),
    "fields": lambda: at_front(fill("名称 标题 ")),
    "fields, spaced": lambda: at_front("名" + fill("\u3000") + "称"),
    "lines of fields": lambda: at_front(fill("名称：甲\n")),
    "periods": lambda: in_prose(fill("统计期限2023年1月1日至")),
    "periods, unclear": lambda: in_prose(fill("统计期限是")),
    "makers": lambda: in_prose(fill("本报告由甲乙丙")),
    "makers of years": lambda: in_prose(fill("公布甲乙丙丁编制")),
    "years": lambda: in_prose(fill("2023年")),
    "wrapped lines": lambda: in_prose(each(lambda n: "甲" * 40 + "\n")),
    "ligatures": lambda: in_prose(fill("ﷺ")),
    "ligatures, lines": lambda: in_text(each(lambda n: f"{n}{'ﷺ' * 97}\n")),
    "odd encoding": lambda: in_text("") + bytes(range(128, 256)) * (SIZE // 128),
    "UTF-16": lambda: in_text(fill("规章\n")).decode().encode("utf-16"),
}

MARKDOWN: Mapping[str, Callable[[], bytes]] = {
    name: partial(in_markdown, words)
    for name, words in {
        "stars": "*a " * 120_000,
        "stars, bold": "**a" * 120_000,
        "stars in lines": ("*" * 15_000 + "\n\n") * 24,
        "brackets": "[" * 360_000,
        "brackets, lines": ("[a](" * 4_000 + "\n\n") * 22,
        "links": "[a](b " * 60_000,
        "backticks": "".join("`" * n + "a " for n in range(1, 840)),
        "backticks, lines": ("".join("`" * n + "a" for n in range(1, 190)) + "\n\n") * 19,
        "quotes": "> " * 170_000 + "a",
        "quotes, lines": (">" * 90 + "a\n") * 3_900,
        "lists": "".join("  " * n + "* a\n" for n in range(590)),
        "list items": "* a\n" * 90_000,
        "rules": "---\n" * 90_000,
        "bars": "|" * 360_000,
        "bars, lines": "|a|b|\n|-|-|\n" * 30_000,
        "bars and dashes": "|-" * 180_000,
        "backslashes": "\\|" * 180_000,
        "entities": "&amp;" * 72_000,
        "entities, cut": "&#x" * 120_000,
        "HTML": "<a " * 120_000,
        "HTML tables": "<table>" * 51_000,
        "HTML tables, bare": "<table" * 60_000,
        "HTML comments": "<!--a" * 72_000,
        "HTML declarations": "<!A " * 90_000,
        "HTML instructions": "<?a" * 120_000,
        "images": "![a" * 120_000,
        "pictures": "![a](data:" * 36_000,
        "references": "".join(f"[a{n}]: b\n" for n in range(32_000)),
        "reference, long": "[" + "a\n" * 170_000,
        "headings": "# a\n" * 90_000,
        "setext": "a\n=\n" * 90_000,
        "fences": "```\n" * 90_000,
        "tildes": "~" * 360_000,
        "autolinks": "<a@b" * 90_000,
        "autolinks, long": "<a:" + "b" * 360_000,
        "lines": "a\n" * 180_000,
        "wrapped lines": ("甲" * 30 + "\n") * 11_000,
        "spaces": "a" + " " * 360_000 + "a",
        "line ends": "a  \n" * 90_000,
        "escapes": "\\a" * 180_000,
    }.items()
}
