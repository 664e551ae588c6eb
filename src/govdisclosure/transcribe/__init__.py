"""Documents ⇄ reports, knowing no file format."""

from govdisclosure.transcribe._assemble import assemble
from govdisclosure.transcribe._lay_out import lay_out, lay_out_table, report_title
from govdisclosure.transcribe._numbers import read_number

__all__ = ["assemble", "lay_out", "lay_out_table", "read_number", "report_title"]
