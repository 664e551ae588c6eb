"""Comparing printed words with the form's: what two spellings of a label have in common.

Used for matching only; nothing that is kept is ever rewritten.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from govdisclosure.document import BARS

# Characters of the form's labels as traditional script (or a converter) prints them, and bars.
_TRADITIONAL = (
    str.maketrans(
        "總體況動開規範發製複復議訴訟維結糾經審計處決數項條許罰強業費單萬額購採對務關類屬國"
        "機構會組織隻請辦續轉為於區這穩護權內過執詢無沒現後補訪舉報確認獲繳納問題進當據給兩個"
        "時間歷鎮鄉縣編廢內勾團係與術專該從義設價産產稱樣應實營",
        "总体况动开规范发制复复议诉讼维结纠经审计处决数项条许罚强业费单万额购采对务关类属国"
        "机构会组织只请办续转为于区这稳护权内过执询无没现后补访举报确认获缴纳问题进当据给两个"
        "时间历镇乡县编废内勾团系与术专该从义设价产产称样应实营",
    )
    | BARS
)

_NUMBERING = re.compile(
    r"^(?:第?[一二三四五六七八九十]+(?:部分)?[、.,:]|\([一二三四五六七八九十0-9]+\)|\d{1,2}[、.](?!\d))"
)
_ITEM = re.compile(r"(?<=第\()[1-9](?=\)项)")
_NOISE = re.compile(r"[\s\u200b-\u200f\ufeff!-/:-@\[-`{-~、。・·“”‘’「」『』〔〕—–…《》〈〉]+")


_LEAST_ALIKE = 0.6
"""How alike two keys must be for anybody to ask how alike they are."""


@lru_cache(maxsize=10_000)
def normalize(text: str) -> str:
    """Text folded for comparison: width, white space, script; punctuation is kept.

    >>> normalize("（一）　主動公開")
    '(一)主动公开'
    """
    narrow = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b-\u200f\ufeff]+", "", narrow.translate(_TRADITIONAL))


@lru_cache(maxsize=10_000)
def numbering(text: str) -> str:
    """The ordinal at the head of a label, folded; "" if there is none.

    >>> numbering("（七）总计"), numbering("3、其他"), numbering("3."), numbering("总计")
    ('七', '3', '3', '')
    """
    match = _NUMBERING.match(normalize(text))
    return re.sub(r"[^一二三四五六七八九十0-9]", "", match[0]) if match else ""


@lru_cache(maxsize=10_000)
def key(text: str) -> str:
    """What is left of a label when width, spaces, punctuation and ordinal do not count.

    >>> key("3.危及“三安全一稳定”") == key('3、危及"三安全一稳定"') == "危及三安全一稳定"
    True
    >>> key("第二十条第（1）项") == key("第二十条 第(一)项")
    True
    """
    item = _ITEM.sub(lambda digit: "一二三四五六七八九"[int(digit[0]) - 1], normalize(text))
    return _NOISE.sub("", _NUMBERING.sub("", item))


def after(text: str, length: int) -> str:
    """The part of a text behind its first ``length`` folded characters, spaces not counted.

    >>> after("（一） 规章　000", 5)
    '000'
    """
    count = 0
    for i, character in enumerate(text):
        if count >= length:
            return text[i:].strip()
        count += len(normalize(character))
    return ""


def likeness(a: str, b: str) -> float:
    """How alike two keys are, from 0 to 1: one minus edit distance over the longer length.

    Below 0.6 it is 0: what shares so few characters is not compared any further.

    >>> likeness("其他法律行政止公开", "其他法律行政法规禁止公开") > 0.7
    True
    """
    longer = max(len(a), len(b))
    most = longer * (1 - _LEAST_ALIKE)
    if not longer or abs(len(a) - len(b)) > most:
        return 0.0
    places = _places(b)
    if sum(map(places.__contains__, a)) < longer - most:
        return 0.0
    distance = _distance(a, places, len(b))
    return 1 - distance / longer if distance <= most else 0.0


@lru_cache(maxsize=10_000)
def _places(word: str) -> dict[str, int]:
    """Where each character of a word stands, as the bits of a number."""
    places: dict[str, int] = {}
    for at, character in enumerate(word):
        places[character] = places.get(character, 0) | 1 << at
    return places


def _distance(a: str, places: Mapping[str, int], length: int) -> int:
    """The edit distance of a word and another, of which the places of its characters are known.

    The usual table of distances, a row at a time: bits say where it rises or falls by one from
    column to column (Myers 1999, as Hyyrö 2003 puts it). It is many times quicker than a loop.
    """
    every, distance = (1 << length) - 1, length
    rises, falls = every, 0
    for character in a:
        same = places.get(character, 0)
        kept = (((same & rises) + rises) ^ rises) | same | falls
        down, up = falls | (every & ~(kept | rises)), rises & kept
        distance += (down >> (length - 1) & 1) - (up >> (length - 1) & 1)
        down, up = down << 1 | 1, up << 1
        same |= falls
        rises, falls = every & (up | ~(same | down)), every & down & same
    return distance
