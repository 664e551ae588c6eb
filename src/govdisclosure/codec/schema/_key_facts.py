"""What is known of each key of a report: what it means, and which rules hold there.

A row class is one definition however many rows it is: said of its keys is what is so in every
place where the class stands, on the form of every edition that the schema takes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from govdisclosure.codec._shapes import Object, Shape, TaggedUnion
from govdisclosure.codec.schema._rule_annotations import Rules
from govdisclosure.form import Table, join
from govdisclosure.form.meanings import Place, places_at


@frozen(kw_only=True)
class KeyFacts:
    """What is known of a key; ``rules`` are ids."""

    meaning: Place | None = None
    rules: tuple[str, ...] = ()


KNOWN_NOWHERE = KeyFacts()

Facts: TypeAlias = Mapping[tuple[type, str], KeyFacts]
"""By the class of an object, and a key in it."""


def facts_by_key(report: Object, rules: Mapping[type, Rules]) -> Facts:
    """What is known of each key of a report, from the rules at the cells of its tables.

    >>> from govdisclosure.codec import report_shape
    >>> from govdisclosure.model.parts import Cases, ReviewAndLitigation
    >>> rules = {ReviewAndLitigation: {"/reconsideration/total": ["STAT-CASE-TOTALS"]}}
    >>> facts = facts_by_key(report_shape(), rules)
    >>> facts[ReviewAndLitigation, "reconsideration"].rules
    ('STAT-CASE-TOTALS',)
    >>> facts[Cases, "total"].meaning.id, facts[Cases, "total"].rules  # not so of lawsuits
    ('t4-total', ())
    """
    facts: dict[tuple[type, str], KeyFacts] = {}
    unions = (field.shape for field in report.fields.values())
    editions = {edition for union in unions for edition in _branches(union) if edition}
    for cls, key, here in _keys(report, "", sorted(editions), rules, {}):
        facts[cls, key] = _in_common(facts.get((cls, key), here), here)
    return facts


def _in_common(some: KeyFacts, others: KeyFacts) -> KeyFacts:
    return KeyFacts(
        meaning=some.meaning if some.meaning is others.meaning else None,
        rules=tuple(rule for rule in some.rules if rule in others.rules),
    )


def _branches(shape: Shape) -> Mapping[str, Shape]:
    """A table by its edition, "" where all print it alike."""
    return shape.branches if isinstance(shape, TaggedUnion) else {"": shape}


def _keys(
    parent: Object,
    address: str,
    editions: Sequence[str],
    tables: Mapping[type, Rules],
    rules: Rules,
) -> Iterator[tuple[type, str, KeyFacts]]:
    """Every key at and below an object, in each place: its class, its name, what is known there.

    ``rules`` are those of the table that the object stands in, by pointers from the top.
    """
    for name, field in parent.fields.items():
        below = join(address, [name])
        for edition, shape in _branches(field.shape).items():
            names, below_rules = ([edition] if edition else editions), rules
            if isinstance(shape, Object) and issubclass(shape.cls, Table):
                below_rules = {below + cell: ids for cell, ids in tables.get(shape.cls, {}).items()}
            facts = KeyFacts(meaning=_meaning(below, names), rules=_rules_at(below, below_rules))
            yield parent.cls, name, facts
            if isinstance(shape, Object):
                yield from _keys(shape, below, names, tables, below_rules)


def _meaning(address: str, editions: Sequence[str]) -> Place | None:
    """What a pointer means on the form of every one of some editions.

    What is said of a band is said of several rows, and a note is of one edition.
    """
    for place in places_at(address, editions[0]):
        if place.is_at(address) and place.kind not in ("band", "note"):
            return place if {*editions} <= {*place.editions} else None
    return None


def _rules_at(address: str, rules: Rules) -> tuple[str, ...]:
    """The rules that ask some cell at or below a pointer."""
    inside = (ids for cell, ids in rules.items() if f"{cell}/".startswith(f"{address}/"))
    return tuple(dict.fromkeys(rule for ids in inside for rule in ids))
