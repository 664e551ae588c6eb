"""Checking one report, beside plain hand-written sums over the same document."""

import json
from typing import Any

from govdisclosure.checking import check
from govdisclosure.codec import dumps, loads
from govdisclosure.editions import EDITION_2021
from tests.benchmarks.measuring import side_by_side, table

PARTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_institution",
    "other_organization",
)


def by_hand(document: dict[str, Any]) -> int:
    """How many of the 42 equalities of the 2021 form fail, without saying which or why."""
    requests = document["requests"]
    outcomes = requests["outcomes"]
    details = [outcomes["granted"], outcomes["partially_granted"]]
    for group in ("denied", "unavailable", "not_processed", "other"):
        details += outcomes[group].values()
    first, second, last = requests["received"], requests["carried_in"], requests["carried_out"]
    failed = 0
    for column in (*PARTS, "total"):
        total = outcomes["total"][column]
        failed += first[column] + second[column] != total + last[column]
        failed += total != sum(row[column] for row in details)
    for row in (first, second, *details, outcomes["total"], last):
        failed += row["total"] != sum(row[part] for part in PARTS)
    review = document["review_and_litigation"]
    for group in (review["reconsideration"], *review["litigation"].values()):
        failed += group["total"] != sum(v for k, v in group.items() if k != "total")
    return failed


def main() -> None:
    """Print the table."""
    text = dumps(EDITION_2021.blank(issuer="青禾县", year=2023, number=0))
    document, report = json.loads(text), loads(text)
    assert by_hand(document) == 0
    assert check(report).findings == ()
    times = side_by_side(
        {
            "json.loads": lambda: json.loads(text),
            "42 sums by hand": lambda: by_hand(document),
            "check, rules of the form": lambda: check(report, preset="form"),
            "check, all rules": lambda: check(report),
        }
    )
    print(table("one report of 2021", times))


if __name__ == "__main__":
    main()
