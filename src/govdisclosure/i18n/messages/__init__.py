"""What the package can say, in Chinese and English: one template a key, by subject."""

from collections.abc import Mapping

from govdisclosure.i18n._text import Text
from govdisclosure.i18n.messages._codec import CODEC
from govdisclosure.i18n.messages._command_line import COMMAND_LINE
from govdisclosure.i18n.messages._comparison import COMPARISON
from govdisclosure.i18n.messages._diagnosis import DIAGNOSIS
from govdisclosure.i18n.messages._look import LOOK
from govdisclosure.i18n.messages._review import REVIEW
from govdisclosure.i18n.messages._rules import RULES
from govdisclosure.i18n.messages._transcription import TRANSCRIPTION
from govdisclosure.i18n.messages._usage import USAGE

__all__ = ["MESSAGES"]

MESSAGES: Mapping[str, Text] = (
    COMMAND_LINE | TRANSCRIPTION | RULES | CODEC | COMPARISON | DIAGNOSIS | LOOK | REVIEW | USAGE
)
"""The template of each message by its key. Keys are part of the API, wordings are not."""
