"""Explained deviations: what is explained, refused, stale; what a file of them must be."""

import pytest

from govdisclosure.errors import SuppressionsError
from govdisclosure.i18n import CHINESE, ENGLISH, MESSAGES
from govdisclosure.rules import Suppression, check, load_suppressions, suppress
from tests.support import cases

BLANKS = check(cases.H).findings[0]
TOTAL = check(cases.A).findings[0]


def suppression(rule_id: str, fingerprint: str) -> Suppression:
    return Suppression(
        rule_id=rule_id,
        fingerprint=fingerprint,
        justification="因故",
        who="办公室",
        date="2024-01-20",
    )


def entry(**changes: str) -> str:
    """An entry of a file; what is changed is TOML, and "" leaves the key out."""
    values = {
        "rule": '"QUAL-BLANKS"',
        "fingerprint": f'"{BLANKS.fingerprint}"',
        "justification": '"因故"',
        "who": '"办公室"',
        "date": "2024-01-20",
        **changes,
    }
    lines = [f"{key} = {value}" for key, value in values.items() if value]
    return "\n".join(["[[suppression]]", *lines, ""])


def test_a_quality_finding_is_explained() -> None:
    one = suppression(BLANKS.rule_id, BLANKS.fingerprint)
    result = suppress([BLANKS], [one])
    assert result.explained == {BLANKS.fingerprint: one}
    assert result.messages == ()


@pytest.mark.parametrize("findings", [[TOTAL], []])
def test_what_the_form_asks_for_cannot_be_explained_away(findings: list[object]) -> None:
    one = suppression(TOTAL.rule_id, TOTAL.fingerprint)
    result = suppress([TOTAL] if findings else [], [one])
    assert (result.explained, result.refused, result.stale) == ({}, (one,), ())
    assert [message.key for message in result.messages] == ["attested_refused"]


@pytest.mark.parametrize("fingerprint", ["0" * 16, TOTAL.fingerprint])
def test_one_of_no_finding_is_stale(fingerprint: str) -> None:
    one = suppression("QUAL-BLANKS", fingerprint)
    result = suppress([BLANKS, TOTAL], [one])
    assert (result.explained, result.refused, result.stale) == ({}, (), (one,))
    assert [message.key for message in result.messages] == ["attested_stale"]


def test_a_file_is_read() -> None:
    other = entry(fingerprint='"00112233445566ff"', date='"2024-01-20"')
    assert load_suppressions(entry() + other) == (
        suppression("QUAL-BLANKS", BLANKS.fingerprint),
        suppression("QUAL-BLANKS", "00112233445566ff"),
    )


def test_a_file_may_have_no_entries() -> None:
    assert load_suppressions("suppression = []") == ()


@pytest.mark.parametrize(
    ("text", "key", "why"),
    [
        ("[[suppression", "attested_not_toml", None),
        ("", "attested_no_list", None),
        ("suppression = 1", "attested_no_list", None),
        ("colour = 1\n" + entry(), "attested_no_list", None),
        ("x" * 1_000_001, "attested_too_large", None),
        ("suppression = [1]", "attested_wrong", "attested_keys"),
        (entry(who=""), "attested_wrong", "attested_keys"),
        (entry(colour="1"), "attested_wrong", "attested_keys"),
        (entry(justification='" "'), "attested_wrong", "attested_words"),
        (entry(who="1"), "attested_wrong", "attested_words"),
        (entry(rule='"NO-SUCH-RULE"'), "attested_wrong", "attested_rule"),
        (entry(fingerprint='"0011"'), "attested_wrong", "attested_fingerprint"),
        (entry(date='"soon"'), "attested_wrong", "attested_date"),
        (entry(date="2024-01-20T10:00:00"), "attested_wrong", "attested_date"),
        (entry(date="20240120"), "attested_wrong", "attested_date"),
        (entry() + entry(), "attested_wrong", "attested_twice"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(text: str, key: str, why: str | None) -> None:
    with pytest.raises(SuppressionsError) as caught:
        load_suppressions(text)
    reason = caught.value.message
    assert reason.key == key in MESSAGES
    assert (reason.params["why"].key if why else None) == why
    assert str(caught.value) == f"{reason.render(CHINESE)} {reason.render(ENGLISH)}"
