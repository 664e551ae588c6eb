"""Languages, texts in both, messages as data, and what makes text harmless to show.

Names are imported when they are first used: ``--help`` needs no more than the codes.
"""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.i18n._codes import LANGUAGE_CODES, environment_language, words_in
    from govdisclosure.i18n._language import CHINESE, ENGLISH, LANGUAGES, Language
    from govdisclosure.i18n._message import Message, figure, one_line
    from govdisclosure.i18n._sanitize import (
        Escaped,
        escape_control_lines,
        escape_controls,
        escape_output,
        spell,
    )
    from govdisclosure.i18n._text import Renderable, Text, words_data
    from govdisclosure.i18n.messages import MESSAGES
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _codes="LANGUAGE_CODES environment_language words_in",
        _language="CHINESE ENGLISH LANGUAGES Language",
        _message="Message figure one_line",
        _sanitize="Escaped escape_control_lines escape_controls escape_output spell",
        _text="Renderable Text words_data",
        messages="MESSAGES",
    )

__all__ = [
    "CHINESE", "ENGLISH", "LANGUAGES", "LANGUAGE_CODES", "MESSAGES", "Escaped", "Language",
    "Message", "Renderable", "Text", "environment_language", "escape_control_lines",
    "escape_controls", "escape_output", "figure", "one_line", "spell", "words_data", "words_in",
]  # fmt: skip
