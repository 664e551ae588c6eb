"""What was released is to be had under its name for ever: ``schemas/RELEASED.names``."""

from docs.generate.released import NAMES, lost, names, with_new_names
from tests.support.paths import ROOT

LISTING = (ROOT / "schemas" / NAMES).read_text("utf-8")


def test_no_released_rule_message_or_metric_is_lost() -> None:
    """Who filters findings by an id or a key goes on to find them."""
    assert lost(LISTING) == []


def test_every_name_of_today_is_listed() -> None:
    assert with_new_names(LISTING) == LISTING
    assert {line.split()[0] for line in names()} == {"rule", "message", "metric"}


def test_a_name_that_is_gone_is_told_and_stays_on_the_list() -> None:
    gone = "rule STAT-NO-SUCH-RULE\n"
    assert lost(LISTING + gone) == [gone.strip()]
    assert gone in with_new_names(LISTING + gone)
