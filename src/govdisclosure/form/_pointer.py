"""JSON Pointer (RFC 6901): the one way in which this package addresses anything."""

from collections.abc import Iterable


def pointer(*tokens: str | int) -> str:
    """Join reference tokens; no token gives the root, ``""``.

    >>> pointer("requests", "received", "total")
    '/requests/received/total'
    >>> pointer("extensions", "x_a/b~c", 0)
    '/extensions/x_a~1b~0c/0'
    """
    return "".join("/" + str(t).replace("~", "~0").replace("/", "~1") for t in tokens)


def tokens(address: str) -> tuple[str, ...]:
    """Split a pointer again; the inverse of :func:`pointer`.

    >>> tokens("/extensions/x_a~1b~0c")
    ('extensions', 'x_a/b~c')
    """
    if not address:
        return ()
    if not address.startswith("/"):
        raise ValueError(f"not a JSON Pointer (it must start with '/'): {address!r}")
    return tuple(t.replace("~1", "/").replace("~0", "~") for t in address[1:].split("/"))


def join(parent: str, parts: Iterable[str | int]) -> str:
    """A pointer below another pointer.

    >>> join("/requests", ["received"])
    '/requests/received'
    """
    return parent + pointer(*parts)
