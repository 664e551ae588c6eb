"""The one door upwards: what draws things for notebooks stands above all that it draws."""

from importlib import import_module


class NotebookView:
    """Base of what a notebook shows as a table; drawing is imported when a notebook asks."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(import_module("govdisclosure.output.notebook").html(self))
