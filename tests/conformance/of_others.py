"""Cases of the rules that ask for last year's report or for those of bodies below."""

from collections.abc import Iterator

from tests.conformance.bases import LARGEST, Doc, bases, number
from tests.conformance.case import About, Case, Changes

R, D, C = "/requests", "/proactive_disclosure", "/review_and_litigation"
PERSON, FIRM = "natural_person", "commercial_enterprise"
IN, OUT = f"{R}/carried_in", f"{R}/carried_out"


def cases() -> Iterator[Case]:
    """All of them, rule by rule."""
    of_2019 = (_items(), _total_disclosed())
    for about in (_carry_over(), _by_applicant(), _in_force(), *of_2019, _pending(), _bodies()):
        yield from about.cases


def _last(base: str, pointer: str) -> int:
    value: int = number(bases()[f"{base}-last-year"], pointer)
    return value


def _years(about: About, cell: str, before: str) -> About:
    """What every rule over time says of years, of no report and of no number."""
    year = about.at_base("/year")
    about.add("pass", about.base)
    about.add("not_evaluated", "no_previous", previous=None)
    about.add("not_evaluated", "year_left_out", last={"/year": year - 2})
    about.add("not_evaluated", "same_year", last={"/year": year})
    about.add("not_evaluated", "year_not_stated", {"/year": None})
    about.add("not_evaluated", "previous_not_stated", last={"/year": None})
    about.add("not_evaluated", "another_body", last={"/issuer/name": "青禾县溪口镇"})
    about.add("pass", "the_same_body", last={"/issuer/name": "巴中市（青禾县） 人民政府"})
    about.add("pass", "nobody_named", last={"/issuer/name": None})
    about.add("not_evaluated", "no_number", {cell: None})
    return about.add("not_evaluated", "no_number_last_year", last={before: None})


