"""Writes every generated file again, below the folder that it is run in.

``python -m docs.generate`` writes the schemas, the rule catalogue, the types for TypeScript, the
data dictionary and, on the pages of rules, metrics and the form, what stands between their marks;
with ``--check`` it writes nothing and names those that are not what they should be; with
``--release`` it adds what is new to the lists of released schemas and names.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from docs.generate import form_pages, metrics_page, released, rules_page, schemas
from govdisclosure.analysis import data_dictionary
from govdisclosure.output.csv import dictionary_csv


def files() -> Iterator[tuple[Path, str]]:
    """Every generated file, from the top of the repository, and its text."""
    for name, text in schemas.published_files().items():
        yield Path("schemas", name), text
    # Lines end as those of the other files in the repository do.
    yield Path("docs", "dictionary.csv"), dictionary_csv(data_dictionary()).replace("\r\n", "\n")
    for name, language in rules_page.PAGES.items():
        rules, changes = rules_page.rules_text(language), rules_page.changes_text(language)
        yield _page(name, rules=rules, changes=changes)
    for name, language in metrics_page.PAGES.items():
        yield _page(name, metrics=metrics_page.metrics_text(language))
    for name, texts in form_pages.pages().items():
        yield _page(name, **texts)


def _page(name: str, **texts: str) -> tuple[Path, str]:
    """A page with what is generated between its marks; the rest is written by hand."""
    path = Path("docs", name)
    page = path.read_text("utf-8")
    for mark, text in texts.items():
        before, _, rest = page.partition(f"<!-- {mark} -->")
        after = rest.partition(f"<!-- /{mark} -->")[2]
        page = f"{before}<!-- {mark} -->\n\n{text}\n\n<!-- /{mark} -->{after}"
    return path, page


def _extend(name: str, with_new: Callable[[str], str]) -> None:
    path = Path("schemas", name)
    listing = path.read_text("utf-8") if path.exists() else ""
    path.write_text(with_new(listing), encoding="utf-8", newline="\n")


def main(arguments: Sequence[str]) -> int:
    """Write the files, check them, or release the schemas; 1 where a file is not fresh."""
    match arguments:
        case []:
            for path, text in files():
                path.write_text(text, encoding="utf-8", newline="\n")
        case ["--check"]:
            stale = [str(p) for p, t in files() if not p.exists() or p.read_text("utf-8") != t]
            print(*stale, sep="\n")
            return 1 if stale else 0
        case ["--release"]:
            texts = schemas.schema_files().values()
            _extend(schemas.RELEASED, lambda listing: schemas.with_new(listing, texts))
            _extend(released.NAMES, released.with_new_names)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
