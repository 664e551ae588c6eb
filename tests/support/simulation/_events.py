"""What happens at a body: requests, cases, documents, powers, projects, money."""

from collections.abc import Iterator
from random import Random

from attrs import field, frozen

APPLICANTS = (
    *("natural_person", "commercial_enterprise", "research_institution"),
    *("public_welfare_organization", "legal_service_institution", "other_organization"),
)
OUTCOMES = (
    *("granted", "partially_granted"),
    *(
        f"denied/{reason}"
        for reason in (
            *("state_secret", "prohibited_by_law", "security_and_stability", "third_party_rights"),
            *("internal_affairs", "deliberative_process", "enforcement_case_file"),
            "administrative_inquiry",
        )
    ),
    *("unavailable/not_held", "unavailable/requires_creation", "unavailable/still_unclear"),
    *("not_processed/petition", "not_processed/duplicate", "not_processed/publication"),
    *("not_processed/excessive", "not_processed/reconfirmation"),
    *("other/overdue_supplement", "other/unpaid_fee", "other/residual"),  # withdrawn: residual
)
GROUPS = ("reconsideration", "litigation/direct", "litigation/after_reconsideration")
RESULTS = ("upheld", "corrected", "other_result")
KINDS = ("rules", "normative_documents")
POWERS = ("licensing", "other_services", "penalties", "compulsion", "fees")
NEVER = 9999
"""The year of what does not happen."""


@frozen
class Request:
    """A request: who asked, in which year, how it ended, in which year."""

    applicant: str
    came: int
    outcome: str
    ended: int


@frozen
class Suit:
    """A case: of which group, filed and decided in which year, with which result."""

    group: str
    filed: int
    result: str
    decided: int


@frozen
class Document:
    """A document: issued, in force from the start or the middle of a year, disclosed, withdrawn.

    It is in force at the end of a year from that of ``starts`` on, until before that of
    ``repealed`` or of ``expired``, which nobody repeals.
    """

    kind: str
    issued: int
    starts: int
    repealed: int
    expired: int
    disclosed: int
    withdrawn: int


@frozen
class Power:
    """A power item of a kind, or a kind of fee: from one year on, until another."""

    kind: str
    added: int
    removed: int


@frozen
class Life:
    """All that happens at a body up to the end of a year."""

    requests: tuple[Request, ...] = ()
    suits: tuple[Suit, ...] = ()
    documents: tuple[Document, ...] = ()
    powers: tuple[Power, ...] = ()
    decisions: tuple[tuple[str, int], ...] = ()
    projects: tuple[int, ...] = ()
    payments: tuple[tuple[int, int], ...] = ()
    """For projects: the year and 元; below 0 where something came back."""
    fees: tuple[tuple[int, int], ...] = field(default=())
    """Fees taken, and paid back as less than 0: the year and 元."""

    def beside(self, other: "Life") -> "Life":
        """Both together: what a report counts that adds up two bodies."""
        return Life(
            self.requests + other.requests,
            self.suits + other.suits,
            self.documents + other.documents,
            self.powers + other.powers,
            self.decisions + other.decisions,
            self.projects + other.projects,
            self.payments + other.payments,
            self.fees + other.fees,
        )


def life(chance: Random, year: int) -> Life:
    """What happens at a body over the three years up to one; much, little, or nothing."""
    most = chance.choice([0, 1, 3, 12, 40])
    years = (year - 2, year - 1, year)

    def some() -> Iterator[int]:
        for _ in range(chance.randint(0, most)):
            yield chance.choice(years)

    return Life(
        requests=tuple(_request(chance, came) for came in some()),
        suits=tuple(_suit(chance, filed) for filed in some()),
        documents=tuple(
            _document(chance, chance.choice([issued, issued - 9])) for issued in some()
        ),
        powers=tuple(_power(chance, chance.choice([added, added - 9])) for added in some()),
        decisions=tuple((chance.choice(POWERS), made) for made in some()),
        projects=tuple(some()),
        payments=tuple((paid, chance.randint(-(10**4), 10**6)) for paid in some()),
        fees=tuple((taken, chance.randint(-(10**5), 10**5)) for taken in some()),
    )


def _after(chance: Random, year: int, *, never: float = 0.2) -> int:
    """Some year from one on: mostly the same one, sometimes none."""
    return NEVER if chance.random() < never else year + chance.choice([0, 0, 0, 1, 1, 2])


def _request(chance: Random, came: int) -> Request:
    few = chance.random() < 0.8
    applicant = APPLICANTS[0] if few else chance.choice(APPLICANTS)
    return Request(applicant, came, chance.choice(OUTCOMES), _after(chance, came, never=0.1))


def _suit(chance: Random, filed: int) -> Suit:
    return Suit(chance.choice(GROUPS), filed, chance.choice(RESULTS), _after(chance, filed))


def _document(chance: Random, issued: int) -> Document:
    starts = issued + (chance.random() < 0.2)  # issued in December, in force from January
    disclosed = _after(chance, issued)
    return Document(
        kind=chance.choice(KINDS),
        issued=issued,
        starts=starts,
        repealed=_after(chance, starts, never=0.8),
        expired=_after(chance, issued, never=0.8),  # perhaps in the year of its issue
        disclosed=disclosed,
        withdrawn=_after(chance, disclosed, never=0.6) if disclosed != NEVER else NEVER,
    )


def _power(chance: Random, added: int) -> Power:
    return Power(chance.choice(POWERS), added, _after(chance, added + 1, never=0.7))
