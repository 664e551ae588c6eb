"""What is said of a key is so in every place where its class stands."""

from typing import Annotated, Any, ClassVar

import pytest
from attrs import frozen

from govdisclosure.codec import report_shape
from govdisclosure.codec.schema._key_facts import KNOWN_NOWHERE, Facts, KeyFacts, facts_by_key
from govdisclosure.codec.schema._rule_annotations import rules_by_table
from govdisclosure.form import Label, Table
from govdisclosure.form.meanings import places
from govdisclosure.model import (
    EDITION_2019,
    EDITION_2021,
    EDITIONS,
    Report,
    TableClasses,
    edition_2019,
    edition_2021,
)
from govdisclosure.model.parts import ByApplicant, Cases, Denied, ReviewAndLitigation

PLACES = {place.id: place for place in places()}


def facts(tables: TableClasses | None) -> Facts:
    shape = report_shape(tables)
    return facts_by_key(shape, rules_by_table(shape))


HYBRID = (edition_2021.ProactiveDisclosure, edition_2019.Requests)
FORMS = {"2019": EDITION_2019.tables, "2021": EDITION_2021.tables, "hybrid": HYBRID, "any": None}
every_form = pytest.mark.parametrize("tables", FORMS.values(), ids=FORMS)


@every_form
def test_what_editions_print_alike_is_known_on_every_form(tables: TableClasses | None) -> None:
    known = facts(tables)
    for cls, key, place in (
        (ByApplicant, "natural_person", "t3-natural"),
        (Denied, "state_secret", "t3-denied-state-secret"),
        (Cases, "pending", "t4-pending"),
        (ReviewAndLitigation, "litigation", "t4-litigation"),
    ):
        assert known[cls, key].meaning == PLACES[place]
        assert known[cls, key].rules


@every_form
def test_of_a_section_is_known_what_all_its_tables_have_in_common(
    tables: TableClasses | None,
) -> None:
    report = Report if tables is None else report_shape(tables).cls
    known = facts(tables)
    meaning = known[report, "requests"].meaning
    assert meaning == PLACES["section-3"]
    assert "STAT-REQ-BALANCE" in known[report, "requests"].rules
    assert known[report, "extensions"] == KNOWN_NOWHERE


def test_what_only_one_edition_says_is_said_of_its_own_class() -> None:
    known = facts(None)
    documents = {
        edition.name: known[edition.proactive_disclosure, "normative_documents"].meaning
        for edition in EDITIONS
    }
    assert documents == {"2019": PLACES["t2-normative-2019"], "2021": PLACES["t2-normative-2021"]}


@frozen(kw_only=True)
class Borrowing(Table):
    """A table 3 with a row that is known from another table."""

    edition: ClassVar[str] = "2021"

    received: Annotated[ByApplicant, Label("新收", "Received")]
    appealed: Annotated[Cases, Label("申诉", "Appealed")]


def test_of_a_row_that_also_stands_where_nothing_is_known_of_it_nothing_is_said() -> None:
    tables: Any = (edition_2021.ProactiveDisclosure, Borrowing)
    known = facts(tables)
    assert known[Cases, "upheld"] == KeyFacts(meaning=None, rules=())
    assert known[Borrowing, "appealed"].meaning is None
    assert known[Borrowing, "received"].meaning == PLACES["t3-received"]
    assert known[ByApplicant, "natural_person"].meaning == PLACES["t3-natural"]
