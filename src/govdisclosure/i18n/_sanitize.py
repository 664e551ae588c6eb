"""Text of files and their names, made harmless to show.

All is spelled as JSON spells it, so that the text of JSON stays the same data.
"""

import re

_CONTROLS = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
)
"""Control characters, line separators, marks that turn the direction of writing, no characters."""

_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
"""Characters that nobody sees (Unicode: Default_Ignorable_Code_Point): two names look the same."""

_BLANKS = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""White space that is no control character."""

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escape_controls(text: str) -> str:
    r"""The text in one line, with control characters spelled out.

    >>> print(escape_controls("12\n\x1b[2J\u202e件"))
    12\n\u001b[2J\u202e件
    """
    if text.isprintable():  # as nearly all is, and the pattern takes time to compile
        return text
    return re.sub(f"[{_CONTROLS}]", lambda m: spell(m[0]), text)


def escape_control_lines(text: str) -> str:
    r"""The same with its line breaks kept; a tab is a space.

    >>> escape_control_lines("12\n\x1b3")
    '12\n\\u001b3'
    """
    return "\n".join(map(escape_controls, text.replace("\t", " ").split("\n")))


class Escaped(str):
    """Text that may leave as it is: what in it is not our own was escaped before."""


_LEAVING = (
    rf"(?!\r?\n)[{_CONTROLS}{_UNSEEN}]"  # line ends are ours
    r"|(?<=#)#(?=\w*\[)"  # ##[error], ##vso[…], anywhere in a line
    rf"|(?m:^)([{_BLANKS}]*):(?=:)"  # ::error::, at its start
)


def escape_output(text: str) -> str:
    r"""Text as it may leave for a terminal, or for the log of a workflow.

    Nothing in it steers the one or is a command to the other (GitHub, Azure).

    >>> print(escape_output("a\n ::error::\x1b[2J"), escape_output("青禾县##[error]"))
    a
     \u003a:error::\u001b[2J 青禾县#\u0023[error]
    """
    printable = all(map(str.isprintable, text.split("\n")))
    if printable and "##" not in text and "::" not in text:
        return text
    return re.sub(_LEAVING, lambda m: (m[1] or "") + spell(m[0][len(m[1] or "") :]), text)


def spell(text: str) -> str:
    r"""Characters as JSON spells them where it must; one beyond the first plane takes two.

    >>> print(spell("\n\x85😀"))
    \n\u0085\ud83d\ude00
    """
    return "".join(_SHORT.get(c) or _units(c) for c in text)


def _units(character: str) -> str:
    digits = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{digits[at : at + 4]}" for at in range(0, len(digits), 4))
