"""The checks that generated functions make on the way, those that read and those that write."""

from collections.abc import Sequence

from govdisclosure.codec._shapes import COUNT, String, matcher
from govdisclosure.form import Code

_WHOLE = frozenset({int})


def check_counts(code: Code, counts: Sequence[str], *, nulls: bool = False) -> None:
    """Write a check of some variables: whole numbers or nothing, none out of range.

    With ``nulls`` those without a number are set to the word ``null`` on the way.
    """
    if not counts:
        return
    least, most = COUNT.minimum, COUNT.maximum
    usual = " and ".join(f"type({n}) is int and {least} <= {n} <= {most}" for n in counts)
    variables = f"({', '.join(counts)},)"
    with code.block(f"if not ({usual}):"):  # some have no number, or are wrong
        code.names["WHOLE"] = _WHOLE
        code.line(f"counts = {variables}")
        if nulls:
            code.line(f"{variables} = ['null' if n is None else n for n in counts]")
        code.line("counts = [n for n in counts if n is not None]")
        code.refuse_if("not WHOLE.issuperset(map(type, counts))")
        code.refuse_if(f"counts and not {least} <= min(counts) <= max(counts) <= {most}")


def check_text(code: Code, shape: String, value: str) -> None:
    """Write a check of a string, and put it among the ``texts`` that wait for another."""
    if shape.max_length is not None:
        code.refuse_if(f"len({value}) > {shape.max_length}")
    if shape.pattern:
        code.refuse_if(f"{code.constant(matcher(shape), 'match')}({value}) is None")
    code.line(f"texts.append({value})")


def check_texts(code: Code) -> None:
    """Write what is checked of all texts at once, joined as ``strings``."""
    code.line('strings = "".join(texts)')
    # A lone surrogate cannot be encoded: that raises.
    code.line("strings.isascii() or strings.encode()")
