"""Pairs of reports of every form, for the laws of comparison, and one pair to change."""

from typing import Any

import attrs
from hypothesis import strategies as st

from govdisclosure.model import EDITION_2021, AnyReport, CellNote
from govdisclosure.testing import reports
from tests.support.forms import Form


@st.composite
def pairs(draw: st.DrawFn, form: Form) -> tuple[AnyReport, AnyReport]:
    """Two reports on one form that share some of their parts."""
    first: AnyReport = draw(reports(form.proactive_disclosure, form.requests))
    second: AnyReport = draw(reports(form.proactive_disclosure, form.requests))
    names = [field.name for field in attrs.fields(type(first))]
    common = draw(st.lists(st.sampled_from(names), unique=True))
    shared: dict[str, Any] = {name: getattr(first, name) for name in common}
    return first, attrs.evolve(second, **shared)


BEFORE = EDITION_2021.blank(issuer="青禾县", year=2022, number=0)
RECEIVED = "/requests/received/total"
FEES = "/proactive_disclosure/fees/amount_wan_yuan"
HOSTILE = '<img src=x onerror="alert(1)">\u202e\x1b[31m\nchange: 0'


def after(changes: dict[str, Any], before: AnyReport = BEFORE) -> AnyReport:
    """The report of the year after, with some changes."""
    return before.replace({"/year": 2023, **changes})


def hostile() -> AnyReport:
    """A report of the year after, with text that would act in all its places."""
    return after(
        {
            "/issuer/name": HOSTILE,
            "/title": HOSTILE,
            "/overview": (HOSTILE,),
            "/cell_notes": {RECEIVED: CellNote(printed=HOSTILE, note=HOSTILE)},
            "/extensions": {"x_a": HOSTILE},
            RECEIVED: 7,
        }
    )
