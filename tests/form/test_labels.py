"""The vocabulary of the form: labels in both languages, money with its unit."""

from decimal import Decimal

import pytest

from govdisclosure.form import Money
from tests.support.forms import Form, every_form


@pytest.mark.parametrize(
    ("money", "yuan"),
    [
        (Money(Decimal("0.0001"), "万元"), Decimal(1)),
        (Money(Decimal("123456789012345678901234567890.1"), "亿元"), None),
        (Money(None, "元"), None),
    ],
)
def test_yuan_is_exact_or_none(money: Money, yuan: Decimal | None) -> None:
    exact = yuan or (money.value and money.value.as_tuple().digits)
    if yuan is None and money.value is not None:
        assert money.yuan is not None
        assert money.yuan.as_tuple().digits[: len(exact)] == exact  # type: ignore[arg-type]
    else:
        assert money.yuan == yuan


@every_form
def test_every_label_has_both_languages_and_a_pointer_of_its_own(form: Form) -> None:
    addresses = [address for address, _ in form.report().cells()]
    assert len(addresses) == len(set(addresses))
    for row in form.form.rows.values():
        for column in row.columns:
            for label in (*row.labels, column.label):
                assert label.zh
                assert label.en
                assert label.zh != label.en
