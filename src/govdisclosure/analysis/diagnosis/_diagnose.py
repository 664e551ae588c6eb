"""Which cell is wrong: locate, explain, propose. Nothing is ever overwritten.

>>> from govdisclosure.model import EDITION_2021
>>> report = EDITION_2021.blank(number=0).replace({"/requests/received/total": 3})
>>> [fault] = diagnose(report).faults
>>> fault.certainty, fault.repairs[0].patch[1]
... # doctest: +NORMALIZE_WHITESPACE
(<Certainty.UNIQUE_IF_ONE_CELL: 'unique_if_one_cell'>,
 {'op': 'replace', 'path': '/requests/received/total', 'value': 0})
>>> diagnose(fault.repairs[0].apply(report)).faults
()
"""

from attrs import frozen

from govdisclosure.analysis.diagnosis._deduced_blanks import Blank, deduce_blanks
from govdisclosure.analysis.diagnosis._equations import add_up, equations_of, groups
from govdisclosure.analysis.diagnosis._error_patterns import spots
from govdisclosure.analysis.diagnosis._proposals import Proposer
from govdisclosure.analysis.diagnosis._repairs import Certainty, Fault, Repair
from govdisclosure.findings import Finding
from govdisclosure.i18n import one_line
from govdisclosure.model import AnyReport, CellNote, NotebookView, Provenance, Reading, report_of
from govdisclosure.rules import PLAIN, RULES, Profile, Rule, select
from govdisclosure.rules.engine import Blanks, gather


@frozen(kw_only=True)
class Diagnosis(NotebookView):
    """What is wrong in a report by its own equations, and what its blanks must be.

    ``faults`` is empty where every equation that can be evaluated holds.
    """

    faults: tuple[Fault, ...] = ()
    blanks: tuple[Blank, ...] = ()

    def __repr__(self) -> str:
        return one_line(self, f"faults={len(self.faults)} blanks={len(self.blanks)}")

    def repairs(self, finding: Finding) -> tuple[Repair, ...]:
        """What would mend a finding of the same report, the likeliest first."""
        faults = (fault for fault in self.faults if finding.fingerprint in fault.findings)
        return next((fault.repairs for fault in faults), ())

    def likeliest_repair(self, finding: Finding) -> Repair | None:
        """The likeliest repair of a finding, unless it cannot be told which cell is wrong."""
        first = next(iter(self.repairs(finding)), None)
        unknown = first is None or first.certainty is Certainty.CANNOT_BE_LOCATED
        return None if unknown else first


def diagnose(
    report: AnyReport | Reading,
    reading: Reading | None = None,
    *,
    blanks: Blanks = "unknown",
    profile: Profile = PLAIN,
    rules: tuple[Rule, ...] = RULES,
) -> Diagnosis:
    """Locate what is wrong and propose repairs; the report stays as it is.

    Only equalities that the form itself asks for take part, in whole numbers. ``reading``
    tells what was printed in a cell, and may stand for the report; ``blanks`` is what a cell
    without a number means, as in :func:`~govdisclosure.rules.check`; a profile may switch rules
    off.

    Raises:
        TypeError: an argument is something else; the message says what to give instead.
        ValueError: ``blanks`` is something else.
    """
    if not isinstance(reading, Reading | None):
        raise TypeError(f"expected a Reading, such as read() gives, not {type(reading).__name__}")
    reading = report if isinstance(report, Reading) else reading
    report = report_of(report)
    evidence = gather(report, blanks)
    form = report.form
    sums = add_up(equations_of(select(rules, "form", profile), form), evidence.report)
    doubts = {finding.pointer for finding in reading.doubts} if reading else set()
    prints: dict[str, CellNote | Provenance] = {**report.cell_notes}
    prints |= reading.provenance if reading else {}
    proposer = Proposer(form, sums, spots(form), evidence, prints, doubts)
    return Diagnosis(
        faults=tuple(proposer.fault(group) for group in groups(sums)),
        blanks=deduce_blanks(sums, evidence.report, form),
    )
