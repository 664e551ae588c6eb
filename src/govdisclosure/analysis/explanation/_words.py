"""Words and their pieces: what somebody types, and texts, made comparable."""

import re
from collections.abc import Iterable
from functools import lru_cache

_MOST_TEXTS = 8192
"""So many texts are kept in pieces: those that are searched, and some of what is typed."""

_RUN = re.compile(r"[a-z]+|\d+|[^\W\d_a-z]+")
_ARTICLE = re.compile(r"\b(?:art|article)s?\b")
_CHINESE_ARTICLE = re.compile(r"第(\d+)条")
_DIGITS = "〇一二三四五六七八九"
_NUMERAL = re.compile(rf"([{_DIGITS}]?)十([{_DIGITS}]?)|(?<=第)([{_DIGITS}])(?=条)")


def runs_of(words: str) -> list[str]:
    """Words, numbers, and what stands together in other letters.

    An article is one, and a number from ten up, whichever way it is written.

    >>> runs_of("Arts. 14–16: 部分公开（只计）, fees")
    ['art', '14', '16', '部分公开', '只计', 'fee']
    >>> runs_of("第三十三条") == runs_of("第33条") == runs_of("article 33")
    True
    >>> runs_of("二十个工作日") == runs_of("20个工作日")
    True
    """
    digits = _NUMERAL.sub(_in_digits, words.lower())
    small = _CHINESE_ARTICLE.sub(r" art \1 ", _ARTICLE.sub("art", digits))
    return [_stem(run) for run in _RUN.findall(small)]


def _in_digits(numeral: re.Match[str]) -> str:
    """A Chinese numeral below a hundred in digits.

    >>> [_NUMERAL.sub(_in_digits, number) for number in ("十", "十五", "三十", "四十九", "第四条")]
    ['10', '15', '30', '49', '第4条']
    """
    tens, ones, alone = numeral.groups()
    if alone:
        return str(_DIGITS.index(alone))
    return str(10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0))


_ENDINGS = ("ies", "ied", "ing", "ed", "es", "y", "e", "s")


def _stem(word: str) -> str:
    """A word without its ending.

    >>> [_stem(word) for word in ("universities", "university", "filed", "file", "process", "fees")]
    ['universit', 'universit', 'fil', 'fil', 'process', 'fee']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


@lru_cache(_MOST_TEXTS)
def in_a_row(words: str) -> str:
    """The words one after the other, each between spaces."""
    return f" {' '.join(word for run in runs_of(words) for word in _letters(run))} "


def _letters(run: str) -> Iterable[str]:
    return (run,) if run.isascii() else run


@lru_cache(_MOST_TEXTS)
def pieces_of(words: str) -> frozenset[str]:
    """Words and numbers, and of other letters each two that follow.

    >>> sorted(pieces_of("fees 部分公开"))
    ['fee', '公开', '分公', '部分']
    """
    return frozenset(piece for run in runs_of(words) for piece in _parts(run))


def _parts(run: str) -> Iterable[str]:
    if run.isascii() or len(run) == 1:
        return (run,)
    return (run[i : i + 2] for i in range(len(run) - 1))
