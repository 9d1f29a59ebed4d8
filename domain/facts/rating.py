"""What is known of a customer's credit rating."""

from datetime import date

from attrs import frozen

from domain.ids import CustomerId


@frozen(kw_only=True)
class Rating:
    """The grade of a customer in force, and what it was made with."""

    customer_id: CustomerId
    grade: str  # As the scorecard names it: "AAA" … "D".
    scorecard: str  # Number and version: "farm-household@2".
    rated_on: date
    valid_until: date
    overridden: bool
