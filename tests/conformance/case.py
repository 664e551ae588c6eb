"""A case of the suite: documents, a rule, and what somebody expects of it at some places."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from tests.conformance.bases import Doc, bases, number
from tests.conformance.machine import results, verdicts

KINDS = ("pass", "fail", "not_applicable", "not_evaluated", "boundary", "twin", "blank")
"""What a case shows of its rule; a twin is a document that fails this rule and no other."""

ALWAYS = ("pass", "fail", "not_evaluated", "boundary", "twin")
"""What every rule has a case of; ``not_applicable`` there may be a reason not to have."""

REASONS = (
    "no_previous",
    "years_not_consecutive",
    "no_children",
    "children_of_other_years",
    "children_repeated",
    "previous_of_another",
    "section_absent",
    "no_report_year",
)
"""Why something is not evaluated, other than that a number is missing."""

Changes = Mapping[str, Any]


@frozen(kw_only=True)
class Case:
    """A document, what stands beside it, and the verdict that is expected at some pointers."""

    rule: str
    kind: str
    name: str
    at: tuple[str, ...]
    expect: str
    report: Doc
    previous: Doc | None = None
    subordinates: tuple[Doc, ...] = ()
    blanks: str = "unknown"

    @property
    def id(self) -> str:
        """A name for the case; never reused."""
        return f"{self.rule}/{self.kind}/{self.name}"

    def document(self) -> dict[str, Any]:
        """The whole input."""
        return {
            "report": self.report.build(),
            "previous": self.previous.build() if self.previous else None,
            "children": [child.build() for child in self.subordinates],
            "blanks": self.blanks,
        }

    def data(self) -> dict[str, Any]:
        """The case with its results, as the suite has it."""
        all_results = results(self.document())
        own = [one for one in all_results if one["rule_id"] == self.rule]
        failed = [
            [one["rule_id"], one["pointer"]] for one in all_results if one["verdict"] == "fail"
        ]
        return {
            "id": self.id,
            "rule_id": self.rule,
            "kind": self.kind,
            "report": self.report.data(),
            "previous": self.previous.data() if self.previous else None,
            "children": [child.data() for child in self.subordinates],
            "blanks": self.blanks,
            "looked_at": list(self.at),
            "expected": {
                "verdicts": verdicts(own),
                "results": [one for one in own if one["pointer"] in self.at],
                "failed": failed,
            },
        }


@frozen
class About:
    """Writes cases of one rule on a base document, with the places to look at."""

    rule: str
    base: str
    at: str
    last: str = ""
    bodies: tuple[Doc, ...] = ()
    cases: list[Case] = field(factory=list)

    def at_base(self, pointer: str) -> Any:
        """What stands in the base document."""
        return number(bases()[self.base], pointer)

    def add(self, kind: str, name: str, changes: Changes | None = None, /, **other: Any) -> "About":
        """One case more; ``last`` are changes to last year's report, ``bodies`` the bodies."""
        last, expect = other.pop("last", {}), other.pop("expect", kind)
        base, at = other.pop("base", self.base), other.pop("at", (self.at,))
        previous = Doc(self.last, last) if self.last else None
        self.cases.append(
            Case(
                rule=self.rule,
                kind=kind,
                name=name,
                at=at,
                expect="fail" if expect == "twin" else expect,
                report=Doc(base, changes or {}),
                previous=other.pop("previous", previous),
                subordinates=other.pop("bodies", self.bodies),
                blanks=other.pop("blanks", "unknown"),
            )
        )
        if other:
            raise TypeError(f"no such part of a case: {', '.join(other)}")
        return self
