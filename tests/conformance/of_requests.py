"""Cases of the rules of tables 3 and 4, of prose and of blanks."""

from collections.abc import Iterator

from tests.conformance.bases import LARGEST
from tests.conformance.case import About, Case
from tests.conformance.documents import period_of

R, C = "/requests", "/review_and_litigation"
PERSON, FIRM = "natural_person", "commercial_enterprise"
DASH = {"printed": "-", "note": None, "state": "dash"}
UNREADABLE = {"printed": "#", "note": None, "state": "unreadable"}
OTHER_FORMS = ("2019", "2021-with-2019", "2019-with-2021")


def cases() -> Iterator[Case]:
    """All of them, rule by rule."""
    for about in (_balance(), _outcomes(), _rows(), _requests(), _totals(), _cases()):
        yield from about.cases
    for about in (_problems(), _period(), _blanks()):
        yield from about.cases


def _everywhere(about: About) -> About:
    """A sound report passes on every form."""
    about.add("pass", "2021")
    for base in OTHER_FORMS:
        about.add("pass", base, base=base)
    return about


def _balance() -> About:
    about = _everywhere(About("STAT-REQ-BALANCE", "2021", f"{R}/received/{PERSON}"))
    received, total = about.at_base(f"{R}/received/{PERSON}"), about.at_base(f"{R}/received/total")
    more = {f"{R}/received/{PERSON}": received + 1, f"{R}/received/total": total + 1}
    rows = ("received", "carried_in", "outcomes/total", "carried_out")
    large = {f"{R}/{row}/{PERSON}": LARGEST for row in rows}
    short = large | {f"{R}/carried_out/{PERSON}": LARGEST - 1}
    at = (f"{R}/received/{PERSON}", f"{R}/received/total")
    blank = f"{R}/carried_in/{PERSON}"
    about.add("twin", "one_request_more", more, at=at)
    about.add("fail", "total_only", {f"{R}/received/total": total + 5}, at=at[1:])
    about.add("fail", "2019", {f"{R}/carried_out/{PERSON}": 0}, base="2019")
    about.add("not_evaluated", "no_number", {f"{R}/received/{PERSON}": None})
    about.add("boundary", "largest_equal", large, expect="pass")
    about.add("boundary", "largest_off_by_one", short, expect="fail")
    about.add("boundary", "off_by_one", {blank: about.at_base(blank) - 1}, expect="fail")
    about.add("blank", "part_is_zero", {blank: None}, blanks="zero", expect="fail")
    about.add("blank", "dash_is_zero", {blank: None, "/cell_notes": {blank: DASH}},
              blanks="zero", expect="fail")  # fmt: skip
    about.add("blank", "unreadable_is_not", {blank: None, "/cell_notes": {blank: UNREADABLE}},
              blanks="zero", expect="not_evaluated")  # fmt: skip
    total_blank = {f"{R}/outcomes/total/{PERSON}": None}
    for name, note in (("unreadable", UNREADABLE), ("dash", DASH)):
        about.add("boundary", f"{name}_with_a_number", {"/cell_notes": {blank: note}},
                  expect="pass")  # fmt: skip
    return about.add("blank", "total_is_not", total_blank, blanks="zero", expect="not_evaluated")


def _outcomes() -> About:
    about = _everywhere(About("STAT-REQ-OUTCOMES", "2021", f"{R}/outcomes/total/{PERSON}"))
    below = f"{R}/outcomes"
    secret = f"{below}/denied/state_secret/{PERSON}"
    row, all_ = f"{below}/granted", f"{below}/total"
    granted = {cell: about.at_base(cell) + 1 for cell in (f"{row}/{PERSON}", f"{row}/total")}
    exact = {f"{all_}/{PERSON}": LARGEST, f"{row}/{PERSON}": LARGEST - 1, secret: 1}
    rounds = {
        f"{below}/total/{PERSON}": LARGEST,
        f"{below}/granted/{PERSON}": LARGEST,
        f"{below}/partially_granted/{PERSON}": LARGEST,
        secret: 1,
        f"{below}/denied/prohibited_by_law/{PERSON}": -LARGEST,
    }
    at = (f"{below}/total/{PERSON}", f"{below}/total/total")
    about.add("twin", "one_granted_more", granted, at=at)
    about.add("fail", "total", {f"{below}/total/{FIRM}": 0}, at=(f"{below}/total/{FIRM}",))
    about.add("fail", "2019", {f"{below}/other/{PERSON}": 0}, base="2019")
    about.add("not_evaluated", "no_number", {f"{below}/granted/{PERSON}": None})
    about.add("boundary", "largest_equal", exact, base="2021-zeros", expect="pass")
    about.add("boundary", "doubles_round", rounds, base="2021-zeros", expect="fail")
    about.add("boundary", "off_by_one", {secret: about.at_base(secret) - 1}, expect="fail")
    about.add("blank", "part_is_zero", {secret: None}, base="2021-zeros", blanks="zero",
              expect="pass")  # fmt: skip
    total = {f"{below}/total/{PERSON}": None}
    return about.add("blank", "total_is_not", total, blanks="zero", expect="not_evaluated")


