"""Plain hand-written sums over a parsed document: what the rules are measured against."""

from typing import Any

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
