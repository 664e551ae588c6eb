"""Between a page and a report: reading one from the other, and laying it out again."""
