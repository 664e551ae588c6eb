"""What the places of the form mean, as data: facts with their law, sources and how sure each is.

One TOML file a section, read when something is asked for the first time.

>>> from govdisclosure.i18n import ENGLISH
>>> row, column = places_at("/requests/received/natural_person", "2021")
>>> row.means.render(ENGLISH)[:43], column.id
('Requests received in the year. The day is f', 't3-natural')
"""

from govdisclosure.form.meanings._answers import answers
from govdisclosure.form.meanings._citations import Basis, Law, Reference, cite
from govdisclosure.form.meanings._facts import (
    FACT_TITLES,
    Answer,
    Deadline,
    Difference,
    Event,
    Place,
    Sentence,
    Statement,
    Sureness,
    Term,
)
from govdisclosure.form.meanings._loading import (
    articles,
    deadlines,
    differences,
    duties,
    glossary,
    history,
    laws,
    overviews,
    places,
    places_at,
    questions,
    references,
)

__all__ = [
    "FACT_TITLES", "Answer", "Basis", "Deadline", "Difference", "Event", "Law", "Place",
    "Reference", "Sentence", "Statement", "Sureness", "Term", "answers", "articles", "cite",
    "deadlines", "differences", "duties", "glossary", "history", "laws", "overviews", "places",
    "places_at", "questions", "references",
]  # fmt: skip
