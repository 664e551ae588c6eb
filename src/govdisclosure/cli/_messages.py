"""Messages to standard error, in the language asked for."""

from argparse import Namespace

from attrs import frozen

from govdisclosure.cli.console import write_lines
from govdisclosure.i18n import LANGUAGES, Language, Renderable


@frozen(eq=False, repr=False)
class Messages:
    """What a command says beside its output: errors, and notes unless it is quiet.

    An error is what makes the exit code 2 or 3.
    """

    language: Language
    quiet: bool = False

    def error(self, *lines: str | Renderable, file: str = "") -> None:
        """Say why something could not be done, each line with the name of the file."""
        start = f"{file}: " if file else ""
        words = (one if isinstance(one, str) else one.render(self.language) for one in lines)
        write_lines((start + one for one in words), error=True)

    def note(self, *lines: str | Renderable, file: str = "") -> None:
        """Say what is good to know, too."""
        if not self.quiet:
            self.error(*lines, file=file)


def messages_of(options: Namespace) -> Messages:
    """Where a command that was given these options puts its messages."""
    return Messages(LANGUAGES[options.lang], options.quiet)
