"""What pages are written with."""

from collections.abc import Iterable, Sequence

from govdisclosure.i18n import Language, Text


def table(heads: Text, rows: Iterable[Sequence[str]], language: Language) -> str:
    """A table; the heads stand between bars.

    >>> from govdisclosure.i18n import ENGLISH
    >>> print(table(Text("甲 | 乙", "a | b"), [("1", "2|3")], ENGLISH))
    | a | b |
    | --- | --- |
    | 1 | 2\\|3 |
    """
    words = heads.render(language)
    lines = [f"| {words} |", "|" + " --- |" * (words.count("|") + 1)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)
