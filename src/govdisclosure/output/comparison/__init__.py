"""A comparison as text, as data and as a web page."""

from govdisclosure.output.comparison._data import comparison_data
from govdisclosure.output.comparison._html import comparison_page
from govdisclosure.output.comparison._phrasing import fact_name
from govdisclosure.output.comparison._text import comparison_lines

__all__ = ["comparison_data", "comparison_lines", "comparison_page", "fact_name"]
