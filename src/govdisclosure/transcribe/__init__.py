"""Documents ⇄ reports, knowing no file format."""

from govdisclosure.transcribe._assemble import assemble
from govdisclosure.transcribe._lay_out import lay_out
from govdisclosure.transcribe._numbers import read_number

__all__ = ["assemble", "lay_out", "read_number"]
