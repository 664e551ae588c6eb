"""What came of a run over some files: each report with its results, or why there is none."""

from collections.abc import Mapping

from attrs import field, frozen

from govdisclosure.checking import Checked
from govdisclosure.findings import Finding
from govdisclosure.messages import Message
from govdisclosure.model.report import AnyReport
from govdisclosure.rules import PLAIN, Blanks, Preset, Profile
from govdisclosure.transcribe.reading import Provenance


@frozen(kw_only=True)
class Outcome:
    """A report that was checked, under the name of its file.

    ``messages`` and ``provenance`` are those of its reading; empty where it came as JSON.
    """

    file: str
    report: AnyReport
    checked: Checked
    messages: tuple[Finding, ...] = ()
    provenance: Mapping[str, Provenance] = field(factory=dict)

    def line(self, finding: Finding) -> int | None:
        """The line of the file that a finding's cell stands in, from 1; ``None`` if unknown."""
        seen = self.provenance.get(finding.pointer)
        return seen.where.line if seen else None


@frozen(kw_only=True)
class Unreadable:
    """A file that is no report: what is wrong with its JSON, or why it was not read at all."""

    file: str
    findings: tuple[Finding, ...] = ()
    reason: Message | None = None

    def say(self, lang: str = "zh") -> list[str]:
        """Why, one line a problem, in ``zh`` or ``en``."""
        reason = [self.reason.say(lang)] if self.reason else []
        return [*reason, *(f"{f.pointer or '/'}  {f.say(lang)}" for f in self.findings)]


@frozen(kw_only=True)
class Run:
    """Files checked on the same terms, in the order in which they were given.

    ``previous`` and ``children`` name the files that the one report was checked against.
    """

    files: tuple[Outcome | Unreadable, ...]
    blanks: Blanks = "unknown"
    preset: Preset = "quality"
    profile: Profile = PLAIN
    previous: str | None = None
    children: tuple[str, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The files that could be read and checked."""
        return tuple(one for one in self.files if isinstance(one, Outcome))

    @property
    def unreadable(self) -> tuple[Unreadable, ...]:
        """The files that could not, those given to be compared with among them."""
        return tuple(one for one in self.files if isinstance(one, Unreadable))
