"""The policy book and an application, for what holds of every view."""

from domain.credit_application import CREDIT_APPLICATION
from domain.policy import POLICY
from tests.domain.credit_application.files import SUBMITTED
from tests.domain.credit_application.judging import GOOD, judged
from tests.domain.credit_application.test_price import PRICE
from tests.domain.entrustment.papers import ACCEPTED, DEPOSITED
from tests.domain.loan.test_entrust import FOR_OTHERS, NAMED
from tests.domain.policy.book import CAPITAL, ISSUE, SET
from tests.domain.policy.test_prices import FEES
from tests.domain.policy.test_prices import PRICE as TABLE
from tests.domain.product.test_feedback import GIVEN

_ADMITTED = judged(GOOD)
_PRICED = CREDIT_APPLICATION.decide(PRICE, CREDIT_APPLICATION.fold([SUBMITTED, _ADMITTED]))
LENDING = {
    "entrustment-A1": (ACCEPTED, DEPOSITED),
    "loan-E1": (FOR_OTHERS, NAMED),
    "policy-book": tuple(
        event
        for command in (SET, ISSUE, CAPITAL, TABLE, FEES)
        for event in POLICY.decide(command, POLICY.initial)
    ),
    "credit_application-A1": (SUBMITTED, _ADMITTED, *_PRICED),
    "product-P1": (GIVEN,),
}
