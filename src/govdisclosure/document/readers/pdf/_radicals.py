"""Radicals that a PDF says where a character is printed.

Many programs note for each glyph the first character of the font that looks so, and that
is the radical: 一 comes out as U+2F00, 长 as U+2ED3. A document that prints the character
means it. Only radicals that look like a whole character are met; those that are only a
part of one (the water of 河) never stand for it and are kept.
"""

import unicodedata

# Characters of U+2E80-2EF3; Unicode's list of equivalent ideographs gives the pairs.
_SUPPLEMENT = zip(
    "⺁⺄⺊⺎⺐⺒⺓⺛⺜⺝⺟⺠⺧⺩⺫⺬⺶⺻⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乙卜兀尢巳幺旡日月母民牛王目示羊聿虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
    strict=True,
)

_KANGXI = ((chr(code), unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6))

_CHARACTERS = str.maketrans(dict((*_SUPPLEMENT, *_KANGXI)))


def as_characters(text: str) -> str:
    """A text with radicals that stand for characters made those characters.

    >>> as_characters("\\u2f00、\\u2f83\\u2ed3（\\u2f83）")
    '一、自长（自）'
    """
    return text.translate(_CHARACTERS)
