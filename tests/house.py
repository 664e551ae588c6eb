"""The house as it stands: ``python -m tests.house`` prints rooms, arrows and storeys."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.support.paths import ROOT

SOURCE = ROOT / "src" / "govdisclosure"
PACKAGE = "govdisclosure"

MAY_IMPORT: Mapping[str, str] = {
    "i18n": "",
    "form": "i18n",
    "findings": "form i18n",
    "errors": "findings form i18n",
    "model": "errors findings form i18n",
    "document": "errors findings i18n",
    "rules": "model errors findings form i18n",
    "codec": "rules model errors findings form i18n",
    "transcribe": "document model errors findings form i18n",
    "analysis": "transcribe codec rules document model errors findings form i18n",
    "files": "analysis transcribe codec rules document model errors findings form i18n",
    "output": "files analysis transcribe codec rules document model errors findings form i18n",
    "cli": "output files analysis transcribe codec rules document model errors findings form i18n",
    "testing": "codec rules model form",
}
"""The rooms, bottom first, and the rooms that each may import from."""

NO_RULES = {
    f"codec._{name}"
    for name in (
        *("checks", "explaining", "hooks", "quick", "reports", "shapes", "strict", "structure"),
        "unstructure",
    )
}
"""Modules of the codec that never see a rule."""

UPWARD_DOOR = ("model._notebook", "output.notebook")
"""The one import upwards: what draws a report in a notebook is imported when a notebook asks."""

REGISTRIES = {
    "": "the names at the top, imported when they are first used",
    "__main__": "the command line, once Ctrl-C is heard",
    "cli._addresses": "commands, and the formats of their output",
    "document._modules": "formats that are read and written",
    "files._sources": "documents, as against JSON",
    "codec._quick": "the two quick ways, of which a program needs one",
}
"""Where ``import_module`` may stand, and what is registered there."""


def name_of(path: Path) -> str:
    """The module of a file, below the package."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES: Mapping[str, Path] = {name_of(p): p for p in sorted(SOURCE.rglob("*.py"))}


@cache
def tree(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(MODULES[module].read_text("utf-8"))


def room(module: str) -> str:
    """The room that a module is in; "" for the package itself."""
    first = module.partition(".")[0]
    return first if first in MAY_IMPORT else ""


def face(module: str) -> str:
    """The innermost package that a module is in."""
    path = MODULES[module]
    return module if path.name == "__init__.py" else module.rpartition(".")[0]


def imports(module: str) -> Iterator[tuple[str, str]]:
    """What a module imports of the package: module and name, imports inside strings included."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == PACKAGE:
            inside = (node.module or "").partition(".")[2]
            for alias in node.names:
                submodule = f"{inside}.{alias.name}".lstrip(".")
                yield (submodule, "") if submodule in MODULES else (inside, alias.name)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield from _named(alias.name)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _named(node.value.partition(":")[0])


def _named(name: str) -> Iterator[tuple[str, str]]:
    """The module that a name from the top names, if it is one below the package."""
    inside = name.removeprefix(f"{PACKAGE}.")
    if name.startswith(f"{PACKAGE}.") and inside in MODULES:
        yield inside, ""


@cache
def arrows() -> Mapping[str, frozenset[str]]:
    """The modules that each module imports."""
    return {
        module: frozenset(target for target, _ in imports(module)) - {module} for module in MODULES
    }


def downwards() -> Mapping[str, frozenset[str]]:
    """The same without the one import upwards."""
    return {**arrows(), UPWARD_DOOR[0]: arrows()[UPWARD_DOOR[0]] - {UPWARD_DOOR[1]}}


def storeys(graph: Mapping[str, frozenset[str]]) -> Mapping[str, int]:
    """How many imports lie below each module at the most.

    Raises:
        ValueError: there is a circle; the message names it.
    """
    heights: dict[str, int] = {}

    def height(module: str, above: tuple[str, ...]) -> int:
        if module in above:
            raise ValueError(f"a circle: {' → '.join((*above[above.index(module) :], module))}")
        if module not in heights:
            below = (height(m, (*above, module)) for m in sorted(graph[module]) if m in graph)
            heights[module] = max(below, default=-1) + 1
        return heights[module]

    return {module: height(module, ()) for module in graph}


def main() -> None:
    """Print the house."""
    graph = downwards()
    heights = storeys(graph)
    for one in MAY_IMPORT:
        inside = [module for module in MODULES if room(module) == one]
        lines = sum(len(MODULES[m].read_text("utf-8").splitlines()) for m in inside)
        targets = {room(t) for m in inside for t in graph[m]} - {one, ""}
        used = " ".join(other for other in reversed([*MAY_IMPORT]) if other in targets)
        print(f"{one:11} {len(inside):3} modules {lines:6} lines → {used or '·'}")
    print(f"{max(heights.values()) + 1} storeys of {len(MODULES)} modules")


if __name__ == "__main__":
    main()
