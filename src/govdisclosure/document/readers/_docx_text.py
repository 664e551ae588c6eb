"""The text of a paragraph of a Word file as a person reads it. Needs the extra ``docx``."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from docx.oxml.ns import qn

from govdisclosure.document._marks import Mark, spell_out

Marks: TypeAlias = tuple[Mark, ...]
MarksOfStyle: TypeAlias = Mapping[str | None, Marks | None]
"""What a style does to a text, by the style's id; ``None`` hides it."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What only old programs show: it says once more what stands beside it."""

BOX = qn("w:txbxContent")
_RUN, _LOOK, _SYMBOL = qn("w:r"), qn("w:rPr"), qn("w:sym")
_LEFT_OUT = frozenset(
    (FALLBACK, BOX, _LOOK) + tuple(qn(f"w:{name}") for name in ("pPr", "del", "moveFrom", "rt"))
)
"""Deleted text, small type above words; text boxes, which are no part of the line."""

_TEXTS = frozenset((qn("w:t"), qn("m:t")))
_PIECES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_STRUCK = frozenset((qn("w:strike"), qn("w:dstrike")))
_HIDDEN, _STYLE, _ALIGNED = qn("w:vanish"), qn("w:rStyle"), qn("w:vertAlign")
_MARKS: dict[str | None, Marks] = {"superscript": (Mark.RAISED,), "subscript": (Mark.LOWERED,)}
_VALUE = qn("w:val")


def text(paragraph: Any, styles: MarksOfStyle) -> str:
    """The text of a paragraph, that of inserted runs, fields and content controls included."""
    return "".join(_pieces(paragraph, (), styles))


def marks_of(look: Any, styles: MarksOfStyle) -> Marks | None:
    """What the properties of a run or style (``w:rPr``) do to a text; ``None``: they hide it."""
    marks: Marks = ()
    for node in look if look is not None else ():
        value = node.get(_VALUE)
        if node.tag == _STYLE:
            of_style = styles.get(value, ())
            if of_style is None:
                return None
            marks += of_style
        elif node.tag == _ALIGNED:
            marks += _MARKS.get(value, ())
        elif value in ("0", "false", "off"):
            continue
        elif node.tag == _HIDDEN:
            return None
        elif node.tag in _STRUCK:
            marks += (Mark.STRUCK,)
    return marks


def _pieces(node: Any, marks: Marks, styles: MarksOfStyle) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if tag in _LEFT_OUT:
            continue
        if tag in _TEXTS:
            yield spell_out(child.text or "", marks)
        elif tag in _PIECES:
            yield _PIECES[tag]
        elif tag == _RUN:
            own = marks_of(child.find(_LOOK), styles)
            if own is not None:
                yield from _pieces(child, own, styles)
        elif tag == _SYMBOL:  # a character that only its font knows
            yield "\ufffd"
        elif len(child):
            yield from _pieces(child, marks, styles)
