"""Pictures of what the writers write, to be looked at: ``python -m tests.pictures``.

Chromium prints the web pages, LibreOffice the Word files and workbooks, poppler draws the
pages into docs/pictures. Needs these three programs; no test does.
"""

import subprocess
import tempfile
from pathlib import Path

from govdisclosure.editions import EDITIONS
from govdisclosure.model.report import AnyReport
from govdisclosure.readers import read
from govdisclosure.reviewing import review
from govdisclosure.writers import empty_form, write

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = ("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def main() -> None:
    """Draw every form in every format, and the review page."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        for name, report in _reports().items():
            for suffix in ("html", "docx", "xlsx"):
                file = Path(folder) / f"{name}.{suffix}"
                write(report, file)
                _draw(_printed(file), f"{name}-{suffix}")
        broken = read(ROOT / "docs/examples/xikou-2023-broken.txt")
        page = Path(folder) / "review.html"
        page.write_text(review(broken.report, reading=broken), encoding="utf-8")
        _draw(_printed(page), "review")


def _reports() -> dict[str, AnyReport]:
    filled = read(ROOT / "docs/examples/xikou-2023.txt").report
    empty = {f"empty-{e.name}": empty_form(e, issuer="青禾县") for e in EDITIONS}
    return {"filled-2021": filled, **empty}


def _printed(file: Path) -> Path:
    printed = file.with_name(f"{file.name}.pdf")
    if file.suffix == ".html":
        _run(*CHROMIUM, f"--print-to-pdf={printed}", file.as_uri())
        return printed
    _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file))
    return file.with_suffix(".pdf").rename(printed)


def _draw(printed: Path, name: str) -> None:
    colours = () if name == "review" else ("-gray",)
    _run("pdftoppm", "-r", "60", *colours, "-png", str(printed), str(PICTURES / name))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


if __name__ == "__main__":
    main()
