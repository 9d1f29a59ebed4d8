"""A product as the tests tell of it."""

from datetime import date

from domain.kinds import CustomerKind, DocumentKind, RepaymentMethod
from domain.money import Money
from domain.product.commands import ChangeTerms, DefineProduct, WithdrawProduct
from domain.product.events import ProductDefined, ProductWithdrawn, TermsChanged
from domain.rate import Rate
from domain.terms import Terms

BEGIN = date(2025, 1, 1)
LATER = date(2026, 1, 1)
TERMS = Terms(
    amount_min=Money(1_000_00),
    amount_max=Money(300_000_00),
    instalments_max=36,
    rate_min=Rate.parse("3.00%"),
    rate_max=Rate.parse("12.00%"),
    methods=(RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.INTEREST_ONLY),
    customer_kinds=(CustomerKind.NATURAL_PERSON, CustomerKind.FARM_HOUSEHOLD),
    documents=(DocumentKind.LOAN_CONTRACT, DocumentKind.LOAN_NOTE),
)
DEARER = Terms(
    amount_min=Money(1_000_00),
    amount_max=Money(300_000_00),
    instalments_max=36,
    rate_min=Rate.parse("4.00%"),
    rate_max=Rate.parse("15.00%"),
    methods=(RepaymentMethod.EQUAL_INSTALMENT,),
    customer_kinds=(CustomerKind.NATURAL_PERSON,),
)
DEFINE = DefineProduct(
    product_id="P1", title="惠农贷", terms=TERMS, since=BEGIN, source="Credit committee 2024-12"
)
DEFINED = ProductDefined(
    title="惠农贷", terms=TERMS, since=BEGIN, source="Credit committee 2024-12"
)
CHANGE = ChangeTerms(product_id="P1", terms=DEARER, since=LATER, source="Credit committee 2025-12")
CHANGED = TermsChanged(terms=DEARER, since=LATER, source="Credit committee 2025-12")
WITHDRAW = WithdrawProduct(product_id="P1", since=LATER, source="Credit committee 2025-11")
WITHDRAWN = ProductWithdrawn(since=LATER, source="Credit committee 2025-11")
