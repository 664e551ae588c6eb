"""JSON Pointer, RFC 6901: every token comes back as it went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.form import join, pointer, tokens
from tests.support.forms import some

ANY_TOKENS = st.lists(st.text("a/~01é")).map(tuple)


@some(100)
@given(ANY_TOKENS)
def test_the_tokens_of_a_pointer_are_those_that_it_was_made_of(path: tuple[str, ...]) -> None:
    assert tokens(pointer(*path)) == path


@some(100)
@given(ANY_TOKENS, ANY_TOKENS)
def test_a_pointer_below_another_has_the_tokens_of_both(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    assert join(pointer(*above), below) == pointer(*above, *below)


def test_what_does_not_start_with_a_slash_is_no_pointer() -> None:
    with pytest.raises(ValueError, match="not a JSON Pointer"):
        tokens("requests/received")
