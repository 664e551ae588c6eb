"""``govdisclosure check``: do the numbers reconcile?"""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from govdisclosure.checking import Checked, check
from govdisclosure.cli import CLEAN, FINDINGS, UNREADABLE
from govdisclosure.cli.sources import UNREADABLE_PROBLEMS, Source, explain, load
from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.messages import Message
from govdisclosure.output import checked_data, finding_data


def run(options: Namespace) -> int:
    """Check every file; one that cannot be read does not stop the others."""
    codes, data = [], []
    for name in options.files:
        try:
            source = load(name)
        except UNREADABLE_PROBLEMS as problem:
            codes.append(UNREADABLE)
            for line in explain(problem, options.lang):
                print(f"{name}: {line}", file=sys.stderr)
            continue
        checked = check(source.report, blanks=options.blanks)
        codes.append(CLEAN if checked.passed else FINDINGS)
        if options.format == "json":
            data.append(_data(name, source, checked))
        else:
            print("\n".join(_lines(name, source, checked, options.lang)))
    if options.format == "json":
        print(json.dumps(data, ensure_ascii=False, indent=2))
    return max(codes)


def _data(name: str, source: Source, checked: Checked) -> dict[str, Any]:
    messages = source.reading.messages if source.reading else ()
    return {
        "file": name,
        **checked_data(source.report, checked),
        "messages": [finding_data(message) for message in messages],
    }


def _lines(name: str, source: Source, checked: Checked, lang: str) -> Iterator[str]:
    yield f"{name}: {_who(source).say(lang)}"
    for finding in checked.findings:
        yield from _finding(finding, lang)
    if source.reading:
        for message in source.reading.messages:
            if message.severity is not Severity.INFO:
                yield f"  {Message('warning').say(lang)} {message.rule_id}  {message.say(lang)}"
    counts = {verdict.name.lower(): checked.count(verdict) for verdict in Verdict}
    yield f"  {Message('counts', {**counts, 'all': len(checked.results)}).say(lang)}"
    if checked.count(Verdict.NOT_EVALUATED):
        missing = {p for result in checked.results for p in result.missing}
        key = "no_number_hint" if checked.blanks == "unknown" else "no_number_count"
        yield f"  {Message(key, {'count': len(missing)}).say(lang)}"


def _who(source: Source) -> Message:
    report = source.report
    editions = dict.fromkeys((report.proactive_disclosure.edition, report.requests.edition))
    about = {
        "issuer": report.issuer.name or "?",
        "year": report.year if report.year is not None else "?",
        "editions": "/".join(editions),
    }
    return Message("report", about)


def _finding(finding: Finding, lang: str) -> Iterator[str]:
    severity = Message(finding.severity.value).say(lang)
    yield f"  {severity} {finding.rule_id}  {finding.place.say(lang)}"
    yield f"      {finding.message.say(lang)}"
