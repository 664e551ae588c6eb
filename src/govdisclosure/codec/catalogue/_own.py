"""Rules of one's own as JSON: written as in the catalogue, without what follows from them."""

from collections.abc import Iterator, Sequence

from govdisclosure.codec.catalogue._reading import data_of_catalogue, refusal, rules_of
from govdisclosure.codec.catalogue._writing import catalogue
from govdisclosure.form import Json
from govdisclosure.i18n import MESSAGES, Message, words_data
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.rules import OWN_WORDS, RULES, Rule, is_own_id, unreachable

_FEW = 5
"""So many addresses are named of those that no form has."""

_USUAL = {"tolerance": 0, "since": "1.0.0", "related": []}
"""What a rule need not say where it is as usual."""


def _message(key: str) -> Json:
    return {"key": key, **words_data(MESSAGES[key])}


_PLACEHOLDERS: dict[str, Json] = {"editions": [], "tables": {}, "message": _message("holds")}
"""What holds the place of what follows from a rule until that is found."""


LEFT_OUT = (*_USUAL, *_PLACEHOLDERS)
"""The keys that a rule of one's own need not have."""


def load_rules(text: str, editions: Sequence[AnyEdition] = EDITIONS) -> tuple[Rule, ...]:
    """Rules of one's own, from their JSON.

    An object with ``rules``, each as in the catalogue. What follows from the rules may be left
    out (``editions``, ``tables`` and all beside ``rules``), and so may a ``tolerance`` of 0,
    ``since``, ``related`` and a ``message`` that is as usual. A message in words of the rule's own
    has the key ``own_words``.

    Raises:
        CatalogueError: as for a catalogue, or an id is not written as those of one's own are, or
            a rule speaks of what no form has, or words of its own have another key.
    """
    data = data_of_catalogue(text)
    placeholders = frozenset(_complete(data, editions))
    rules = rules_of(data, editions, placeholders=placeholders, other_ids=RULES.ids)
    for i, rule in enumerate(rules):
        if not is_own_id(rule.id):
            raise refusal(f"/rules/{i}/id", Message("not_own_id", {"id": rule.id}))
        addresses = [unreachable(rule.holds, edition.form) for edition in editions]
        if all(addresses):
            nowhere = Message("catalogue_no_such_cells", {"addresses": addresses[-1][:_FEW]})
            raise refusal(f"/rules/{i}/holds", nowhere)
        message = data["rules"][i]["message"]
        if message["key"] != OWN_WORDS and message != _message(message["key"]):
            raise refusal(f"/rules/{i}/message", Message("not_own_words", {"key": OWN_WORDS}))
    return rules


def _complete(data: Json, editions: Sequence[AnyEdition]) -> Iterator[str]:
    """Put in what is left out; gives the pointers of what has yet to be found from the rules."""
    if not isinstance(data, dict):
        return
    for key, value in catalogue((), editions).items():
        if key != "rules":
            data.setdefault(key, value)
    rules = data.get("rules")
    for i, rule in enumerate(rules if isinstance(rules, list) else ()):
        if isinstance(rule, dict):
            for key, value in _USUAL.items():
                rule.setdefault(key, value)
            for key, value in _PLACEHOLDERS.items():
                if key not in rule:
                    rule[key] = value
                    yield f"/rules/{i}/{key}"
