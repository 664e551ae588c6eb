"""The house: who may import whom, what is public, what is generated, what is named."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

import govdisclosure

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "govdisclosure"

LAYERS: tuple[tuple[str, ...], ...] = (
    ("law", "pointer", "page", "generating", "visible"),
    (
        "wordings.command_line",
        "wordings.reading",
        "wordings.rules",
        "wordings.of_json",
        "wordings.comparing",
        "wordings.diagnosis",
        "wordings.review",
    ),
    ("wordings",),
    ("messages",),
    ("form",),
    ("layout",),
    ("cells", "place"),
    ("findings", "model.parts"),
    ("model.edition_2019", "model.edition_2021"),
    ("model.report",),
    ("readers.marks",),
    ("model", "readers.text", "readers.html", "readers.docx_text", "readers.xlsx_cells", "forms"),
    ("readers.docx", "readers.xlsx", "readers.markdown", "writers.drawing"),
    ("writers.text", "writers.html", "writers.docx", "writers.xlsx"),
    ("writers.markdown",),
    ("readers.pdf.meters", "readers.pdf.radicals"),
    ("readers.pdf.objects", "readers.pdf.fonts"),
    ("readers.pdf.layouts",),
    ("readers.pdf.sheets",),
    ("readers.pdf.lines",),
    ("readers.pdf.ruled",),
    ("readers.pdf.furniture",),
    ("readers.pdf",),
    ("rules.kinds", "rules.authority"),
    ("rules.addresses",),
    ("rules.binding", "rules.readings"),
    ("rules.arithmetic", "rules.wording"),
    ("rules.rule",),
    (
        "rules.profiles",
        "rules.requests",
        "rules.review_and_litigation",
        "rules.proactive_disclosure",
        "rules.narrative",
        "rules.over_time",
        "rules.hierarchy",
        "rules.screening",
    ),
    ("rules",),
    ("explaining", "attesting", "rules.totals"),
    ("editions",),
    ("json_text", "schema_files", "schema_parts", "schema_release"),
    ("diagnosis",),
    ("diagnosis.equations", "diagnosis.slips"),
    ("diagnosis.locating", "diagnosis.repairs", "diagnosis.blanks", "diagnosis.supposing"),
    ("json_shape", "diagnosis_schema", "describing"),
    ("findings_schema",),
    ("json_problems", "examples", "schema_writer", "schema_rules"),
    ("schema_drafts", "schema_reading", "schema_expected"),
    ("catalogue.nodes", "catalogue.problems"),
    ("catalogue.writing", "catalogue.expressions"),
    ("catalogue.reading",),
    ("catalogue.schema",),
    ("catalogue",),
    ("json_read",),
    ("json_checks", "json_quick"),
    ("json_write", "json_accept"),
    ("json_structs",),
    ("json_fast",),
    ("json_emit",),
    ("schema_errors",),
    ("checking", "codec", "schema", "testing", "validating"),
    ("diagnosis.proposing",),
    ("transcribe",),
    ("transcribe.words", "transcribe.numbers", "transcribe.metadata"),
    ("transcribe.vocabulary",),
    ("transcribe.prose",),
    ("transcribe.scan", "transcribe.outline", "transcribe.identity", "transcribe.repeated"),
    ("transcribe.fitting", "transcribe.reading"),
    ("transcribe.placing",),
    ("diagnosis.printed",),
    ("diagnosing",),
    ("transcribe.noticing", "transcribe.lay_out"),
    ("transcribe.assemble",),
    ("readers", "writers", "outcome", "long_table"),
    ("reviewing.look", "reviewing.prose", "reviewing.showing"),
    ("reviewing.listing",),
    ("reviewing", "notebook"),
    ("output", "ratios"),
    ("metrics", "comparing.counterparts", "comparing.charts"),
    ("comparing.changes",),
    ("comparing.comparison",),
    ("comparing",),
    ("comparing.wording",),
    ("comparing.text", "comparing.data", "comparing.html"),
    ("exports",),
    ("exports.sarif", "exports.github", "exports.cells"),
    ("rules_prose",),
    ("rules_page", "metrics_page"),
    ("cli",),
    ("cli.sources", "cli.schema", "cli.rules", "cli.explain", "cli.mending", "cli.inputs"),
    ("cli.apart", "cli.progress", "cli.rows", "cli.diff"),
    ("cli.beside", "cli.one_file", "cli.telling"),
    ("cli.tally",),
    ("cli.to_file",),
    ("cli.form", "cli.review", "cli.convert"),
    ("cli.check", "cli.read"),
    ("__main__",),
)
"""Bottom first. A module imports only from lower layers; editions and rule modules, which
share one, never import each other. The lazy package ``__init__`` imports nothing at run time."""

LEVEL = {module: level for level, modules in enumerate(LAYERS) for module in modules}


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in SOURCE.rglob("*.py") if module_of(path)}


def imports_of(path: Path) -> set[str]:
    """The modules of the package that a file imports, at top level or inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("govdisclosure"):
            inside = (node.module or "").partition(".")[2]
            names = {f"{inside}.{a.name}".lstrip(".") for a in node.names}
            found |= {name if name in MODULES else inside for name in names}
    return found - {""}


