from govdisclosure.findings import SourceLocation
from govdisclosure.transcribe._paragraphs import join_wrapped_lines
from govdisclosure.transcribe._tokens import Token

WRAPPED = [
    "溪口镇全年主动公开信息四百余条，其中镇网站公开二百九十七条，公众号发布一百",
    "一十五条，公开栏张贴四十次；全年收到公开申请三十件，均在规定的期限之内作了",
    "答复，没有发生行政复议和行政诉讼，也没有收取任何费用，各项工作都有专人负责",
    "落实。",
    "（一）主动公开",
    "公开了机构职能。",
]


def lines(*texts: str, step: int = 1) -> list[Token]:
    return [Token(text, SourceLocation(line=1 + n * step)) for n, text in enumerate(texts)]


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


def test_lines_that_end_at_one_edge_are_one_paragraph() -> None:
    assert texts(join_wrapped_lines(lines(*WRAPPED))) == ["".join(WRAPPED[:4]), *WRAPPED[4:]]


def test_an_empty_line_between_them_keeps_paragraphs_apart() -> None:
    assert texts(join_wrapped_lines(lines(*WRAPPED, step=2))) == WRAPPED


def test_two_long_lines_prove_no_edge() -> None:
    assert texts(join_wrapped_lines(lines(*WRAPPED[:2], WRAPPED[3]))) == [*WRAPPED[:2], WRAPPED[3]]


def test_a_full_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    ended = [line[:-1] + "。" for line in WRAPPED[:3]]
    assert texts(join_wrapped_lines(lines(*ended))) == ended


def test_an_ordinal_begins_a_paragraph() -> None:
    numbered = [
        WRAPPED[0],
        *(f"（{n}）{line}"[:37] for n, line in zip("一二", WRAPPED[1:3], strict=True)),
    ]
    assert texts(join_wrapped_lines(lines(*numbered))) == numbered


def test_where_lines_are_not_known_nothing_is_joined() -> None:
    unknown = [Token(text, SourceLocation()) for text in WRAPPED]
    assert texts(join_wrapped_lines(unknown)) == WRAPPED
