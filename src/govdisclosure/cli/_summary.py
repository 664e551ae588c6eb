"""What is said of files that were read: of each, and of all together at the end."""

from collections import Counter
from collections.abc import Iterator

from attrs import define, field

from govdisclosure.cli._batch import FileRead, counted
from govdisclosure.files import UnreadFile
from govdisclosure.form import CellState
from govdisclosure.i18n import Language, Message


def file_lines(
    one: FileRead | UnreadFile, language: Language, *, briefly: bool = False
) -> Iterator[str]:
    """What there is to say of a file, nothing if it was read whole and without doubt.

    ``briefly`` it is one line.
    """
    if isinstance(one, UnreadFile):
        why = one.render(language)
        if briefly and len(why) > 1:
            why = [Message("problems", {"count": len(why), "first": why[0]}).render(language)]
        yield from why
        return
    cells = [counted(one.states)] if one.unplaced or not one.whole else []
    pieces = [Message("unplaced", {"count": one.unplaced})] if one.unplaced else []
    if not briefly:
        yield from (finding.render(language) for finding in one.remarks)
        yield from (message.render(language) for message in (*cells, *pieces))
        return
    remarks = [Message("remarks", {"count": len(one.remarks)})] if one.remarks else []
    if said := [message.render(language) for message in (*cells, *pieces, *remarks)]:
        yield language.semicolon.join(said)


@define
class Summary:
    """Counts over all files: read whole, in part and not at all, and why; cells by state."""

    whole: int = 0
    part: int = 0
    unplaced: int = 0
    refused: Counter[Message] = field(factory=Counter)
    states: Counter[CellState] = field(factory=Counter)

    @property
    def failed(self) -> int:
        """How many files were not read."""
        return self.refused.total()

    def add(self, one: FileRead | UnreadFile) -> None:
        """Count one more file."""
        if isinstance(one, UnreadFile):
            self.refused[one.reason or Message("json_invalid")] += 1
            return
        self.whole += one.whole
        self.part += not one.whole
        self.unplaced += one.unplaced
        self.states.update(one.states)

    def lines(self, language: Language, skipped: int = 0) -> Iterator[str]:
        """The summary: files, reasons from the most frequent, cells."""
        parts = {"whole": self.whole, "part": self.part, "refused": self.failed}
        yield Message("files_counted", {"all": sum(parts.values()), **parts}).render(language)
        for reason, count in self.refused.most_common():
            about = {"count": count, "why": reason}
            yield "  " + Message("refused_because", about).render(language)
        if skipped:
            yield Message("files_skipped", {"count": skipped}).render(language)
        yield counted(self.states).render(language)
        if self.unplaced:
            yield Message("unplaced", {"count": self.unplaced}).render(language)
