"""The values that a customer's commands and events share."""

from enum import StrEnum

from attrs import frozen

from domain.fields import personal
from domain.ids import Name


class IdentityKind(StrEnum):
    """The documents that identify a customer."""

    RESIDENT_IDENTITY_CARD = (
        "resident_identity_card"  # 居民身份证, GB 11643; also 81/82/83 permits.
    )
    FOREIGN_PERMANENT_RESIDENCE_CARD = "foreign_permanent_residence_card"
    UNIFIED_SOCIAL_CREDIT_CODE = "unified_social_credit_code"  # 统一社会信用代码, GB 32100.
    PASSPORT = "passport"
    MAINLAND_TRAVEL_PERMIT = "mainland_travel_permit"
    LEGACY_IDENTITY_CARD = "legacy_identity_card"  # 15 digits, issued before 1999.
    LEGACY_LICENCE = "legacy_licence"  # Business licence number from before 2015.
    OTHER = "other"  # A number of another system, as it was stated.


class ContactRelation(StrEnum):
    """What a contact is to the customer."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    HOUSEHOLD_MEMBER = "household_member"
    LEGAL_REPRESENTATIVE = "legal_representative"
    ACTUAL_CONTROLLER = "actual_controller"
    BUSINESS_PARTNER = "business_partner"
    EMERGENCY_CONTACT = "emergency_contact"


class Relation(StrEnum):
    """What another customer is to this one."""

    SPOUSE = "spouse"
    HOUSEHOLD_MEMBER = "household_member"
    GUARANTOR = "guarantor"
    CONTROLS = "controls"
    CONTROLLED_BY = "controlled_by"
    SAME_GROUP = "same_group"
    JOINT_HOLDER = "joint_holder"
    BUSINESS_PARTNER = "business_partner"


class HoldBasis(StrEnum):
    """Why personal data must be kept."""

    LITIGATION = "litigation"
    INVESTIGATION = "investigation"
    REGULATOR_REQUEST = "regulator_request"
    OPEN_BUSINESS = "open_business"


class ErasureBasis(StrEnum):
    """Why personal data is erased."""

    REQUEST_OF_THE_PERSON = "request_of_the_person"
    PURPOSE_ENDED = "purpose_ended"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    RETENTION_ENDED = "retention_ended"


@frozen(kw_only=True)
class IdentityDocument:
    """A document that names the customer."""

    kind: IdentityKind
    number: str = personal(find="document")


@frozen(kw_only=True)
class Particular:
    """One more fact about a customer, under a name of the institution's own."""

    name: Name
    value: str = personal()
