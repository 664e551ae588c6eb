"""The pages of rules in the documentation, written from the rules."""

from collections.abc import Iterator

from docs.generate.rules_prose import INTRO, NOT_ASSERTED, READING, TITLE
from govdisclosure.i18n import Message, Text
from govdisclosure.rules import (
    AUTHORITIES,
    PRESETS,
    RULES,
    Rule,
    Scope,
    asked,
    editions_of,
    examples,
    preset_of,
    spelled,
)

PAGES = {"rules.md": "en", "rules.zh-CN.md": "zh"}
"""The file of each language."""

_OTHER = {"en": "[中文](rules.zh-CN.md)", "zh": "[English](rules.md)"}

_HEADS = {
    "zh": ("预设", "编号", "规则", "等级", "依据", "版本"),
    "en": ("preset", "id", "rule", "severity", "authority", "editions"),
}
_AUTHORITY = Text("依据", "Authority")
_SEVERITY = Text("等级", "Severity")
_FORMULA = Text("{editions} 年版", "Form of {editions}")
_GOOD = Text("相符", "Holds")
_BAD = Text("不符", "Does not hold")
_RELATED = Text("相关", "Related")
_NEEDS = {
    Scope.YEARS: Text(
        "需要上一年的报告（`--previous`）", "Needs last year's report (`--previous`)"
    ),
    Scope.HIERARCHY: Text(
        "需要所属各单位的报告（`--children`）", "Needs the reports of its bodies (`--children`)"
    ),
}


def rules_page(lang: str = "zh") -> str:
    """The page in ``zh`` or ``en``, as Markdown.

    >>> rules_page("en").splitlines()[0]
    '# Rules'
    """
    ordered = sorted(RULES, key=lambda rule: [*PRESETS].index(preset_of(rule)))
    parts = [
        f"# {TITLE.say(lang)}",
        _OTHER[lang],
        INTRO.say(lang),
        "\n".join(_table(ordered, lang)),
        *("\n\n".join(_rule(rule, lang)) for rule in ordered),
        NOT_ASSERTED.say(lang),
        READING.say(lang),
    ]
    return "\n\n".join(parts) + "\n"


def _table(rules: list[Rule], lang: str) -> Iterator[str]:
    yield _row(*_HEADS[lang])
    yield _row(*["---"] * len(_HEADS[lang]))
    for rule in rules:
        yield _row(
            f"`{preset_of(rule)}`",
            _link(rule.id),
            rule.title.say(lang),
            Message(rule.severity.value).say(lang),
            AUTHORITIES[rule.authority].say(lang),
            _editions(rule, lang),
        )


def _rule(rule: Rule, lang: str) -> Iterator[str]:
    stop, colon = ("。", "：") if lang == "zh" else (".", ": ")
    yield f'<a id="{rule.id}"></a>'
    yield f"### {rule.id} {rule.title.say(lang)}"
    yield rule.sentence.say(lang)
    facts = [
        f"{_AUTHORITY.say(lang)}{colon}{AUTHORITIES[rule.authority].say(lang)}",
        rule.source.cite(lang),
        f"{_SEVERITY.say(lang)}{colon}{Message(rule.severity.value).say(lang)}",
    ]
    if rule.scope in _NEEDS:
        facts.append(_NEEDS[rule.scope].say(lang))
    yield "".join(f"{fact}{stop}" for fact in facts) if lang == "zh" else ". ".join(facts) + "."
    yield "\n".join(_facts(rule, lang, colon))


def _facts(rule: Rule, lang: str, colon: str) -> Iterator[str]:
    for editions, formula, where in asked(rule, lang):
        words = _FORMULA.say(lang).format(editions=editions)
        yield f"- {words}{colon}**{formula}**  \n  {where}"
    good, bad = examples(rule)
    yield f"- {_GOOD.say(lang)}{colon}{spelled(good, lang)}"
    yield f"- {_BAD.say(lang)}{colon}{bad.message.say(lang)}"
    if rule.related:
        yield f"- {_RELATED.say(lang)}{colon}{', '.join(map(_link, rule.related))}"


def _editions(rule: Rule, lang: str) -> str:
    return ("、" if lang == "zh" else ", ").join(edition.name for edition in editions_of(rule))


def _link(rule_id: str) -> str:
    return f"[{rule_id}](#{rule_id})"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
