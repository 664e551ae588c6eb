"""What Python makes of a document, as the evaluator in JavaScript writes it: no wording.

Numbers are strings, exact and as short as can be, since sums of counts go beyond what a
JSON number keeps in every language.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from govdisclosure.codec._reports import from_dict
from govdisclosure.findings import Number, Verdict
from govdisclosure.form import Form
from govdisclosure.rules import RULES, Result, Rule, evaluate
from govdisclosure.rules.engine import Evidence, bind, gather


def results(document: Mapping[str, Any], rules: Iterable[Rule] = RULES) -> list[dict[str, Any]]:
    """The results of rules on ``{report, previous?, children?, blanks}``, all plain data.

    In the order of the form, then of the rules. Every rule runs, also one that asks for a
    report that is not there.
    """
    evidence, forms = evidence_of(document)
    checks = ((rule, check) for rule in rules for check in bind(rule.holds, *forms))
    return in_order([evaluate(*one, evidence) for one in checks], forms[0])


def evidence_of(document: Mapping[str, Any]) -> tuple[Evidence, tuple[Form, Form | None, int]]:
    """The evidence of a document, and the forms that rules are bound to."""
    report = from_dict(document["report"])
    previous = from_dict(document["previous"]) if document.get("previous") else None
    subordinates = tuple(from_dict(child) for child in document.get("children") or ())
    forms = report.form, previous.form if previous else None
    evidence = gather(report, document["blanks"], previous, subordinates)
    return evidence, (*forms, max(1, len(subordinates)))


def in_order(results: Iterable[Result], form: Form) -> list[dict[str, Any]]:
    """Results as data, sorted by primary cell as printed; what is not on the form is last."""
    position = form.position
    last = len(position)
    return [result_data(r) for r in sorted(results, key=lambda r: position.get(r.pointer, last))]


def result_data(result: Result) -> dict[str, Any]:
    """One result: ids, pointers and numbers."""
    return {
        "rule_id": result.rule.id,
        "pointer": result.pointer,
        "verdict": result.verdict.value,
        "severity": result.severity.value if result.verdict is Verdict.FAIL else None,
        "left": as_string(result.left),
        "right": as_string(result.right),
        "difference": as_string(result.difference),
        "operands": [
            {
                "report": operand.report,
                "pointer": operand.pointer,
                "side": operand.side,
                "coefficient": operand.coefficient,
                "value": as_string(operand.value),
                "blank": operand.blank,
            }
            for operand in result.operands
        ],
        "missing": list(result.missing),
        "reason": result.reason.key if result.reason else None,
    }


def as_string(number: Number | None) -> str | None:
    """A number as a string, without what adds nothing.

    >>> from decimal import Decimal
    >>> [as_string(n) for n in (Decimal("10.40"), Decimal("-0.00"), 2**54, None)]
    ['10.4', '0', '18014398509481984', None]
    """
    if number is None or isinstance(number, int):
        return None if number is None else str(number)
    plain = format(number, "f")
    shortest = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if shortest == "-0" else shortest


def verdicts(results: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Pointer and verdict of each result."""
    return [[one["pointer"], one["verdict"]] for one in results]
