"""Why a file of a known format is not read."""

from govdisclosure.errors import UnreadableDocumentError
from govdisclosure.i18n import Message


def unreadable(key: str, format: str) -> UnreadableDocumentError:
    """The error that says what is wrong with a file of some format.

    >>> unreadable("scan", "PDF").message.key
    'scan'
    """
    return UnreadableDocumentError(Message(key, {"format": format}))


def refuse_more(most: int, amount: int, format: str) -> None:
    """Refuse a file of some format that holds more of something than any report.

    Raises:
        UnreadableDocumentError: it does.
    """
    if amount > most:
        raise unreadable("too_much", format)
