"""Which checks of a report need a closer look: all the others pass, and are not evaluated.

A function written once for each plan of checks reads every cell a single time and adds up
with Python's own integers. It never says that something is wrong: a check that does not
come out, or one of whose cells has no whole number, is handed to ``evaluate``.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import define, field

from govdisclosure.form import Code, Form, Kind, parts, pointer
from govdisclosure.model import Report
from govdisclosure.rules._rule import Rule
from govdisclosure.rules.engine import BoundCheck, Side, number_of

Plan: TypeAlias = Sequence[tuple[Rule, BoundCheck]]

Screen: TypeAlias = Callable[[Any], tuple[tuple[int, ...], bool]]
"""From a report to the places in the plan of the checks to look at (the others pass), and
whether some cell has no number, so that it matters why."""


def screen_for(plan: Plan, form: Form) -> Screen:
    """A function that screens the reports on a form for one plan of checks.

    It raises ``AttributeError`` for a report with something else than the form's rows.
    """
    code = Code("Which checks of a report need a closer look.")
    author = _Author(code, form)
    body = Code("", depth=1)
    author.sort(plan, body)
    with code.block("def screen(report):"):
        author.fetch()
        code.lines += body.lines
        code.line("return tuple(sorted({*closer})), odd")
    return code.compiled("screen")


@define
class _Author:
    """Writes one function; ``cells`` are the cells that it reads, with their variables."""

    code: Code
    form: Form
    cells: dict[str, str] = field(factory=dict)
    touching: dict[str, list[int]] = field(factory=dict)
    always: list[int] = field(factory=list)
    not_negative: list[tuple[int, str]] = field(factory=list)

    def sort(self, plan: Plan, body: Code) -> None:
        """Write the checks that can be written; note those that are always looked at."""
        for number, (rule, check) in enumerate(plan):
            if not self._can_write(rule, check):
                self.always.append(number)
                continue
            for term in check.terms:
                self.cells.setdefault(term.pointer, f"c{len(self.cells)}")
                self.touching.setdefault(term.pointer, []).append(number)
            if check.relation == "stated":
                text = f"report.{check.pointer[1:]}"
                body.line(f"if type({text}) is not tuple or not {text}: closer.append({number})")
            elif check.relation != "filled":
                if _says_not_negative(check) and self._is_whole(check.pointer):
                    self.not_negative.append((number, self.cells[check.pointer]))
                else:
                    body.line(f"if not ({self._holds(check)}): closer.append({number})")
        self._write_not_negative(body)

    def _can_write(self, rule: Rule, check: BoundCheck) -> bool:
        if check.relation == "stated":
            return check.applicable and check.pointer in _SECTIONS
        if not check.applicable or not check.terms or rule.tolerance:
            return False
        if any(cell.of != "report" for cell in check.terms):
            return False
        if check.relation == "filled":
            return True
        # Decimals are compared exactly, but not added up exactly: one cell a side will do.
        sides = [s for c in (check, check.given) if c for s in (c.left, c.right)]
        return all(self._is_exact(side) for side in sides)

    def _is_exact(self, side: Side) -> bool:
        if all(self._is_whole(cell.pointer) for cell in side.terms):
            return True
        return len(side.terms) == 1 and side.terms[0].coefficient == 1 and not side.constant

    def _is_whole(self, address: str) -> bool:
        return self.form.cells[address].kind in (Kind.COUNT, Kind.CHANGE)

    def _holds(self, check: BoundCheck) -> str:
        relation = "==" if check.relation == "=" else check.relation
        holds = f"{self._side(check.left)} {relation} {self._side(check.right)}"
        return f"not ({self._holds(check.given)}) or {holds}" if check.given else holds

    def _side(self, side: Side) -> str:
        terms = [f"{c.coefficient} * {self.cells[c.pointer]}" for c in side.terms]
        terms = [term.removeprefix("1 * ") for term in terms]
        if side.constant or not terms:
            terms.append(str(side.constant))
        return " + ".join(terms)

    def _write_not_negative(self, body: Code) -> None:
        """Most checks ask the same of one cell each: one condition says whether any fails."""
        if self.not_negative:
            cells = [cell for _, cell in self.not_negative]
            numbers = self.code.constant([n for n, _ in self.not_negative], "numbers")
            with body.block(f"if {' or '.join(f'{cell} < 0' for cell in cells)}:"):
                body.line(f"pairs = zip({numbers}, ({', '.join(cells)},))")
                body.line("closer += [number for number, cell in pairs if cell < 0]")

    def fetch(self) -> None:
        """Write how the cells are read; what is no whole number is noted, and set to 0."""
        always = self.code.constant(tuple(self.always), "always")
        self.code.line(f"closer, odd = [*{always}], False")
        whole = [a for a in self.cells if self._is_whole(a)]
        _Reader(self.code, self.form, self.cells).read()
        if whole:
            variables = [self.cells[a] for a in whole]
            are_whole = " and ".join(f"type({variable}) is int" for variable in variables)
            with self.code.block(f"if not ({are_whole}):"):
                touching = self.code.constant([self.touching[a] for a in whole], "touching")
                self.code.line(f"odd, cells = True, ({', '.join(variables)},)")
                with self.code.block(f"for cell, numbers in zip(cells, {touching}):"):
                    self.code.line("if type(cell) is not int: closer += numbers")
                self.code.line("cells = [cell if type(cell) is int else 0 for cell in cells]")
                self.code.line(f"{', '.join(variables)}, = cells")
        for address in (a for a in self.cells if a not in whole):
            variable = self.cells[address]
            self.code.names.update(number_of=number_of, Decimal=Decimal)
            self.code.line(f"{variable} = number_of({variable})")
            with self.code.block(f"if {variable} is None:"):
                touched = self.code.constant(self.touching[address], "touched")
                self.code.line(f"{variable}, odd = 0, True")
                self.code.line(f"closer += {touched}")


@define
class _Reader:
    """Writes how cells are read, fetching every row and group on the way once."""

    code: Code
    form: Form
    cells: Mapping[str, str]
    variables: dict[str, str] = field(factory=dict)

    def read(self) -> None:
        """Write a line for each cell, and before it what leads there."""
        for address, variable in self.cells.items():
            *way, last = self.form.attributes[address].split(".")
            self.code.line(f"{variable} = {self._holder('.'.join(way))}.{last}")

    def _holder(self, way: str) -> str:
        """The variable of the row or group at the end of a way."""
        if not way:
            return "report"
        if way not in self.variables:
            above, _, last = way.rpartition(".")
            holder = self._holder(above)
            self.variables[way] = self.code.name(last)
            self.code.line(f"{self.variables[way]} = {holder}.{last}")
        return self.variables[way]


def _says_not_negative(check: BoundCheck) -> bool:
    left, right = check.left, check.right
    return (
        check.relation == ">="
        and check.given is None
        and right == Side(())
        and left.constant == 0
        and [c.coefficient for c in left.terms] == [1]
    )


_SECTIONS = frozenset(pointer(part.name) for part in parts(Report))
