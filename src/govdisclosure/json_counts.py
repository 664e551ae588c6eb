"""What the generated functions that read and that write have in common: how counts are checked."""

from collections.abc import Sequence

from govdisclosure.generating import Code
from govdisclosure.json_shape import COUNT

_WHOLE = frozenset({int})


def check_counts(code: Code, counts: Sequence[str], *, nulls: bool = False) -> None:
    """Write a check of all counts at once: whole numbers or nothing, none out of range.

    ``counts`` are variables, or starred tuples of them. With ``nulls`` the variables
    without a number are set to the word ``null`` on the way.
    """
    if not counts:
        return
    variables = f"({', '.join(counts)},)"
    code.names.update(WHOLE=_WHOLE, NO_NUMBER=type(None))
    code.line(f"counts = {variables}")
    code.line("kinds = set(map(type, counts))")
    with code.block("if NO_NUMBER in kinds:"):
        if nulls:
            code.line(f"{variables} = ['null' if n is None else n for n in counts]")
        code.line("counts = [n for n in counts if n is not None]")
        code.line("kinds.remove(NO_NUMBER)")
    code.refuse_if("not kinds <= WHOLE")
    least, most = COUNT.least, COUNT.most
    code.refuse_if(f"counts and not {least} <= min(counts) <= max(counts) <= {most}")
