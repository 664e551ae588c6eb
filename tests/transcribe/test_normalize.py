from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.form import form_rows
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.transcribe._normalize import key, likeness, numbering


@pytest.mark.parametrize(
    ("text", "on_the_form"),
    [
        ("3.危及“三安全一稳定”", '3、危及"三安全一稳定"'),
        ("（二）部分公开", "(二) 部分 公开"),
        ("本年增/减", "本年 增／减"),
        ("行政強制", "行政强制"),
        ("第二十條第(一)項", "第二十条第（一）项"),
        ("法律服\n务机构", "法律服务机构"),
    ],
)
def test_width_space_quotes_and_script_do_not_matter(text: str, on_the_form: str) -> None:
    assert key(text) == key(on_the_form)


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("一、总体情况", "一"),
        ("（七）总计", "七"),
        ("(7)总计", "7"),
        ("1.重复申请", "1"),
        ("2、重复申请", "2"),
        ("10.4万元", ""),
        ("总计", ""),
        ("第二十条第（一）项", ""),
    ],
)
def test_the_ordinal_of_a_label_is_told_from_a_number(text: str, ordinal: str) -> None:
    assert numbering(text) == ordinal


def test_a_misprint_is_alike_and_another_label_is_not() -> None:
    label_key = key("2.其他法律行政法规禁止公开")
    assert likeness(key("2.其他法律行政止公开"), label_key) >= 0.7
    assert likeness(key("4.保护第三方合法权益"), label_key) == 0.0


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: e.name)
def test_no_two_rows_of_a_table_share_a_key(edition: AnyEdition) -> None:
    """The row reader finds a row by the key of its last label alone."""
    both: tuple[Any, ...] = (edition.proactive_disclosure, edition.requests)
    for table in both:
        keys = [key(row.labels[-1].zh) for row in form_rows(table)]
        assert len(keys) == len(set(keys))


WORDS = st.text("甲乙丙丁", max_size=14)


@given(WORDS, WORDS)
def test_likeness_is_edit_distance_by_the_plain_table(a: str, b: str) -> None:
    longer = max(len(a), len(b), 1)
    alike = 1 - plain_distance(a, b) / longer
    assert likeness(a, b) == (alike if (a or b) and alike >= 0.6 else 0.0)


def plain_distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]
