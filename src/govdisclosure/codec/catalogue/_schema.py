"""JSON Schema of the rule catalogue (draft 2020-12)."""

import inspect
import re
from collections.abc import Iterable

from govdisclosure.codec._records import Record
from govdisclosure.codec._shapes import Array, Shape
from govdisclosure.codec.catalogue import _records as records
from govdisclosure.codec.catalogue._nodes import GROUPS, KINDS, Coefficient, Node, kind_name, slots
from govdisclosure.codec.catalogue._own import LEFT_OUT
from govdisclosure.codec.schema import ID_PREFIX, Schema, Writer, object_of, record_schema, ref


def catalogue_schema() -> Schema:
    """The JSON Schema of ``rules.json``.

    What a schema cannot say (ids known and unique, no free variable, bounded size) is left
    to ``load_catalogue``. A node has one key, so that no branch is chosen by trying them all.

    >>> catalogue_schema()["$id"]
    'urn:govdisclosure:schema:rules:1.0.0'
    """
    title, writer = "政府信息公开工作年度报告规则目录", _Writer()
    schema = record_schema(
        Record(records.CatalogueData), "rules", records.SCHEMA_VERSION, title, writer=writer
    )
    schema["properties"] = {"$schema": {"type": "string"}, **schema["properties"]}
    schema["$defs"] |= {name: _group(writer, kinds) for name, kinds in GROUPS.items()}
    return schema


def own_rules_schema() -> Schema:
    """The JSON Schema of a file of rules of one's own, as ``check --rules`` takes it.

    That of the catalogue, with what may be left out. Their ids and what they speak of is left
    to ``load_rules``.

    >>> own_rules_schema()["required"]
    ['rules']
    """
    schema = catalogue_schema()
    rule = schema["$defs"]["RuleData"]
    rule["required"] = [key for key in rule["required"] if key not in LEFT_OUT]
    return schema | {
        "$id": f"{ID_PREFIX}:own-rules:{records.SCHEMA_VERSION}",
        "title": "自有规则 OwnRules",
        "description": "Rules of one's own, in the format of the catalogue of rules.",
        "required": ["rules"],
    }


class _Writer(Writer):
    """Knows how many rules there may be, and nodes of expressions, too."""

    def schema(self, shape: Shape) -> Schema:
        """The schema of one shape; definitions that it needs are added."""
        match shape:
            case Array() if shape.of in (Record(records.RuleData), records.RULE_ID_SHAPE):
                return {**super().schema(shape), "maxItems": records.MOST_RULES}
            case Coefficient():
                return {**super().schema(shape), "not": {"const": 0}}
            case Node():
                return ref(shape.group)
            case _:
                return super().schema(shape)


def _group(writer: Writer, kinds: Iterable[type]) -> Schema:
    """An object with one key, which names a kind."""
    return {
        "type": "object",
        "properties": {kind_name(kind): _kind(writer, kind) for kind in kinds},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }


def _kind(writer: Writer, kind: type) -> Schema:
    fields = {name: writer.schema(shape) for name, shape in slots(kind).items()}
    body = object_of(**fields) if len(fields) > 1 else next(iter(fields.values()))
    return {"description": _words_of(kind), **body}


def _words_of(kind: type) -> str:
    """What a kind's docstring says in plain words, without its examples.

    >>> from govdisclosure.rules.engine.expressions import Details
    >>> _words_of(Details)
    'As "lines", without total rows: what a total row is the sum of.'
    """
    text = inspect.getdoc(kind) or ""
    said = " ".join(" ".join(p.split()) for p in text.split("\n\n") if not p.startswith(">>>"))
    named = re.sub(":class:`([A-Za-z]+)`", lambda match: f'"{_NAMES[match[1]]}"', said)
    return re.sub('``"*(.*?)"*``', r'"\1"', named)


_NAMES = {kind.__name__: kind_name(kind) for kind in KINDS}
