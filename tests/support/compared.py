"""Pairs of reports of every form, for the laws of comparison."""

from typing import Any

import attrs
from hypothesis import strategies as st

from govdisclosure.model import AnyReport
from govdisclosure.testing import reports
from tests.support.forms import Form


@st.composite
def pairs(draw: st.DrawFn, form: Form) -> tuple[AnyReport, AnyReport]:
    """Two reports on one form that share some of their parts."""
    first: AnyReport = draw(reports(form.proactive_disclosure, form.requests))
    second: AnyReport = draw(reports(form.proactive_disclosure, form.requests))
    names = [field.name for field in attrs.fields(type(first))]
    kept = draw(st.lists(st.sampled_from(names), unique=True))
    shared: dict[str, Any] = {name: getattr(first, name) for name in kept}
    return first, attrs.evolve(second, **shared)
