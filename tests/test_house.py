"""The house: who may import whom, what is public, what is named. ``tests/house.py`` measures."""

import ast
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import pytest

import govdisclosure
from tests.house import (
    MAY_IMPORT,
    MODULES,
    NO_RULES,
    PACKAGE,
    REGISTRIES,
    SOURCE,
    UPWARD_DOOR,
    arrows,
    downwards,
    face,
    imports,
    room,
    storeys,
    tree,
)
from tests.support.paths import ROOT

OPTIONAL = {"hashlib", "hypothesis", "msgspec", "orjson", "rich", "shtab"}
"""What a function may import: the extras that only some functions of a module need, and hashlib,

which takes longer to load than all that a sound report is then checked for.
"""

every_module = pytest.mark.parametrize("module", sorted(MODULES))


# Rooms


def test_only_the_rooms_are_at_the_root() -> None:
    entries = {p.name.removesuffix(".py") for p in SOURCE.iterdir() if p.name != "__pycache__"}
    assert entries == {*MAY_IMPORT, "__init__", "__main__", "py.typed"}


@every_module
def test_a_room_imports_from_the_rooms_that_the_table_says(module: str) -> None:
    allowed = {*MAY_IMPORT.get(room(module), " ".join(MAY_IMPORT)).split(), room(module), ""}
    assert {target for target in downwards()[module] if room(target) not in allowed} == set()


@pytest.mark.parametrize("module", sorted(NO_RULES))
def test_what_makes_json_of_reports_never_sees_a_rule(module: str) -> None:
    assert not {target for target in arrows()[module] if room(target) == "rules"}


def test_there_is_no_circle() -> None:
    assert storeys(downwards())


@every_module
def test_other_packages_import_from_faces_only(module: str) -> None:
    """A private module is imported by its own package, and by packages inside that."""
    own = face(module)
    for target, name in imports(module):
        private = re.match(r"(.*?)(?:^|\.)_", target)
        assert private is None or f"{own}.".startswith(f"{private[1]}."), (target, name)


@every_module
def test_modules_are_imported_at_the_top(module: str) -> None:
    """Functions import the extras; registries and the one door upwards use ``import_module``."""
    late = {name for name in _late_imports(tree(module)) if name.split(".")[0] not in OPTIONAL}
    names = {n.id for n in ast.walk(tree(module)) if isinstance(n, ast.Name)}
    names |= {n.attr for n in ast.walk(tree(module)) if isinstance(n, ast.Attribute)}
    calls = names & {"import_module", "__import__"}
    assert not late
    assert not calls or module in {*REGISTRIES, UPWARD_DOOR[0]}


def _late_imports(module: ast.Module) -> Iterator[str]:
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.ImportFrom):
                    yield node.module or ""
                elif isinstance(node, ast.Import):
                    yield from (alias.name for alias in node.names)


@every_module
def test_nobody_asks_which_language_or_edition_it_is(module: str) -> None:
    """They are values; only the modules that define them know their names."""
    if room(module) == "i18n" or re.fullmatch(r"model\.edition_\d+", module):
        return
    for node in ast.walk(tree(module)):
        if isinstance(node, (ast.Compare, ast.pattern)) or _is_call_of(node, "for_year"):
            inside = [*ast.walk(node)]
            values = {n.value for n in inside if isinstance(n, ast.Constant)}
            names = {n.id for n in inside if isinstance(n, ast.Name)}
            assert not values & {"zh", "en", "2019", "2021", 2019, 2021}, ast.dump(node)
            assert not names & {"CHINESE", "ENGLISH", "EDITION_2019", "EDITION_2021"}, ast.dump(
                node
            )


@every_module
def test_no_module_but_those_of_languages_names_a_language(module: str) -> None:
    constants = {n.value for n in ast.walk(tree(module)) if isinstance(n, ast.Constant)}
    assert room(module) == "i18n" or not constants & {"zh", "en"}


STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}


@every_module
def test_text_leaves_in_one_place(module: str) -> None:
    """Streams are written to in one module; others may ask one whether it is a terminal."""
    nodes = [*ast.walk(tree(module))]
    asked = {id(n.value) for n in nodes if isinstance(n, ast.Attribute) and n.attr in ASKED}
    written = [
        ast.dump(node)
        for node in nodes
        if _is_call_of(node, "print")
        or (
            isinstance(node, ast.Attribute)
            and node.attr in STREAMS
            and isinstance(node.ctx, ast.Load)
            and id(node) not in asked
        )
    ]
    assert module == "cli.console" or written == []


ASKED = {"flush", "isatty"}

OWN_SIGNS = {
    "cli._progress": "the line that is written over",
    "cli.console": "what lets it pass",
    "i18n": "its face",
    "i18n._sanitize": "where it is defined",
    "output.github": "commands to a workflow",
    "output.terminal._rows": "colours",
}
"""The modules that may write what steers a terminal or a workflow, and what they do write."""


@every_module
def test_nobody_else_passes_text_by_the_one_place(module: str) -> None:
    names = {n.id for n in ast.walk(tree(module)) if isinstance(n, ast.Name)}
    assert module in OWN_SIGNS or "Escaped" not in names