def _carry_over() -> About:
    cell, before = f"{IN}/total", f"{OUT}/total"
    about = _years(About("QUAL-REQ-CARRY-OVER", "2021", cell, "2021-last-year"), cell, before)
    _names(about)
    matching = {"/year": 2022, OUT: bases()["2021"][R[1:]]["carried_in"]}
    about.add("pass", "other_form_last_year", previous=Doc("2019", matching))
    about.add("twin", "one_more", last={before: _last("2021", before) + 1})
    about.add("fail", "none", {cell: 0})
    about.add("boundary", "largest_equal", {cell: LARGEST}, last={before: LARGEST}, expect="pass")
    about.add("boundary", "largest_off_by_one", {cell: LARGEST}, last={before: LARGEST - 1},
              expect="fail")  # fmt: skip
    return about.add("blank", "total_is_not", last={before: None}, blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _names(about: About) -> None:
    """When a name is of the same body; said once, as it does not depend on the rule."""
    bureau, another = "青禾县教育局", "not_evaluated"
    for kind, name, now, before in (
        ("pass", "a_bureau_and_nobody", bureau, None),
        ("pass", "a_bureau_and_only_the_word", bureau, "人民政府"),
        ("pass", "an_office_left_out", "青禾县和平街道办事处", "和平街道"),
        ("pass", "full_width", "青禾县第１２中学（Ａ）", "青禾县第12中学(A)"),
        ("pass", "prefecture_above", "平川州青禾县", "青禾县"),
        (another, "an_office_inside", "青禾县办事处服务中心", "青禾县服务中心"),
        (another, "a_longer_name", "大青禾县", "青禾县"),
        (another, "a_shorter_name", "青禾县", "禾县"),
        (another, "a_name_that_begins_alike", bureau, "青禾县"),
        (another, "another_case", "青禾县A中学", "青禾县a中学"),
    ):
        about.add(kind, name, {"/issuer/name": now}, last={"/issuer/name": before})


def _by_applicant() -> About:
    cell, before = f"{IN}/{PERSON}", f"{OUT}/{PERSON}"
    about = About("QUAL-REQ-CARRY-OVER-BY-APPLICANT", "2021", cell, "2021-last-year")
    _years(about, cell, before)
    firms = f"{OUT}/{FIRM}"
    retyped = {before: _last("2021", before) + 1, firms: _last("2021", firms) - 1}
    about.add("twin", "retyped", last=retyped, at=(cell, f"{IN}/{FIRM}"))
    about.add("fail", "none", {cell: 0})
    about.add("boundary", "largest_equal", {cell: LARGEST}, last={before: LARGEST}, expect="pass")
    about.add("boundary", "largest_off_by_one", {cell: LARGEST}, last={before: LARGEST - 1},
              expect="fail")  # fmt: skip
    about.add(
        "blank", "a_blank_is_not_zero", last={before: None}, blanks="zero", expect="not_evaluated"
    )
    return about.add("blank", "states_nothing", {cell: None}, last={before: None}, blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _in_force() -> About:
    row = f"{D}/normative_documents"
    cell = f"{row}/in_force"
    about = _years(About("QUAL-DISC-IN-FORCE", "2021", cell, "2021-last-year"), cell, cell)
    at, of_2019 = (), Doc("2019-last-year", {"/year": 2022})
    about.add("not_applicable", "2019", base="2019", previous=Doc("2019-last-year"), at=at)
    about.add("not_applicable", "after_2019", previous=of_2019, at=at)
    about.add("twin", "one_more_before", last={cell: _last("2021", cell) + 1})
    repealed = f"{row}/repealed"
    about.add("fail", "one_repealed_more", {repealed: about.at_base(repealed) + 1})
    large = {cell: LARGEST, f"{row}/issued": LARGEST, f"{row}/repealed": LARGEST}
    about.add("boundary", "largest_equal", large, last={cell: LARGEST}, expect="pass")
    about.add("boundary", "largest_off_by_one", large, last={cell: LARGEST - 1}, expect="fail")
    return about.add(
        "blank", "a_blank_is_not_zero", last={cell: None}, blanks="zero", expect="not_evaluated"
    )


def _items() -> About:
    row = f"{D}/licensing"
    cell, change = f"{row}/prior_year_items", f"{row}/net_change"
    about = _years(About("DERV-DISC-ITEMS-CARRIED", "2019", cell, "2019-last-year"), cell, cell)
    at, of_2019 = (), Doc("2019-last-year", {"/year": 2022})
    about.add("not_applicable", "2021", base="2021", previous=Doc("2021-last-year"), at=at)
    about.add("not_applicable", "2021_after_2019", base="2021", previous=of_2019, at=at)
    about.add("twin", "one_more_before", last={cell: _last("2019", cell) + 1})
    about.add("fail", "change_of_other_sign", last={change: -_last("2019", change)})
    for name, less, expect in (("equal", 0, "pass"), ("off_by_one", 1, "fail")):
        before = {cell: LARGEST - less, change: -LARGEST}
        about.add("boundary", f"largest_{name}", {cell: 0}, last=before, expect=expect)
    return about.add(
        "blank", "a_blank_is_not_zero", last={change: None}, blanks="zero", expect="not_evaluated"
    )


def _total_disclosed() -> About:
    row = f"{D}/rules"
    cell, new = f"{row}/total_disclosed", f"{row}/newly_disclosed"
    about = _years(About("DERV-DISC-TOTAL-DISCLOSED", "2019", cell, "2019-last-year"), cell, cell)
    at, of_2019 = (), Doc("2019-last-year", {"/year": 2022})
    about.add("not_applicable", "2021", base="2021", previous=Doc("2021-last-year"), at=at)
    about.add("not_applicable", "2021_after_2019", base="2021", previous=of_2019, at=at)
    about.add("twin", "from_nowhere", last={cell: about.at_base(cell) - about.at_base(new) - 1})
    about.add("fail", "none_before", {cell: 9, new: 8}, last={cell: 0})
    about.add("boundary", "equal", {cell: 9, new: 8}, last={cell: 1}, expect="pass")
    large = {cell: LARGEST, new: LARGEST}
    about.add("boundary", "largest_equal", large, last={cell: 0}, expect="pass")
    about.add("boundary", "largest_off_by_one", large, last={cell: -1}, expect="fail")
    about.add("boundary", "sum_beyond_doubles", large, last={cell: LARGEST - 1}, expect="pass")
    blank = {cell: 9, new: None}
    return about.add("blank", "a_blank_is_not_zero", blank, last={cell: 8}, blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _pending() -> About:
    row = f"{C}/reconsideration"
    before, cell = f"{row}/pending", f"{row}/total"
    about = About("DERV-CASE-PENDING", "2021", before, "2021-last-year")
    _years(about, cell, before)
    total = about.at_base(cell)
    about.add("twin", "more_than_there_are", last={before: total + 1})
    about.add("fail", "none_this_year", {cell: 0})
    about.add("boundary", "equal", last={before: total}, expect="pass")
    about.add("boundary", "largest_equal", {cell: LARGEST}, last={before: LARGEST}, expect="pass")
    about.add("boundary", "largest_off_by_one", {cell: LARGEST - 1}, last={before: LARGEST},
              expect="fail")  # fmt: skip
    about.add(
        "blank", "a_blank_is_not_zero", last={before: None}, blanks="zero", expect="not_evaluated"
    )
    return about.add("blank", "total_is_not", {cell: None}, blanks="zero", expect="not_evaluated")


def _bodies() -> About:
    cell, fees = f"{R}/received/{PERSON}", f"{D}/fees/amount_wan_yuan"
    one, none = _body("2021", "东镇"), _body("2021-zeros", "西镇")
    about = About("QUAL-SUM-OF-BODIES", "2021", cell, bodies=(one, none))
    value = about.at_base(cell)
    about.add("pass", "2021")
    about.add("pass", "2019", base="2019", bodies=(_body("2019", "东镇"),))
    about.add("pass", "three", bodies=(none, one, _body("2021-zeros", "南镇")))
    about.add("pass", "bodies_without_names", bodies=(one, *[_body("2021-zeros", None)] * 2))
    about.add("twin", "one_body_more", bodies=(one, _body("2021-zeros", "西镇", {cell: 1})))
    about.add("fail", "counted_twice", bodies=(one, _body("2021", "西镇")))
    about.add("not_evaluated", "no_bodies", bodies=())
    about.add("not_evaluated", "twice", bodies=(one, none, _body("2021-zeros", "西镇人民政府")))
    above = _body("2021-zeros", "青禾县西镇")
    about.add("not_evaluated", "twice_by_the_place_above", bodies=(one, none, above))
    about.add("not_evaluated", "the_report_itself", bodies=(one, Doc("2021-zeros")))
    for name, year in (("other_year", 2022), ("body_year_not_stated", None)):
        other = _body("2021-zeros", "西镇", {"/year": year})
        about.add("not_evaluated", name, bodies=(one, other))
    about.add("not_evaluated", "year_not_stated", {"/year": None})
    about.add("not_evaluated", "no_number", bodies=(one, _body("2021-zeros", "西镇", {cell: None})))
    lacks, row = _body("2019", "西镇", {"/year": 2023}), f"{R}/outcomes/other/residual/{PERSON}"
    about.add("not_evaluated", "row_not_on_the_form", bodies=(one, lacks), at=(row,))
    shares = [_body("2021", f"{share}镇", {fees: share}) for share in ("0.10", "0.20")]
    for name, sum_, expect in (("equal", "0.3", "pass"), ("off", "0.30000000000000004", "fail")):
        about.add("boundary", f"amounts_{name}", {fees: sum_}, bodies=tuple(shares), at=(fees,),
                  expect=expect)  # fmt: skip
    numbers = enumerate((LARGEST, LARGEST, -LARGEST))
    large = [_body("2021", f"{i}镇", {cell: n}) for i, n in numbers]
    about.add("boundary", "largest_equal", {cell: LARGEST}, bodies=tuple(large), expect="pass")
    rounds = (*large, _body("2021-zeros", "西镇", {cell: 1}))
    about.add("boundary", "doubles_round", {cell: LARGEST}, bodies=rounds, expect="fail")
    about.add("boundary", "off_by_one", {cell: value - 1}, expect="fail")
    blank = _body("2021-zeros", "西镇", {cell: None})
    return about.add("blank", "a_blank_is_not_zero", bodies=(one, blank), blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _body(base: str, name: str | None, changes: Changes | None = None) -> Doc:
    return Doc(base, {"/issuer/name": name, **(changes or {})})
