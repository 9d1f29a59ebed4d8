"""Acts of lending another's money: C1's to C2, with and without a contract of three parties."""

from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from tests.department import DIGEST, person
from tests.laws.acts import Act, act, amounts, days, numbers
from tests.village import AGREE, PRODUCT

By = tuple[str, str, dict[str, Any]]  # Who, what, with which fields.
FOR_OTHERS: Final = {
    **PRODUCT,
    "product_id": "E1",
    "terms": {**PRODUCT["terms"], "funding": "entrusted"},
}
LENT: Final[tuple[Act, ...]] = (
    ("product.define", FOR_OTHERS),
    ("loan.agree", {**AGREE, "loan_id": "L5", "customer_id": "C2", "product_id": "E1"}),
    ("loan.entrust", {"loan_id": "L5", "entrusted_by": "C1", "contract_no": "E-1"}),
)
E1: Final = {"application_id": "E1"}
TERMS: Final = {
    "product_id": "E1",
    "amount": "20000.00",
    "months": 12,
    "rate_yearly": "5%",
    "method": "equal_instalment",
    "loan_purpose": "planting",
    "use": "seedlings",
    "security": ["unsecured"],
    "payment": "self_payment",
}
ENTRUSTED: Final[tuple[By, ...]] = (
    (
        "zhao",
        "credit_application.submit",
        {
            **E1,
            "customer_id": "C2",
            "unit_id": "B1",
            "channel": "visit",
            "applied_on": "2026-07-01",
            "terms": TERMS,
            "entrusting": {"entrusted_by": "C1", "agreement": DIGEST},
        },
    ),
    (
        "zhao",
        "credit_application.admit",
        {**E1, "stated": {"lawful": True, "evidence": DIGEST}},
    ),
    (
        "zhou",
        "mandate.grant",
        {
            "mandate_id": "ME",
            "post": "approver",
            "unit_id": "CREDIT",
            "scope": {"amount_max": "50000.00"},
            "since": "2026-07-01",
            "until": "2026-12-31",
            "authority": "Board 2",
            "document": DIGEST,
        },
    ),
    *(
        ("zhou", name, fields)
        for name, fields in person(("pi", "approver", "CREDIT", "senior"), date(2026, 7, 1))
    ),
    (
        "pi",
        "entrustment.accept",
        {
            **E1,
            "found": {"source": "own_funds", "evidence": DIGEST, "use": "permitted"},
            "terms": TERMS,
            "service_fee": "100.00",
            "mandate_id": "ME",
        },
    ),
)
entrusting: Final = st.one_of(
    act(
        "loan.disburse",
        loan_id="L5",
        amount="12000.00",
        value_date=days,
        reference=numbers,
    ),
    act(
        "loan.record_repayment",
        loan_id="L5",
        receipt_no=numbers,
        amount=amounts,
        value_date=days,
    ),
)
