"""A headless Chromium, where there is one: a page opened, and what a script says of it."""

import json
import os
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest


def chromium() -> str:
    """The browser: ``$GOVDISCLOSURE_CHROMIUM``, or what is installed; else the test is skipped."""
    names = (os.environ.get("GOVDISCLOSURE_CHROMIUM", ""), "chromium", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium: set GOVDISCLOSURE_CHROMIUM")
    return found


_QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--enable-logging=stderr",
)


def opened(page: Path, *more: str) -> str:
    """The document as it stands after loading, as markup; no script of it may have failed."""
    return _run("--virtual-time-budget=20000", "--dump-dom", *more, page.as_uri())


def picture(page: Path, *more: str) -> bytes:
    """What a reader sees of a page."""
    shot = page.with_suffix(".png")
    _run(f"--screenshot={shot}", "--window-size=1000,2600", *more, page.as_uri())
    return shot.read_bytes()


def violations(html: str, folder: Path, *, width: int = 1280, dark: bool = False) -> Any:
    """What axe finds wrong with a page for whoever does not see it or use a mouse."""
    axe = Path(os.environ.get("GOVDISCLOSURE_AXE", "axe.min.js"))
    if not axe.exists():
        pytest.skip("axe-core is not installed: set GOVDISCLOSURE_AXE to its axe.min.js")
    script = (
        axe.read_text("utf-8")
        + ";axe.run().then(function (found) { window.answer = found.violations.map(function (v) {"
        "return [v.id, v.nodes.length, v.nodes[0].html]; }); });"
    )
    return asked(html, script, folder, width=width, dark=dark)


def _run(*arguments: str) -> str:
    command = [chromium(), *_QUIET, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
    return done.stdout


def asked(html: str, script: str, folder: Path, *, width: int = 1280, dark: bool = False) -> Any:
    """What a script, run in the page at a width, leaves as JSON in ``window.answer``.

    The page stands in a frame, since a window has a least width.
    """
    without, policies = re.subn('<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    assert policies == 1
    framed = escape(without.replace("</body>", f"<script>{script}</script></body>"))
    page = folder / "page.html"
    page.write_text(
        f'<meta charset="utf-8"><body style="margin:0">'
        f'<iframe width="{width}" height="900" style="border:0" srcdoc="{framed}"></iframe>'
        "<script>setTimeout(function () { var pre = document.createElement('pre');"
        "pre.id = 'answer'; pre.textContent = JSON.stringify(frames[0].answer);"
        "document.body.appendChild(pre); }, 5000)</script>",
        encoding="utf-8",
    )
    scheme = "--blink-settings=preferredColorScheme=" + ("0" if dark else "1")
    answer = re.search(r'<pre id="answer">(.*?)</pre>', opened(page, scheme), re.S)
    assert answer
    return json.loads(unescape(answer.group(1)))


def printed(page: Path, *more: str) -> bytes:
    """The page as it comes out on paper, as PDF."""
    paper = page.with_suffix(".pdf")
    _run("--no-pdf-header-footer", f"--print-to-pdf={paper}", *more, page.as_uri())
    return paper.read_bytes()
