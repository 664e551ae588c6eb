"""Cases of the rules of table 2."""

from collections.abc import Iterator

from tests.conformance.bases import LARGEST, TINY
from tests.conformance.case import About, Case

D = "/proactive_disclosure"
STOCK = f"{D}/normative_documents"
BUYING = f"{D}/procurement"
FORMS_OF_2019 = ("2019", "2019-with-2021")
FORMS_OF_2021 = ("2021", "2021-with-2019")


def cases() -> Iterator[Case]:
    """All of them, rule by rule."""
    for about in (
        _non_negative(),
        _amounts(),
        _opening(),
        _newly(),
        _items(),
        _amount(),
        _projects(),
    ):
        yield from about.cases


def _on(about: About, forms: tuple[str, ...]) -> About:
    """A sound report passes on the forms that have the cells; elsewhere nothing applies."""
    for base in (*FORMS_OF_2019, *FORMS_OF_2021):
        if base in forms:
            about.add("pass", base, base=base)
    absent = [base for base in (*FORMS_OF_2019, *FORMS_OF_2021) if base not in forms]
    for base in absent:
        about.add("not_applicable", base, base=base, at=())
    return about


def _non_negative() -> About:
    decisions = f"{D}/licensing/decisions"
    about = _on(About("STAT-DISC-NONNEGATIVE", "2021", decisions), FORMS_OF_2019 + FORMS_OF_2021)
    signed = {f"{D}/licensing/net_change": -1}
    about.add("twin", "decisions", {decisions: -1})
    about.add(
        "fail", "projects", {f"{BUYING}/projects": -1}, base="2019", at=(f"{BUYING}/projects",)
    )
    about.add("boundary", "a_change_may_be", signed, base="2019", expect="pass")
    about.add("boundary", "zero", {decisions: 0}, expect="pass")
    about.add("boundary", "smallest", {decisions: -LARGEST}, expect="fail")
    about.add("boundary", "largest", {decisions: LARGEST}, expect="pass")
    about.add("not_evaluated", "no_number", {decisions: None})
    return about.add("blank", "states_nothing", {decisions: None}, blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _amounts() -> About:
    fees = f"{D}/fees/amount_wan_yuan"
    about = About("QUAL-DISC-AMOUNT-NONNEGATIVE", "2021", fees)
    for base in FORMS_OF_2019 + FORMS_OF_2021:
        at = fees if base in FORMS_OF_2021 else f"{BUYING}/amount"
        about.add("pass", base, base=base, at=(at,))
    for name, amount, expect in (
        ("zero", "0.00", "pass"),
        ("minus_zero", "-0.00", "pass"),
        ("smallest", f"-{TINY[:-2]}1", "fail"),
        ("largest", "9" * 40, "pass"),
    ):
        about.add("boundary", name, {fees: amount}, expect=expect)
    procurement = {f"{BUYING}/amount/value": "-0.01", f"{BUYING}/projects": 0}
    about.add("twin", "fees", {fees: "-10.40"})
    about.add("fail", "procurement", procurement, base="2019", at=(f"{BUYING}/amount",))
    about.add("not_evaluated", "no_number", {fees: None})
    return about.add("blank", "states_nothing", {fees: None}, blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _opening() -> About:
    about = _on(About("DERV-DISC-OPENING-STOCK", "2021", f"{STOCK}/in_force"), FORMS_OF_2021)
    names = ("in_force", "issued", "repealed")
    for kind, name, numbers, expect in (
        ("twin", "more_issued_than_there_are", (2, 5, 2), "fail"),
        ("fail", "none_in_force", (0, 1, 0), "fail"),
        ("not_evaluated", "no_number", (2, None, 2), "not_evaluated"),
        ("boundary", "none_before", (2, 5, 3), "pass"),
        ("boundary", "largest_equal", (LARGEST, LARGEST, 0), "pass"),
        ("boundary", "largest_off_by_one", (LARGEST - 1, LARGEST, 0), "fail"),
        ("boundary", "sum_beyond_doubles", (LARGEST, -LARGEST, LARGEST - 1), "pass"),
    ):
        changes = {f"{STOCK}/{n}": value for n, value in zip(names, numbers, strict=True)}
        about.add(kind, name, changes, expect=expect)
    blank = {f"{STOCK}/in_force": 3, f"{STOCK}/issued": 4, f"{STOCK}/repealed": None}
    return about.add("blank", "a_blank_is_not_zero", blank, blanks="zero", expect="not_evaluated")


def _newly() -> About:
    row = f"{D}/normative_documents"
    cell = f"{row}/newly_disclosed"
    about = _on(About("DERV-DISC-NEWLY-DISCLOSED", "2019", cell), FORMS_OF_2019)
    for kind, name, numbers, expect in (
        ("twin", "more_than_all", (6, 5), "fail"),
        ("fail", "none_in_all", (5, 0), "fail"),
        ("not_evaluated", "no_number", (5, None), "not_evaluated"),
        ("boundary", "equal", (5, 5), "pass"),
        ("boundary", "largest_equal", (LARGEST, LARGEST), "pass"),
        ("boundary", "largest_off_by_one", (LARGEST, LARGEST - 1), "fail"),
    ):
        changes = {cell: numbers[0], f"{row}/total_disclosed": numbers[1]}
        about.add(kind, name, changes, expect=expect)
    blank = {cell: None, f"{row}/total_disclosed": 0}
    return about.add("blank", "a_blank_is_not_zero", blank, blanks="zero", expect="not_evaluated")


def _items() -> About:
    row = f"{D}/licensing"
    about = _on(About("DERV-DISC-ITEMS-LEFT", "2019", f"{row}/prior_year_items"), FORMS_OF_2019)
    for kind, name, numbers, expect in (
        ("twin", "fewer_than_none", (3, -4), "fail"),
        ("fail", "none_before", (0, -8), "fail"),
        ("not_evaluated", "no_number", (None, -8), "not_evaluated"),
        ("boundary", "none_left", (3, -3), "pass"),
        ("boundary", "largest_equal", (LARGEST, -LARGEST), "pass"),
        ("boundary", "largest_off_by_one", (LARGEST - 1, -LARGEST), "fail"),
        ("boundary", "sum_beyond_doubles", (LARGEST, LARGEST - 1), "pass"),
    ):
        changes = {f"{row}/prior_year_items": numbers[0], f"{row}/net_change": numbers[1]}
        about.add(kind, name, changes, expect=expect)
    blank = {f"{row}/prior_year_items": None, f"{row}/net_change": -1}
    return about.add("blank", "a_blank_is_not_zero", blank, blanks="zero", expect="not_evaluated")


def _amount() -> About:
    about = _on(About("DERV-DISC-AMOUNT-HAS-PROJECTS", "2019", f"{BUYING}/projects"), FORMS_OF_2019)
    for kind, name, numbers, expect in (
        ("twin", "no_projects", ("10.40", 0), "fail"),
        ("fail", "fewer_than_none", ("1", -1), "fail"),
        ("not_evaluated", "no_amount", (None, 6), "not_evaluated"),
        ("boundary", "neither", ("0.00", 0), "pass"),
        ("boundary", "minus_zero", ("-0.00", 0), "pass"),
        ("boundary", "smallest_amount", (TINY, 0), "fail"),
        ("boundary", "smallest_amount_of_one", (TINY, 1), "pass"),
    ):
        about.add(kind, name, _bought(*numbers), expect=expect)
    return about.add(
        "blank", "a_blank_is_not_zero", _bought("1", None), blanks="zero", expect="not_evaluated"
    )


def _projects() -> About:
    about = _on(About("DERV-DISC-PROJECTS-HAVE-AMOUNT", "2019", f"{BUYING}/amount"), FORMS_OF_2019)
    for kind, name, numbers, expect in (
        ("twin", "no_amount", ("0.00", 6), "fail"),
        ("fail", "one_project", ("0", 1), "fail"),
        ("not_evaluated", "no_projects", ("10.40", None), "not_evaluated"),
        ("boundary", "neither", ("0", 0), "pass"),
        ("boundary", "minus_zero", ("-0.00", 1), "fail"),
        ("boundary", "smallest_amount", (TINY, LARGEST), "pass"),
    ):
        about.add(kind, name, _bought(*numbers), expect=expect)
    return about.add(
        "blank", "a_blank_is_not_zero", _bought(None, 1), blanks="zero", expect="not_evaluated"
    )


def _bought(amount: str | None, projects: int | None) -> dict[str, str | int | None]:
    return {f"{BUYING}/amount/value": amount, f"{BUYING}/projects": projects}
