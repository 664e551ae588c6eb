"""What the package can say, in Chinese and English: one template a key, by subject."""

from govdisclosure.wordings.command_line import COMMAND_LINE
from govdisclosure.wordings.comparing import COMPARING
from govdisclosure.wordings.diagnosis import DIAGNOSIS
from govdisclosure.wordings.of_json import OF_JSON
from govdisclosure.wordings.reading import READING
from govdisclosure.wordings.review import REVIEW
from govdisclosure.wordings.rules import RULES

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
