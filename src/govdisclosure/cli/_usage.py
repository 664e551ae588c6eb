"""What is wrong with a command line, in words: imported where something is."""

from argparse import ArgumentError
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from govdisclosure.i18n import LANGUAGES, Message

_LONGEST = 60
"""Characters of a word beyond which it is cut."""

_KEYS: Mapping[str, str] = {
    "expected one argument": "usage_one_value",
    "expected at least one argument": "usage_values",
    "ignored explicit argument": "usage_no_value",
    "not allowed with argument": "usage_not_with",
    "the following arguments are required:": "usage_required",
}
"""How the messages of argparse begin that it makes itself, and the keys of ours."""


def usage_error(problem: ArgumentError, language: str) -> str:
    """What stands behind the name of the program."""
    words = problem.message
    for start, key in _KEYS.items():
        if words.startswith(start):
            what = words.removeprefix(start).strip()
            words = Message(key, {"what": what}).render(LANGUAGES[language])
    key = "usage_of_argument" if problem.argument_name else "usage"
    about = {"argument": problem.argument_name, "words": words}
    return Message(key, about).render(LANGUAGES[language])


def unknown_arguments(words: Sequence[str], options: Iterable[str], language: str) -> str:
    """That there are no such arguments, and what may be meant."""
    likely = (near_to(word, options) for word in words if word.startswith("-"))
    near = next(filter(None, likely), "")
    about = {"words": " ".join(words), "near": near}
    key = "usage_unknown_near" if near else "usage_unknown"
    return Message(key, about).render(LANGUAGES[language])


def no_such_value(word: str, known: Iterable[str], language: str) -> str:
    """That a word is none of those known: the one that may be meant, or else all."""
    near = "" if word.isdigit() else near_to(word, known)  # no year stands for another
    about = {"word": _cut(word), "known": near or tuple(known)}
    key = "no_such_value_near" if near else "no_such_value"
    return Message(key, about).render(LANGUAGES[language])


def near_to(word: str, known: Iterable[str]) -> str:
    """The one word of those known that this may be meant for; "" if there is none.

    >>> near_to("cheek", ["read", "check"]), near_to("BALANCE", ["balance"]), near_to("x", ["read"])
    ('check', 'balance', '')
    """
    spellings = {one.lower(): one for one in known}
    return "".join(spellings[s] for s in get_close_matches(_cut(word.lower()), spellings, n=1))


def _cut(word: str) -> str:
    return word if len(word) <= _LONGEST else word[:_LONGEST] + "…"
