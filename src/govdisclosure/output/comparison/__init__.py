"""A comparison as text and as a web page."""

from govdisclosure.output.comparison._html import comparison_page
from govdisclosure.output.comparison._phrasing import Phrasing, fact_name, growth_words
from govdisclosure.output.comparison._text import comparison_lines

__all__ = ["Phrasing", "comparison_lines", "comparison_page", "fact_name", "growth_words"]
