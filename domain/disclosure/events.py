"""What was shown to whom: the contract with history."""

from attrs import frozen

from domain.ids import Count, CustomerId, Digest, Name


@frozen(kw_only=True)
class ExportIssued:
    """An export was made to be handed out; who made it stands in the record's context."""

    recipient: str | None
    purpose: str | None
    branch: str | None
    customer_id: CustomerId | None
    first: Count
    personal: bool
    size: Count
    root: Digest
    manifest: Digest


@frozen(kw_only=True)
class PersonalDataRead:
    """Sealed fields were opened and shown; who read them stands in the record's context."""

    source: Name
    purpose: str | None
    subjects: tuple[str, ...]
    fields: tuple[str, ...]


@frozen(kw_only=True)
class ReadingRefused:
    """Nothing was shown: who asked stands in the record's context."""

    source: Name
    rule: str
    subjects: tuple[str, ...]


DisclosureEvent = ExportIssued | PersonalDataRead | ReadingRefused