def test_every_module_has_its_layer() -> None:
    assert MODULES.keys() == LEVEL.keys()


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_go_only_downwards(module: str) -> None:
    upwards = {m for m in imports_of(MODULES[module]) if LEVEL[m] >= LEVEL[module]}
    assert upwards == set()


def test_a_format_module_never_sees_a_report() -> None:
    formats = {m for m in MODULES if re.fullmatch(r"(readers|writers)\.[\w.]+", m)}
    for module in formats:
        assert imports_of(MODULES[module]) <= {"page", "visible", *formats}


def test_a_rule_never_sees_a_page() -> None:
    for module, path in MODULES.items():
        if module.startswith("rules"):
            assert not {m for m in imports_of(path) if m == "page" or "transcribe" in m}


def test_every_public_name_is_there_and_the_list_is_sorted_and_short() -> None:
    names = govdisclosure.__all__
    assert len(names) < 30
    assert {name for name in names if not hasattr(govdisclosure, name)} == set()
    assert set(names) == set(govdisclosure._HOMES)


def test_a_public_name_is_no_module() -> None:
    """A submodule called ``check`` would hide the function as soon as it is imported."""
    hidden = {name for name in govdisclosure.__all__ if name in MODULES}
    assert hidden == set()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'process'"):
        govdisclosure.process  # noqa: B018


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_module_imports_and_says_what_it_is(module: str) -> None:
    assert (import_module(f"govdisclosure.{module}").__doc__ or "").strip()


def test_nobody_asks_for_an_edition_by_its_year() -> None:
    asking = re.compile(r"edition\b[^\n]*[=!]=\s*[\"']20\d\d|for_year\(20")
    guilty = {m for m, path in MODULES.items() if asking.search(_code(path))}
    assert guilty <= {"editions"}


def _code(path: Path) -> str:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = ""
    return ast.unparse(tree)


def test_the_top_level_holds_nothing_else() -> None:
    allowed = {
        "pyproject.toml",
        "README.md",
        "README.zh-CN.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CITATION.cff",
        "LICENSE",
        "action.yml",
        "noxfile.py",
        "src",
        "schemas",
        "docs",
        "tests",
    }
    made = {"dist", "build"}  # by a build; ignored by git
    here = {p.name for p in ROOT.iterdir() if not p.name.startswith(".")} - made
    assert here <= allowed


def test_both_readmes_show_the_same_commands() -> None:
    blocks = [
        re.findall(r"```(?:sh|python)\n(.*?)```", (ROOT / name).read_text("utf-8"), re.S)
        for name in ("README.md", "README.zh-CN.md")
    ]
    assert blocks[0] == blocks[1] != []


@pytest.mark.parametrize("page", ["comparison", "metrics"])
def test_both_languages_of_a_page_show_the_same_code(page: str) -> None:
    pages = [(ROOT / "docs" / f"{page}{end}").read_text("utf-8") for end in (".md", ".zh-CN.md")]
    blocks = [re.findall(r"```\w+\n.*?```", text, re.S) for text in pages]
    assert blocks[0] == blocks[1] != []


def test_both_pages_about_json_show_the_same_code() -> None:
    pages = [(ROOT / "docs" / name).read_text("utf-8") for name in ("json.md", "json.zh-CN.md")]
    blocks = [re.findall(r"```\w+\n.*?```", page, re.S) for page in pages]
    assert blocks[0] == blocks[1]
    assert len(blocks[0]) > 9


def test_no_message_is_said_under_the_key_of_another() -> None:
    from govdisclosure import wordings

    parts = [words for name, words in vars(wordings).items() if name.isupper()]
    parts.remove(wordings.MESSAGES)
    assert sum(map(len, parts)) == len(wordings.MESSAGES)
