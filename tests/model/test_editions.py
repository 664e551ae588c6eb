"""Which edition a year prescribes, and which one a table is of."""

from govdisclosure.model import for_year, recognise


def test_the_prescribed_edition_of_a_year() -> None:
    assert [getattr(for_year(y), "name", None) for y in (2018, 2019, 2020, 2021, 2026)] == [
        None,
        "2019",
        "2019",
        "2021",
        "2021",
    ]


def test_labels_that_both_editions_print_tell_nothing() -> None:
    assert recognise("requests", []) is None
