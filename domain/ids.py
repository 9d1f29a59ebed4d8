"""What texts and numbers look like at the edges, said beside the type.

No identifier may hold personal data: identity numbers and names are personal fields.
"""

from typing import Annotated, Final

from attrs import frozen


@frozen
class Text:
    """A text that matches a pattern, of at most `longest` characters, and how that is said."""

    pattern: str
    longest: int
    says: str  # What is expected, for who wrote something else.


@frozen
class Span:
    """A whole number from low to high, both included."""

    low: int
    high: int


_BEGINS: Final = "beginning with a letter or a digit"
_ID: Final = Text(
    r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$", 64, f"a number of letters, digits and . _ : -, {_BEGINS}"
)

CustomerId = Annotated[str, _ID]
LoanId = Annotated[str, _ID]
ProductId = Annotated[str, _ID]
BenchmarkId = Annotated[str, _ID]
ContactId = Annotated[str, _ID]
DocumentId = Annotated[str, _ID]
HoldId = Annotated[str, _ID]
UnitId = Annotated[str, _ID]
MandateId = Annotated[str, _ID]
ApplicationId = Annotated[str, _ID]
FacilityId = Annotated[str, _ID]
GroupId = Annotated[str, _ID]
ContractId = Annotated[str, _ID]
PackId = Annotated[str, _ID]
CollateralId = Annotated[str, _ID]
GuaranteeId = Annotated[str, _ID]
MeetingId = Annotated[str, _ID]
TrainingId = Annotated[str, _ID]
HandoverId = Annotated[str, _ID]
LeadId = Annotated[str, _ID]
VisitNo = Annotated[str, _ID]
CampaignId = Annotated[str, _ID]
MarketNoteId = Annotated[str, _ID]
EnquiryId = Annotated[str, _ID]
ReceptionId = Annotated[
    str,
    Text(
        r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}@[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        75,
        "a unit and a day, like B1@2026-01-31",
    ),
]
TargetId = Annotated[
    str,
    Text(
        r"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,127}:[0-9]{4}-(0[1-9]|1[0-2])$",
        136,
        "a member of staff and a month, like wang:2026-01",
    ),
]
Month = Annotated[str, Text(r"^[0-9]{4}-(0[1-9]|1[0-2])$", 7, "a month like 2026-01")]
DrawdownId = Annotated[str, _ID]
BillNo = Annotated[str, _ID]  # As it is printed, or as the system of electronic bills has it.
BillPartyId = Annotated[str, _ID]  # Unified social credit code, or customer number.
DisclosureId = Annotated[str, _ID]
PolicyTextId = Annotated[str, _ID]
StandardId = Annotated[str, _ID]
FeeId = Annotated[str, _ID]
FeedbackId = Annotated[str, _ID]
BookId = Annotated[str, Text(r"^book$", 4, "book")]  # An institution has one policy book.
ParameterName = Annotated[
    str, Text(r"^[a-z][a-z0-9_.]{0,99}$", 100, "the name of a parameter, in small letters")
]
SettingText = Annotated[
    str,
    Text(
        r"^[A-Za-z0-9][A-Za-z0-9@._,;: /-]{0,199}$",
        200,
        f"letters, digits, spaces and @ . _ , ; : / -, {_BEGINS}",
    ),
]
VersionName = Annotated[
    str,
    Text(
        r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$",
        32,
        f"a version of letters, digits and . _ -, {_BEGINS}",
    ),
]
GradeName = Annotated[
    str, Text(r"^[A-Za-z0-9][A-Za-z0-9+-]{0,15}$", 16, "a grade of letters, digits, + and -")
]
IndustryCode = Annotated[
    str,
    Text(r"^[A-T]([0-9]{2,4})?$", 5, "an industry of GB/T 4754 like A0111, or a section like A"),
]
# Within one customer:
PersonId = Annotated[str, _ID]
NoteId = Annotated[str, _ID]
AccountId = Annotated[str, _ID]
SurveyId = Annotated[str, _ID]
StandingId = Annotated[str, _ID]
ConsentId = Annotated[str, _ID]
InquiryId = Annotated[str, _ID]
RequestId = Annotated[str, _ID]  # Of the whole institution.
ScorecardId = Annotated[str, _ID]
ReceiptNo = Annotated[
    str,
    Text(
        r"^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$",
        64,
        f"a number of letters, digits and . _ : / -, {_BEGINS}",
    ),
]
FileId = Annotated[
    str,
    Text(
        r"^(customer|loan|credit_application|contract|collateral|guarantee)-"
        r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$",
        83,
        "what the file is about: customer-, loan-, credit_application-, contract-, collateral- or"
        " guarantee- and its number",
    ),
]
SecurityStream = Annotated[
    str,
    Text(
        r"^(collateral|guarantee)-[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$",
        75,
        "a security: collateral- or guarantee- and its number",
    ),
]
Digest = Annotated[
    str,
    Text(
        r"^sha256:[0-9a-f]{64}$",
        71,
        "a digest: sha256: and 64 digits or letters a to f, as sha256sum says",
    ),
]
ApiKeyId = Annotated[
    str,
    Text(r"^[A-Za-z0-9][A-Za-z0-9-]{0,31}$", 32, f"a number of letters, digits and -, {_BEGINS}"),
]
BranchName = Annotated[
    str,
    Text(
        r"^(\*|[A-Za-z0-9][A-Za-z0-9._:-]{0,63})$",
        64,
        f"a branch of letters, digits and . _ : -, {_BEGINS}, or * for all",
    ),
]
CallerName = Annotated[
    str,
    Text(
        r"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,127}$",
        128,
        f"a name of letters, digits and . _ : @ / -, {_BEGINS}",
    ),
]
StaffId = CallerName  # The name that the core stamps as the actor.
CurrencyCode = Annotated[str, Text(r"^[A-Z]{3}$", 3, "a currency like CNY")]
ZoneName = Annotated[
    str, Text(r"^[A-Za-z]+(/[A-Za-z0-9_+-]+)*$", 64, "a time zone like Asia/Shanghai")
]
Name = Annotated[  # Names a fact: "birth_date".
    str, Text(r"^[A-Za-z][A-Za-z0-9_]{0,39}$", 40, "a name of letters, digits and _")
]
Count = Annotated[int, Span(0, 2**53 - 1)]
Months = Annotated[int, Span(1, 480)]
SpreadPoints = Annotated[int, Span(-2_000, 2_400)]  # Hundredths of a percent.
Persons = Annotated[int, Span(1, 99)]
Percent = Annotated[int, Span(1, 100)]
Points = Annotated[int, Span(0, 100)]
Hours = Annotated[int, Span(1, 999)]
DayOfMonth = Annotated[int, Span(1, 31)]
FileName = Annotated[
    str,
    Text(
        r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
        64,
        f"a file name of letters, digits and . _ -, {_BEGINS}",
    ),
]
