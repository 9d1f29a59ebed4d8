"""What the system records of what it shows; no edge offers these."""

from attrs import frozen

from domain.ids import Count, CustomerId, Digest, DisclosureId, Name


@frozen(kw_only=True)
class IssueExport:
    """Record that an export was made, before it is handed out."""

    disclosure_id: DisclosureId
    recipient: str | None  # None: nobody was named, so no personal data is in it.
    purpose: str | None
    branch: str | None  # None: of all branches.
    customer_id: CustomerId | None  # None: of all customers.
    first: Count  # Index of the first record in scope.
    personal: bool  # Personal data is in it.
    size: Count  # Of the log, whose checkpoint is in it.
    root: Digest
    manifest: Digest  # Of the bag's tag manifest.


@frozen(kw_only=True)
class ReadPersonal:
    """Record that personal data was read."""

    disclosure_id: DisclosureId
    source: Name  # The view, or the tool, that showed it.
    purpose: str | None  # None: none was stated.
    subjects: tuple[str, ...]  # Whose sealed fields were opened: "customer-C1".
    fields: tuple[str, ...]  # Which: "/name".


@frozen(kw_only=True)
class RefuseReading:
    """Record that somebody asked for what stays out of their sight, and was refused."""

    disclosure_id: DisclosureId
    source: Name  # The view, or the tool, that was asked.
    rule: str  # The code of the rule that refused.
    subjects: tuple[str, ...]  # What was asked for: "loan-L1".


DisclosureCommand = IssueExport | ReadPersonal | RefuseReading
