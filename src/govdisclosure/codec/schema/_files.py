"""The published schema files, as they come with the package. Imports next to nothing."""

import os

ID_PREFIX = "urn:govdisclosure:schema"
"""Every ``$id`` starts with this. No host is owned: an id is a name, not an address."""

SUFFIX = ".schema.json"


def schema_names() -> tuple[str, ...]:
    """The names that :func:`schema_text` knows.

    >>> schema_names()  # doctest: +NORMALIZE_WHITESPACE
    ('comparison', 'findings', 'metrics', 'own-rules', 'reading', 'report', 'report-2019',
     'report-2021', 'report.draft-07', 'rules', 'statutory-2019', 'statutory-2021')
    """
    names = (name for name in os.listdir(_folder()) if name.endswith(SUFFIX))
    return tuple(sorted(name.removesuffix(SUFFIX) for name in names))


def schema_text(name: str = "report") -> str:
    """The text of a JSON Schema (draft 2020-12), byte for byte as published.

    >>> schema_text("report-2021").splitlines()[2].strip()
    '"$id": "urn:govdisclosure:schema:report-2021:1.0.0",'

    Raises:
        KeyError: there is no schema of that name.
    """
    if name not in schema_names():
        raise KeyError(f"no schema {name!r}; there are {', '.join(schema_names())}")
    return _text(name + SUFFIX)


def catalogue_file() -> str:
    """The text of the rule catalogue, ``rules.json``, byte for byte as published."""
    return _text("rules.json")


def _text(name: str) -> str:
    with open(os.path.join(_folder(), name), encoding="utf-8", newline="") as file:
        return file.read()


def _folder() -> str:
    package = os.path.join(os.path.dirname(__file__), "..", "..")
    packaged = os.path.join(package, "schemas")
    # In a source checkout they stand at the top, and only the wheel has a copy inside.
    return packaged if os.path.isdir(packaged) else os.path.join(package, "..", "..", "schemas")