def _is_call_of(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


@every_module
def test_no_import_is_relative(module: str) -> None:
    """All that looks for imports looks for names from the top."""
    nodes = [n for n in ast.walk(tree(module)) if isinstance(n, ast.ImportFrom)]
    assert [node.lineno for node in nodes if node.level] == []


# The program that we run in


GLOBAL = {
    *("redirect_stdout", "redirect_stderr", "catch_warnings", "simplefilter", "filterwarnings"),
    *("resetwarnings", "showwarning", "formatwarning", "captureWarnings", "basicConfig"),
    *("addHandler", "removeHandler", "addFilter", "setLevel", "setLoggerClass", "lastResort"),
    *("chdir", "fchdir", "umask", "putenv", "setlocale", "setcontext", "getcontext", "signal"),
    *("setrecursionlimit", "setswitchinterval", "set_int_max_str_digits", "setdefaulttimeout"),
    *("settrace", "setprofile", "seed", "register_error", "set_start_method", "excepthook"),
}
"""Names of what changes a whole program; who sets one of them in a thread sets it in all."""

MAY_CHANGE_THE_PROGRAM = {
    ("document.readers.pdf._sheets", "addHandler"),  # once, and it is pdfminer's that is silent
    ("files._workers", "signal"),  # Ctrl-C while a process starts: in the main thread only
    ("files._workers", "sys.stdout"),  # in a process of its own
    ("files._workers", "sys.stderr"),
    ("__main__", "signal"),
    ("cli.console", "register_error"),  # under a name of its own
    ("cli.console", "signal"),
}


@every_module
def test_nothing_that_is_global_in_a_program_is_changed(module: str) -> None:
    """The command line is a program of its own, and may point its own streams elsewhere."""
    for node in ast.walk(tree(module)):
        name = _global_name(node)
        assert name is None or (module, name) in MAY_CHANGE_THE_PROGRAM, (module, ast.dump(node))
        assigned = {ast.unparse(target) for target in _assigned(node)}
        if room(module) != "cli":
            streams = {(module, name) for name in assigned & {"sys.stdout", "sys.stderr"}}
            assert streams <= MAY_CHANGE_THE_PROGRAM
        assert not any(name.startswith("os.environ[") for name in assigned)


def _global_name(node: ast.AST) -> str | None:
    """The name of what changes a program, if a node names such."""
    if isinstance(node, ast.alias):
        return node.name if node.name in GLOBAL - {"signal"} else None
    if isinstance(node, ast.Attribute):
        return node.attr if node.attr in GLOBAL else None
    return node.id if isinstance(node, ast.Name) and node.id in GLOBAL - {"signal"} else None


def _assigned(node: ast.AST) -> Sequence[ast.AST]:
    if isinstance(node, ast.Assign | ast.Delete):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign | ast.AugAssign) else []


# Names


def test_the_public_names_are_there_and_each_has_its_home() -> None:
    names = govdisclosure.__all__
    assert {name for name in names if not hasattr(govdisclosure, name)} == set()
    homes = [name for line in govdisclosure._NAMES.values() for name in line.split()]
    assert sorted(names) == sorted(homes)
    assert {name for name in names if name in MODULES} == set()  # a module would hide it


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'process'"):
        getattr(govdisclosure, "process")  # noqa: B009


@every_module
def test_every_module_imports_and_says_what_it_is(module: str) -> None:
    path = f"{PACKAGE}.{module}" if module else PACKAGE
    assert (import_module(path).__doc__ or "").strip()


@pytest.mark.parametrize("module", [m for m in sorted(MODULES) if face(m) == m])
def test_what_a_face_lists_as_public_is_there(module: str) -> None:
    """A package that is one module of a format, like a reader, lists nothing."""
    public = import_module(f"{PACKAGE}.{module}" if module else PACKAGE)
    names = getattr(public, "__all__", ())
    assert [name for name in names if not hasattr(public, name)] == []
    assert names or module not in MAY_IMPORT or not any(imports(module))


def test_documents_and_docstrings_use_public_names_only() -> None:
    private = re.compile(rf"from {PACKAGE}\S*\._\S* import")
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    texts = {str(page): page.read_text("utf-8") for page in pages}
    for module in MODULES:
        nodes = (n for n in ast.walk(tree(module)) if isinstance(n, _DOCUMENTED))
        texts[module] = "\n".join(ast.get_docstring(node) or "" for node in nodes)
    assert {
        name: private.findall(text) for name, text in texts.items() if private.search(text)
    } == {}


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


# The repository


def test_the_top_level_holds_nothing_else() -> None:
    allowed = {
        *("pyproject.toml", "noxfile.py", "action.yml", "CITATION.cff", "LICENSE"),
        *("README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"),
        *("src", "schemas", "docs", "tests"),
    }
    built = {"dist", "build", "__pycache__"}  # ignored by git
    here = {p.name for p in ROOT.iterdir() if not p.name.startswith(".")} - built
    assert here <= allowed


@pytest.mark.parametrize(
    "page",
    [
        *("README", "docs/comparison", "docs/consumers", "docs/json", "docs/metrics"),
        *("docs/own-rules", "docs/testing", "docs/tables", "docs/automation"),
    ],
)
def test_both_languages_of_a_page_show_the_same_code(page: str) -> None:
    texts = [Path(ROOT, page + end).read_text("utf-8") for end in (".md", ".zh-CN.md")]
    blocks = [re.findall(r"```\w+\n.*?```", text, re.S) for text in texts]
    assert blocks[0] == blocks[1]
    assert len(blocks[0]) > {"docs/consumers": 10, "docs/json": 6}.get(page, 0)


def test_no_module_is_longer_than_300_lines_and_no_function_than_50() -> None:
    lengths = {m: path.read_text("utf-8").count("\n") for m, path in MODULES.items()}
    assert {module: n for module, n in lengths.items() if n > 300} == {}
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, (module, node.name)
