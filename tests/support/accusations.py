"""Whether any rule accuses a correct report: ``python -m tests.support.accusations 5000``.

The reports are counted up by ``tests.support.simulation``, which knows no rule. Each is checked
under every preset and both policies for blanks, alone and with the reports beside it.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from typing import get_args

from attrs import frozen

from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.rules import PRESETS, CheckResult, check
from govdisclosure.rules.engine import Blanks
from tests.support.simulation import Situation, situation

MAY_WARN = {"QUAL-DISC-AMOUNT-NONNEGATIVE"}
"""A correct report may be asked to make sure of an amount below 0."""


@frozen
class Outcome:
    """How many reports were checked, results by verdict, hints by rule, and accusations."""

    reports: int
    verdicts: Counter[Verdict]
    hints: Counter[str]
    accusations: tuple[str, ...]


def checks(one: Situation) -> Iterator[CheckResult]:
    """Every way to check the reports of a situation."""
    last, below = one.previous, one.subordinates
    for blanks in get_args(Blanks):
        yield check(one.report, blanks=blanks, previous=last, subordinates=below, printed=False)
        for preset, report in product(PRESETS, one.reports):
            yield check(report, preset=preset, blanks=blanks)


def is_accusation(finding: Finding) -> bool:
    """Whether a finding says more of a correct report than that something is worth a look."""
    return finding.severity is not Severity.INFO and finding.rule_id not in MAY_WARN


def judge(numbers: Sequence[int]) -> Outcome:
    """What the rules say of some situations."""
    reports, verdicts, hints, accusations = 0, Counter[Verdict](), Counter[str](), []
    for number in numbers:
        one = situation(number)
        reports += len(one.reports)
        for result in checks(one):
            verdicts.update({verdict: result.count(verdict) for verdict in Verdict})
            hints.update(finding.rule_id for finding in result.findings)
            accusations += [
                f"situation {number}, {result.preset}, blanks {result.blanks}: {finding.render()}"
                for finding in result.findings
                if is_accusation(finding)
            ]
    return Outcome(reports, verdicts, hints, tuple(accusations))


def main(arguments: Sequence[str]) -> int:
    """Check at least so many reports; print figures and accusations; 1 if there are any."""
    wanted = int(arguments[0]) if arguments else 5_000
    reports, verdicts, hints = 0, Counter[Verdict](), Counter[str]()
    accusations: list[str] = []
    parts = [range(start, start + 20) for start in range(0, wanted // 2 + 20, 20)]
    with ProcessPoolExecutor(max_workers=2) as pool:
        for part in pool.map(judge, parts):  # each situation has two reports at least
            reports += part.reports
            verdicts, hints = verdicts + part.verdicts, hints + part.hints
            accusations += part.accusations
    print(f"{reports} correct reports, {sum(verdicts.values())} results: {dict(verdicts)}")
    print("worth a look: " + ", ".join(f"{rule} {n}" for rule, n in sorted(hints.items())))
    print(f"{len(accusations)} accusations", *accusations[:20], sep="\n")
    return 1 if accusations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
