"""What the pages of rules in the documentation say of each rule, written from the rules."""

from collections.abc import Iterator
from functools import partial

from docs.generate.markdown import table
from govdisclosure.i18n import CHINESE, ENGLISH, Language, Message, Text
from govdisclosure.rules import (
    AUTHORITIES,
    CHANGES,
    PRESETS,
    RULES,
    Rule,
    Scope,
    editions_of,
    examples,
    in_words,
    preset_of,
    requirements,
)

PAGES = {"rules.md": ENGLISH, "rules.zh-CN.md": CHINESE}
"""The file of each language."""

_BETWEEN_FACTS = Text("。", ". ")

_HEADS = Text(
    "预设 | 编号 | 规则 | 等级 | 依据 | 版本",
    "preset | id | rule | severity | authority | editions",
)
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
        "需要所属各单位的报告（`--subordinates`）",
        "Needs the reports of its bodies (`--subordinates`)",
    ),
}


def rules_text(language: Language = CHINESE) -> str:
    """The table of rules and what there is to say of each, as Markdown.

    >>> rules_text(ENGLISH).splitlines()[0]
    '| preset | id | rule | severity | authority | editions |'
    """
    rules = sorted(RULES, key=lambda rule: [*PRESETS].index(preset_of(rule)))
    parts = [table(_HEADS, map(partial(_row, language), rules), language)]
    parts += ["\n\n".join(_rule(rule, language)) for rule in rules]
    return "\n\n".join(parts)


def changes_text(language: Language = CHINESE) -> str:
    """The changelog of the catalogue, as Markdown.

    >>> changes_text(ENGLISH).splitlines()[0]
    '**1.1.0**'
    """
    versions: dict[str, list[str]] = {}
    for change in CHANGES:
        ids = language.comma.join(map(_link, change.rule_ids))
        line = f"- {ids}{language.colon}{change.words.render(language)}"
        versions.setdefault(change.version, []).append(line)
    return "\n\n".join(f"**{name}**\n\n" + "\n".join(lines) for name, lines in versions.items())


def _row(language: Language, rule: Rule) -> tuple[str, ...]:
    return (
        f"`{preset_of(rule)}`",
        _link(rule.id),
        rule.title.render(language),
        Message(rule.severity.value).render(language),
        AUTHORITIES[rule.authority].render(language),
        _editions(rule, language),
    )


def _rule(rule: Rule, language: Language) -> Iterator[str]:
    colon = language.colon
    yield f'<a id="{rule.id}"></a>'
    yield f"### {rule.id} {rule.title.render(language)}"
    yield rule.sentence.render(language)
    facts = [
        f"{_AUTHORITY.render(language)}{colon}{AUTHORITIES[rule.authority].render(language)}",
        rule.source.cite(language),
        f"{_SEVERITY.render(language)}{colon}{Message(rule.severity.value).render(language)}",
    ]
    if rule.scope in _NEEDS:
        facts.append(_NEEDS[rule.scope].render(language))
    yield _BETWEEN_FACTS.render(language).join(facts) + language.stop
    yield "\n".join(_facts(rule, language, colon))


def _facts(rule: Rule, language: Language, colon: str) -> Iterator[str]:
    for editions, formula, where in requirements(rule, language):
        words = _FORMULA.render(language).format(editions=editions)
        yield f"- {words}{colon}**{formula}**  \n  {where}"
    good, bad = examples(rule)
    yield f"- {_GOOD.render(language)}{colon}{in_words(good, language)}"
    yield f"- {_BAD.render(language)}{colon}{bad.message.render(language)}"
    if rule.related:
        yield f"- {_RELATED.render(language)}{colon}{', '.join(map(_link, rule.related))}"


def _editions(rule: Rule, language: Language) -> str:
    return language.comma.join(edition.name for edition in editions_of(rule))


def _link(rule_id: str) -> str:
    return f"[{rule_id}](#{rule_id})"
