"""What must hold in a report: one callable value for each rule, and all of them by id.

The rules themselves stand in a module for each part of the form: ``rules.requests`` and so on.
Names are imported when they are first used: a check needs neither what describes rules nor TOML.

>>> from govdisclosure.model import EDITION_2021
>>> from govdisclosure.rules.review_and_litigation import cases_add_up
>>> [result.verdict.value for result in cases_add_up(EDITION_2021.blank(number=0))]
['pass', 'pass', 'pass']
"""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.rules._all import RULES, Rules
    from govdisclosure.rules._authority import AUTHORITIES, Authority, Scope
    from govdisclosure.rules._changes import CHANGES, Change
    from govdisclosure.rules._checking import CheckResult, check
    from govdisclosure.rules._describe import editions_of, examples, in_words, requirements
    from govdisclosure.rules._messages import OWN_WORDS, usual_message
    from govdisclosure.rules._misfits import misfit_findings, without_misfits
    from govdisclosure.rules._own import is_own_id, own_finding
    from govdisclosure.rules._profiles import PLAIN, PRESETS, Preset, Profile, preset_of, select
    from govdisclosure.rules._reach import unreachable
    from govdisclosure.rules._rule import RESERVED, RULE_ID, Examples, Result, Rule, evaluate
    from govdisclosure.rules._status import Coverage, Status
    from govdisclosure.rules._suppressions import Effect, Suppression, SuppressionResult, suppress
    from govdisclosure.rules._toml import load_profile, load_suppressions
    from govdisclosure.rules._totals import FilledTotals, fill_totals, totals
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _all="RULES Rules",
        _authority="AUTHORITIES Authority Scope",
        _changes="CHANGES Change",
        _checking="CheckResult check",
        _describe="editions_of examples in_words requirements",
        _messages="OWN_WORDS usual_message",
        _misfits="misfit_findings without_misfits",
        _own="is_own_id own_finding",
        _profiles="PLAIN PRESETS Preset Profile preset_of select",
        _reach="unreachable",
        _rule="RESERVED RULE_ID Examples Result Rule evaluate",
        _status="Coverage Status",
        _suppressions="Effect Suppression SuppressionResult suppress",
        _toml="load_profile load_suppressions",
        _totals="FilledTotals fill_totals totals",
    )

__all__ = [
    "AUTHORITIES", "CHANGES", "OWN_WORDS", "PLAIN", "PRESETS", "RESERVED", "RULES", "RULE_ID",
    "Authority", "Change", "CheckResult", "Coverage", "Effect", "Examples", "FilledTotals",
    "Preset", "Profile", "Result", "Rule", "Rules", "Scope", "Status", "Suppression",
    "SuppressionResult", "check", "editions_of", "evaluate", "examples", "fill_totals", "in_words",
    "is_own_id", "load_profile", "load_suppressions", "misfit_findings", "own_finding", "preset_of",
    "requirements", "select", "suppress", "totals", "unreachable", "usual_message",
    "without_misfits",
]  # fmt: skip
