"""How much of a PDF is looked at: a hostile one has no end.

pdfminer follows a file wherever it leads: streams that unpack a thousandfold, objects that
refer to themselves, forms that draw forms, fonts that claim four thousand million
characters. Its parts are used with meters in them; a report needs a hundredth of what they
allow.
"""

from attrs import Factory, define

from govdisclosure.document.readers._refusals import unreadable

MOST_PAGES = 300
"""Pages of a document; the longest reports have some forty."""

UNPACKED = 100_000_000
"""Bytes that all streams may unpack to; whole Chinese fonts have some twenty million each."""

PARSED = 4_000_000
"""Bytes of syntax that are parsed, those of a form once for each time it is drawn; a word of it
is as good as four more."""

SQUARE = 20_000
"""Bytes that are copied in the time that one takes to parse."""

MAPPED = 1_000_000
"""Characters that the tables of all fonts may speak of."""

DRAWN = 120_000
"""Characters and ends of lines on all pages."""

DRAWN_ON_PAGE = 30_000
"""Characters and ends of lines on one page; a full page has some two thousand."""

CORNERS = 6_000
"""Corners of ruled cells; a report has some five hundred."""


@define
class Meter:
    """What is left of something that must not be used without end."""

    left: int

    def spend(self, amount: int) -> None:
        """Use some of it.

        >>> Meter(10).spend(11)  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        govdisclosure.errors.UnreadableDocumentError: ... the PDF file holds too much ...

        Raises:
            UnreadableDocumentError: there is no more.
        """
        self.left -= max(amount, 0)
        if self.left < 0:
            raise unreadable("too_much", "PDF")


@define
class Meters:
    """The meters of one document."""

    unpacking: Meter = Factory(lambda: Meter(UNPACKED))
    parsing: Meter = Factory(lambda: Meter(PARSED))
    mapping: Meter = Factory(lambda: Meter(MAPPED))
    drawing: Meter = Factory(lambda: Meter(DRAWN))
