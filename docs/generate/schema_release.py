"""Which schemas are released: the hash of each by its ``$id``. A released one never changes.

``schemas/RELEASED.sha256`` has a line for each, a SHA-256 and an ``$id``. A schema that
has to change gets a new version, and with it a new ``$id`` and a line of its own.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256

RELEASED = "RELEASED.sha256"


def hashes(listed: str) -> Mapping[str, str]:
    """The hash of each released schema, by its ``$id``.

    >>> hashes("00ff  urn:govdisclosure:schema:report:1.0.0\\n")
    {'urn:govdisclosure:schema:report:1.0.0': '00ff'}
    """
    pairs = (line.split() for line in listed.splitlines() if line and not line.startswith("#"))
    return {name: digest for digest, name in pairs}


def changed(listed: str, texts: Iterable[str]) -> list[str]:
    """The ``$id`` of every schema that is not what was released under its ``$id``."""
    known = hashes(listed)
    return [name for name, digest in _hashed(texts).items() if known.get(name, digest) != digest]


def with_new(listed: str, texts: Iterable[str]) -> str:
    """The list with a line for each schema whose ``$id`` is not in it yet.

    Raises:
        ValueError: a released schema would change; it needs a new version.
    """
    made = list(texts)
    if wrong := changed(listed, made):
        raise ValueError(f"released, and changed since: {', '.join(wrong)}")
    known = hashes(listed)
    lines = (f"{digest}  {name}\n" for name, digest in _hashed(made).items() if name not in known)
    return listed + "".join(lines)


def _hashed(texts: Iterable[str]) -> Mapping[str, str]:
    return {json.loads(text)["$id"]: sha256(text.encode()).hexdigest() for text in texts}
