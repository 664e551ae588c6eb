"""Which names are of one body: last year's report may name it otherwise, another body's may not."""

import pytest

from govdisclosure.model import bare_name, same_body

SAME = [
    ("青禾县溪口镇", "青禾县溪口镇人民政府"),
    ("青禾县溪口镇", "溪口镇人民政府"),
    ("青禾县溪口镇", "巴中市青禾县溪口镇政府"),
    ("青禾县人民政府", "青禾县"),
    ("青禾县（溪口镇）", "青禾县(溪口镇)"),
    ("青禾县  溪口镇", "青禾县\u3000溪口镇\u200b"),
    ("青禾区溪口街道", "青禾区人民政府溪口街道办事处"),
    ("青禾县教育局", "教育局"),
    ("Ｘ市第１局", "X市第1局"),
    ("人民政府", "青禾县"),  # which one is not said
]

OTHERS = [
    ("青禾县", "青禾县溪口镇"),
    ("青禾县溪口镇", "白水县溪口镇"),
    ("青禾市", "青禾县"),
    ("青禾县人民政府", "青禾县人民政府办公室"),
    ("青禾县教育局", "青禾县教育体育局"),
    ("江东区人民政府", "东区人民政府"),
    ("青禾县第一中学", "青禾县第二中学"),
    ("青禾县第1中学", "青禾县第2中学"),
    ("溪口镇", "东溪口镇"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_may_be_of_one_body(one: str, other: str) -> None:
    assert same_body(one, other)
    assert same_body(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_names_of_different_bodies(one: str, other: str) -> None:
    assert not same_body(one, other)
    assert not same_body(other, one)


@pytest.mark.parametrize("name", sorted({name for pair in (*SAME, *OTHERS) for name in pair}))
def test_a_bare_name_is_bare_already(name: str) -> None:
    assert bare_name(bare_name(name)) == bare_name(name)
    assert same_body(name, name)
