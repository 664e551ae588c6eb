"""What the package can say, in Chinese and English: one template a key, by subject."""

from govdisclosure.i18n.messages._codec import OF_JSON
from govdisclosure.i18n.messages._command_line import COMMAND_LINE
from govdisclosure.i18n.messages._comparison import COMPARING
from govdisclosure.i18n.messages._diagnosis import DIAGNOSIS
from govdisclosure.i18n.messages._review import REVIEW
from govdisclosure.i18n.messages._rules import RULES
from govdisclosure.i18n.messages._transcription import READING

MESSAGES: dict[str, tuple[str, str]] = {
    **COMMAND_LINE,
    **READING,
    **RULES,
    **OF_JSON,
    **COMPARING,
    **DIAGNOSIS,
    **REVIEW,
}
"""Key → (Chinese, English). Keys are part of the API, wordings are not."""
