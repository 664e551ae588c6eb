"""``Any`` stands only where JSON comes in, or what a library of others hands out.

The list is the whole: a module that is not in it says of all that it takes what it is.
"""

import ast

import pytest

from tests.house import MODULES, tree

JSON = "JSON before it has been looked at, or what a hand-built report holds"
ATTRS = "attrs and cattrs: classes and values that only their fields describe"

LEFT = {
    "analysis.comparison._changes": JSON,
    "cli._addresses": "importlib: what stands at an address",
    "cli._formats": "importlib: what stands at an address",
    "codec._checks": JSON,
    "codec._hooks": ATTRS,
    "codec._problems": JSON,
    "codec._quick": JSON,
    "codec._shapes": JSON,
    "codec._strict": "msgspec: Structs and what is decoded into them",
    "codec._strict_json": JSON,
    "codec._structure": JSON,
    "codec._unstructure": JSON,
    "codec.catalogue._nodes": ATTRS,
    "codec.catalogue._reading": ATTRS,
    "codec.converter": ATTRS,
    "codec.schema._draft07": JSON,
    "codec.schema._expected": JSON,
    "codec.schema._foreign": "jsonschema and referencing: errors, validators, resolvers",
    "codec.schema._generate": JSON,
    "codec.validation": JSON,
    "document.readers.pdf._layouts": "pdfminer: objects of a page",
    "document.readers.pdf._objects": "pdfminer: objects of a page",
    "document.writers.docx": "python-docx: elements without types",
    "document.writers.xlsx": "xlsxwriter: formats of cells",
    "files._workers": "multiprocessing: what is pickled from process to process",
    "form._access": JSON,
    "form._form": JSON,
    "form._layout": ATTRS,
    "form._location": ATTRS,
    "form._types": JSON,
    "form._values": ATTRS,
    "i18n._message": "what a message is told of: anything that can be printed",
    "model._editions": ATTRS,
    "model._report": JSON,
    "output.comparison._phrasing": JSON,
    "rules._toml": "tomllib: the data of a file before it has been looked at",
    "rules.engine._arithmetic": ATTRS,
    "rules.engine._cell_values": JSON,
    "rules.engine._printed": "exec: the function that was printed",
    "testing": "hypothesis: what is drawn",
    "transcribe._assemble": ATTRS,
}
"""The modules in which ``Any`` stands, and of what it is said."""

MOST = 213
"""How often in all; to be lowered when some go."""


def count(module: str) -> int:
    return sum(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(tree(module)))


COUNTS = {module: count(module) for module in MODULES if count(module)}


def test_any_stands_where_the_list_says() -> None:
    assert sorted(COUNTS) == sorted(LEFT)


def test_there_are_no_more_of_it_than_there_were() -> None:
    assert sum(COUNTS.values()) <= MOST


@pytest.mark.parametrize("module", sorted(MODULES))
def test_nobody_catches_whatever_may_be_raised(module: str) -> None:
    """What is ours is a crash, and what is others' has a name."""
    handlers = [node for node in ast.walk(tree(module)) if isinstance(node, ast.ExceptHandler)]
    names = {n.id for h in handlers if h.type for n in ast.walk(h.type) if isinstance(n, ast.Name)}
    assert not names & {"Exception", "BaseException"}
    assert all(handler.type for handler in handlers)