def _rows() -> About:
    about = _everywhere(About("STAT-REQ-ROWS", "2021", f"{R}/received/total"))
    row, old = f"{R}/received", f"{R}/carried_in"
    changes = {
        f"{row}/{PERSON}": about.at_base(f"{row}/{PERSON}") + 1,
        f"{old}/{PERSON}": about.at_base(f"{old}/{PERSON}") - 1,
    }
    exact = {f"{row}/total": LARGEST, f"{row}/{PERSON}": LARGEST - 1, f"{row}/{FIRM}": 1}
    rounds = {
        f"{row}/total": LARGEST,
        f"{row}/{PERSON}": LARGEST,
        f"{row}/{FIRM}": LARGEST,
        f"{row}/research_institution": 1,
        f"{row}/public_welfare_organization": -LARGEST,
    }
    about.add("twin", "moved_to_another_row", changes, at=(f"{row}/total", f"{old}/total"))
    about.add("fail", "total", {f"{row}/total": 99})
    about.add("fail", "2019", {f"{row}/{FIRM}": 0}, base="2019")
    about.add("not_evaluated", "no_number", {f"{row}/{PERSON}": None})
    about.add("boundary", "largest_equal", exact, base="2021-zeros", expect="pass")
    about.add("boundary", "doubles_round", rounds, base="2021-zeros", expect="fail")
    less = about.at_base(f"{row}/total") - 1
    about.add("boundary", "off_by_one", {f"{row}/total": less}, expect="fail")
    part = {f"{row}/{FIRM}": None}
    about.add("blank", "part_is_zero", part, base="2021-zeros", blanks="zero", expect="pass")
    return about.add("blank", "total_is_not", {f"{row}/total": None}, blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _requests() -> About:
    about = _everywhere(About("STAT-REQ-NONNEGATIVE", "2021", f"{R}/carried_in/{PERSON}"))
    cell = f"{R}/carried_in/{PERSON}"
    less = about.at_base(cell) + 1
    changes = {
        cell: -1,
        f"{R}/received/{PERSON}": about.at_base(f"{R}/received/{PERSON}") + less,
        f"{R}/carried_in/{FIRM}": about.at_base(f"{R}/carried_in/{FIRM}") + less,
        f"{R}/received/{FIRM}": about.at_base(f"{R}/received/{FIRM}") - less,
    }
    total = f"{R}/outcomes/total/total"
    about.add("twin", "sums_hold", changes)
    about.add("fail", "total", {total: -1}, at=(total,))
    about.add("not_evaluated", "no_number", {cell: None})
    return _signs(about, cell)


def _signs(about: About, cell: str) -> About:
    """What is just not negative, and what just is."""
    about.add("boundary", "zero", {cell: 0}, expect="pass")
    about.add("boundary", "minus_one", {cell: -1}, expect="fail")
    about.add("boundary", "smallest", {cell: -LARGEST}, expect="fail")
    about.add("boundary", "largest", {cell: LARGEST}, expect="pass")
    return about.add("blank", "states_nothing", {cell: None}, blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _totals() -> About:
    row = f"{C}/reconsideration"
    about = _everywhere(About("STAT-CASE-TOTALS", "2021", f"{row}/total"))
    upheld, direct = f"{row}/upheld", f"{C}/litigation/direct/total"
    exact = {f"{row}/total": LARGEST, upheld: LARGEST - 1, f"{row}/pending": 1}
    rounds = {
        f"{row}/total": LARGEST,
        upheld: LARGEST,
        f"{row}/corrected": LARGEST,
        f"{row}/other_result": 1,
        f"{row}/pending": -LARGEST,
    }
    about.add("twin", "one_more_upheld", {upheld: about.at_base(upheld) + 1})
    about.add("fail", "total", {direct: 0}, at=(direct,))
    about.add("not_evaluated", "no_number", {upheld: None})
    about.add("boundary", "largest_equal", exact, base="2021-zeros", expect="pass")
    about.add("boundary", "doubles_round", rounds, base="2021-zeros", expect="fail")
    about.add("boundary", "off_by_one", {upheld: about.at_base(upheld) - 1}, expect="fail")
    about.add("blank", "part_is_zero", {upheld: None}, base="2021-zeros", blanks="zero",
              expect="pass")  # fmt: skip
    return about.add("blank", "total_is_not", {f"{row}/total": None}, blanks="zero",
                     expect="not_evaluated")  # fmt: skip


def _cases() -> About:
    row = f"{C}/litigation/after_reconsideration"
    about = _everywhere(About("STAT-CASE-NONNEGATIVE", "2021", f"{row}/upheld"))
    upheld, corrected = f"{row}/upheld", f"{row}/corrected"
    more = about.at_base(corrected) + about.at_base(upheld) + 1
    about.add("twin", "sums_hold", {upheld: -1, corrected: more})
    about.add("fail", "total", {f"{row}/total": -1}, at=(f"{row}/total",))
    about.add("not_evaluated", "no_number", {upheld: None})
    return _signs(about, upheld)


def _problems() -> About:
    section = "/problems_and_improvements"
    about = _everywhere(About("STAT-PROBLEMS-STATED", "2021", section))
    about.add("twin", "only_a_heading", {section: []})
    about.add("fail", "2019", {section: []}, base="2019")
    about.add("not_evaluated", "section_absent", {section: None})
    for name, paragraphs in (
        ("none", ["无"]),
        ("none_yet", [" （暂 无）。"]),
        ("none_twice", ["1.无；", "２．没有"]),
        ("dashes", ["——", "/"]),
        ("a_radical_of_kangxi", ["\u2f46"]),
        ("na", ["Ｎ／Ａ"]),
        ("an_accent_is_no_letter", ["N\u0301/A"]),
    ):
        about.add("fail", name, {section: paragraphs})
    for name, paragraphs in (
        ("nothing_much", ["无重大问题"]),
        ("none_found", ["没有发现"]),
        ("none_and_more", ["无", "更新不及时"]),
        ("a_longer_word", ["无无"]),
        ("a_picture", ["\ufffc"]),
        ("what_nobody_can_read", ["\ue000\ue001", "无"]),
        ("a_broken_character", ["\ufffd"]),
        ("none_and_a_broken_character", ["无\ufffd"]),
        ("none_in_another_case", ["nONE"]),
    ):
        about.add("boundary", name, {section: paragraphs}, expect="pass")
    return about


def _period() -> About:
    about = _everywhere(About("DERV-PERIOD-YEAR", "2021", "/period"))
    about.add("pass", "no_period", {"/period": None})
    about.add("pass", "no_period_and_no_year", {"/period": None, "/year": None})
    about.add("twin", "last_years", {"/period": period_of(2022)})
    about.add("fail", "next_years", {"/period": period_of(2024)})
    about.add("not_evaluated", "no_year", {"/year": None})
    about.add("boundary", "begins_before", {"/period": period_of(2022, 2023)}, expect="fail")
    about.add("boundary", "both_years_wrong", {"/period": period_of(2021, 2024)}, expect="fail")
    about.add("boundary", "ends_after", {"/period": period_of(2023, 2024)}, expect="fail")
    part = {"start": "2023-12-31", "end": "2023-12-31"}
    return about.add("boundary", "a_part_of_the_year", {"/period": part}, expect="pass")


def _blanks() -> About:
    about = _everywhere(About("QUAL-BLANKS", "2021", ""))
    part, total = f"{R}/outcomes/granted/{PERSON}", f"{R}/received/total"
    money = {"/proactive_disclosure/procurement/amount/value": None}
    noted = {part: None, "/cell_notes": {part: DASH}}
    unreadable = {part: None, "/cell_notes": {part: UNREADABLE}}
    about.add("twin", "one_cell", {part: None})
    about.add("fail", "an_amount", money, base="2019")
    about.add("fail", "a_dash", noted)
    about.add("not_evaluated", "unreadable", unreadable)
    about.add("boundary", "unreadable_and_blank", unreadable | {total: None}, expect="fail")
    about.add("boundary", "all_zeros", base="2021-zeros", expect="pass")
    about.add("boundary", "unreadable_with_a_number", {"/cell_notes": {part: UNREADABLE}},
              expect="pass")  # fmt: skip
    about.add("blank", "part_is_zero", {part: None}, blanks="zero", expect="pass")
    for name, left_out in (("total", {total: None}), ("part_and_total", {part: None, total: None})):
        about.add("blank", f"{name}_is_not", left_out, blanks="zero", expect="not_evaluated")
    return about.add("blank", "unreadable_is_not", unreadable, blanks="zero",
                     expect="not_evaluated")  # fmt: skip
