"""The review: the official tables of a report with what is wrong marked, as one web page."""

from govdisclosure.output.review._review import review

__all__ = ["review"]
