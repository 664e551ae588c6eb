"""Pictures of what the writers write, to be looked at: ``python -m tests.support.pictures``.

Chromium prints the web pages, LibreOffice the Word files and workbooks, poppler draws the
pages into docs/pictures. Needs these three programs; no test does.
"""

import subprocess
import tempfile
from pathlib import Path

from govdisclosure.analysis.comparison import compare
from govdisclosure.files import empty_form, read, write
from govdisclosure.model import EDITIONS, AnyReport
from govdisclosure.output.comparison import comparison_page
from govdisclosure.output.review import review
from tests.support.paths import ROOT

PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = ("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def main() -> None:
    """Draw every form in every format, the review page and the comparison page."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        for name, report in _reports().items():
            for suffix in ("html", "docx", "xlsx"):
                file = Path(folder) / f"{name}.{suffix}"
                write(report, file)
                _draw(_pdf_of(file), f"{name}-{suffix}")
        broken = read(ROOT / "docs/examples/xikou-2023-broken.txt")
        pages = {
            "review": review(broken.report, reading=broken),
            "comparison": comparison_page(compare(*_two_years())),
        }
        for name, markup in pages.items():
            page = Path(folder) / f"{name}.html"
            page.write_text(markup, encoding="utf-8")
            _draw(_pdf_of(page), name, colours=())


def _reports() -> dict[str, AnyReport]:
    filled = read(ROOT / "docs/examples/xikou-2023.txt").report
    empty = {f"empty-{e.name}": empty_form(e, issuer="青禾县") for e in EDITIONS}
    return {"filled-2021": filled, **empty}


def _two_years() -> tuple[AnyReport, AnyReport]:
    after = read(ROOT / "docs/examples/xikou-2023.txt").report
    requests = "/requests/received"
    changes = {
        "/year": 2022,
        "/title": None,
        "/overview": ("公开信息390条。",),
        f"{requests}/natural_person": 31,
        f"{requests}/commercial_enterprise": None,
        f"{requests}/total": 34,
        "/review_and_litigation/reconsideration/upheld": 0,
    }
    return after.replace(changes), after


def _pdf_of(file: Path) -> Path:
    pdf = file.with_name(f"{file.name}.pdf")
    if file.suffix == ".html":
        _run(*CHROMIUM, f"--print-to-pdf={pdf}", file.as_uri())
        return pdf
    _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file))
    return file.with_suffix(".pdf").rename(pdf)


def _draw(pdf: Path, name: str, colours: tuple[str, ...] = ("-gray",)) -> None:
    _run("pdftoppm", "-r", "60", *colours, "-png", str(pdf), str(PICTURES / name))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


if __name__ == "__main__":
    main()
