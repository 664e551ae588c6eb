"""Text of files and their names, made harmless to show."""

import re

_CONTROLS = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, line separators, marks that turn the direction of writing, no characters."""

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escape_controls(text: str) -> str:
    r"""The text in one line, with control characters spelled out.

    The spellings are those of JSON, so that JSON text stays the same data.

    >>> print(escape_controls("12\n\x1b[2J\u202e件"))
    12\n\u001b[2J\u202e件
    """
    if text.isprintable():  # as nearly all is, and the pattern takes time to compile
        return text
    return re.sub(_CONTROLS, lambda m: _SHORT.get(m[0]) or f"\\u{ord(m[0]):04x}", text)


_COMMAND = re.compile(r"^(?=\s*::)|(?<=#)(?=#\[)")
"""What a runner of GitHub workflows takes for a command, at the start of a line or inside it."""


def escape_commands(line: str) -> str:
    r"""A line without control characters, and without what is a command to a workflow.

    >>> print(escape_commands("::error::\x1b[2J"), escape_commands("青禾县##[error]"))
    \::error::\u001b[2J 青禾县#\#[error]
    """
    return _COMMAND.sub(r"\\", escape_controls(line))


def escape_control_lines(text: str) -> str:
    r"""The same with its line breaks kept; a tab is a space.

    >>> escape_control_lines("12\n\x1b3")
    '12\n\\u001b3'
    """
    return "\n".join(map(escape_controls, text.replace("\t", " ").split("\n")))
