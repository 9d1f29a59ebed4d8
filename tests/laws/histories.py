"""Histories of a village bank: acts in any order, with any dates, but those that rules forbid."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle, zip_longest
from typing import Final

from attrs import frozen
from hypothesis import strategies as st

from adapters.problems import Conflict, Unreadable
from adapters.settings import Settings
from adapters.storage.view_feed import Journal
from adapters.system import System
from adapters.wiring import open_system
from domain.recorded import Fact
from domain.rules import Refused
from tests.department import DIGEST
from tests.laws.acts import Act, act, amounts, days, numbers, servicing
from tests.laws.credit import BEFORE, applying
from tests.laws.customers import MINDED, minding
from tests.laws.entrusting import ENTRUSTED, LENT, entrusting
from tests.laws.house import ORDER, handing_over
from tests.laws.judging import judging
from tests.laws.limits import LIMITS, grouping
from tests.laws.market import FOUND, finding
from tests.village import AGREE, DISBURSE, LI, OPEN, PRODUCT, QUOTE, ZHANG

CUSTOMERS: Final = ("C1", "C2", "C3")
LOANS: Final = ("L1", "L2", "L3", "L4", "L5", "T1", "T2")
FILES: Final = ("customer-C1", "loan-L1", "credit_application-A1")

ORIGIN: Final = {"system": "former", "reference": "loan.csv:1"}
PLAN: Final = [
    {"no": n, "due_date": f"2025-0{n}-15", "principal": "500.00", "interest": "5.00", "fee": "1.00"}
    for n in (1, 2, 3, 4)
]
IN_PARTS: Final = {
    **PRODUCT,
    "product_id": "P2",
    "terms": {
        **PRODUCT["terms"],
        "drawdowns_max": 3,
        "repricings": ["quarterly"],
        "compound": "contract_then_penalty",
        "grace_days": 3,
        "late_fee": "5.00",
        "prepayment_fee": "10.00",
        "early_days": 5,
    },
}
DISCOUNTING: Final = {
    **PRODUCT,
    "product_id": "P3",
    "terms": {**PRODUCT["terms"], "methods": ["discount"]},
}
BILL: Final = {
    "bill_no": "B1",
    "bill_kind": "bank_acceptance",
    "drawer": "县粮油加工厂",
    "acceptor": "市商业银行",
    "endorsers": ["91130421MA07QK3L11", "C1"],
    "face": "12000.00",
    "issued_on": "2025-01-02",
    "matures_on": "2025-06-20",
    "acceptor_elsewhere": True,
}
PRICING: Final = {
    "benchmark_id": "LPR",
    "tenor_months": 12,
    "spread_points": 150,
    "repricing": "quarterly",
}
OPENING: Final[tuple[Act, ...]] = (
    ("log.open", OPEN),
    ("product.define", PRODUCT),
    ("benchmark.record_quote", QUOTE),
    ("customer.register", ZHANG),
    ("customer.register", LI),
    ("loan.agree", AGREE),
    ("customer.register", {**ZHANG, "customer_id": "C3", "document": None, "origin": ORIGIN}),
    ("product.define", IN_PARTS),
    (
        "loan.agree",
        {
            **AGREE,
            "loan_id": "L2",
            "customer_id": "C2",
            "product_id": "P2",
            "method": "equal_principal",
            "pricing": PRICING,
        },
    ),
    ("loan.agree", {**AGREE, "loan_id": "L3", "lending": "refinancing", "replaces": "L1"}),
    ("loan.disburse", DISBURSE),
    ("product.define", DISCOUNTING),
    (
        "loan.agree",
        {**AGREE, "loan_id": "L4", "product_id": "P3", "method": "discount", "bill": BILL},
    ),
    ("loan.disburse", {**DISBURSE, "loan_id": "L4", "reference": "PAY-4"}),
    (
        "loan.disburse",
        {
            "loan_id": "L2",
            "amount": "4000.00",
            "value_date": "2025-02-01",
            "reference": "PAY-2",
        },
    ),
    (
        "loan.take_over",
        {
            "loan_id": "T1",
            "customer_id": "C2",
            "amount": "2000.00",
            "granted_on": "2024-12-15",
            "plan": PLAN,
            "rate_yearly": None,
            "origin": ORIGIN,
        },
    ),
    *LENT,
)


_loan, _customer = st.sampled_from(LOANS), st.sampled_from(CUSTOMERS)
receipts: Final = act(
    "loan.record_repayment",
    loan_id=st.sampled_from(["L1", "L1", "L1", "T1", "L2", "L4"]),
    receipt_no=numbers,
    amount=amounts,
    value_date=days,
    origin=st.just(ORIGIN),
)
lending: Final = st.one_of(
    act(
        "loan.disburse",
        loan_id=_loan,
        amount=st.sampled_from(["12000.00", "4000.00"]),
        value_date=days,
        reference=numbers,
    ),
    act("loan.reverse_repayment", loan_id=_loan, receipt_no=numbers, reason="keyed_wrong"),
    act("loan.reverse_disbursement", loan_id=_loan, reference=numbers),
    act("loan.refund_excess", loan_id=_loan, reference=numbers, amount=amounts, value_date=days),
    act("loan.cancel", loan_id=_loan, reason="agreed_in_error", on=days),
)
taking_over: Final = st.one_of(
    act(
        "loan.take_over",
        loan_id="T2",
        customer_id=_customer,
        amount="2000.00",
        rate_yearly=None,
        granted_on=days,
        plan=[],
        origin=ORIGIN,
    ),
    act(
        "loan.record_statement",
        loan_id=_loan,
        as_of=days,
        status=st.sampled_from(["A", "B"]),
        amounts=st.sampled_from([[], [{"name": "due", "amount": "7.00"}]]),
        origin=ORIGIN,
    ),
)
knowing: Final = st.one_of(
    act(
        "customer.change_particulars",
        customer_id=_customer,
        since=days,
        phone=st.sampled_from([None, "13700137000", "13600136000"]),
        others=st.sampled_from([[], [{"name": "village", "value": "清河"}]]),
    ),
    act(
        "customer.add_contact",
        customer_id=_customer,
        contact_id="K1",
        relation="spouse",
        name="王五",
        since=days,
    ),
    act("customer.end_contact", customer_id=_customer, contact_id="K1", until=days),
    act("customer.relate", customer_id="C1", other_id="C2", relation="guarantor", since=days),
    act("customer.end_relation", customer_id="C1", other_id="C2", relation="guarantor", until=days),
    act("customer.place_hold", customer_id="C1", hold_id="H1", basis="litigation", until=days),
    act("customer.lift_hold", customer_id="C1", hold_id="H1"),
    act("customer.merge", customer_id="C2", into_id="C1"),
    act("customer.request_erasure", customer_id="C3", basis="purpose_ended"),
    act("customer.erase", customer_id="C3"),
)
filing: Final = st.one_of(
    act(
        "archive.file_document",
        file_id=st.sampled_from(FILES),
        document_id=st.sampled_from(["D1", "D2"]),
        kind=st.sampled_from(["loan_contract", "income_proof"]),
        digest=DIGEST,
        title="材料",
        dated=days,
    ),
    act(
        "archive.remove_document",
        file_id=st.sampled_from(FILES),
        document_id="D1",
        reason="superseded",
        since=days,
    ),
    act(
        "checklist.set",
        kind="natural_person",
        documents=st.sampled_from([["income_proof"], ["other", "income_proof"]]),
        since=days,
        source="circular",
    ),
    act("product.withdraw", product_id="P1", since=days, source="circular"),
)


quoting: Final = st.one_of(
    *(
        act(
            f"benchmark.{verb}",
            benchmark_id="LPR",
            tenor_months=12,
            published_on=st.sampled_from(["2024-12-20", "2025-05-20", "2025-06-20"]),
            rate_yearly=st.sampled_from(["2.90%", "3.10%", "3.00%"]),
            source="National Interbank Funding Center",
        )
        for verb in ("record_quote", "correct_quote")
    )
)


def _taking_turns(moves: list[Act], others: list[Act]) -> list[Act]:
    pairs = zip_longest(moves, others)
    return [act for pair in pairs for act in pair if act is not None]


histories: Final = st.builds(
    _taking_turns,
    st.lists(st.one_of(receipts, receipts, lending, servicing, servicing), min_size=6, max_size=15),
    st.lists(
        st.one_of(
            *(taking_over, knowing, minding, filing, quoting),
            *(applying, judging, handing_over, finding, grouping, entrusting),
        ),
        max_size=15,
    ),
)


def play(acts: Sequence[Act]) -> System:
    """Return a system in memory after these acts, one a minute; refused ones change nothing.

    Two actors take turns, because one may not erase what the same one asked to be erased.
    """
    clock = iter(datetime(2026, 7, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(10_000))
    system = open_system(Settings(database=":memory:"), lambda: next(clock))
    buses = cycle((system.bus("zhao"), system.bus("qian")))
    for (name, fields), bus in zip(OPENING, buses, strict=False):
        bus.run(name, fields)
    for actor, name, fields in (*BEFORE, *ORDER, *FOUND, *LIMITS, *MINDED, *ENTRUSTED):
        system.bus(actor).run(name, fields)
    for (name, fields), bus in zip(acts, buses, strict=False):
        try:
            bus.run(name, fields)
        except (Refused, Conflict, Unreadable):
            continue
    return system


@frozen
class CutJournal:
    """A journal as it was when its last index was this one."""

    whole: Journal
    last: int

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return facts up to the cut."""
        found = self.whole.facts(after, min(limit, self.last - after)) if after < self.last else ()
        return list(found)

    def head(self) -> int:
        """Return the index of the cut."""
        return self.last

    def index_at(self, moment: datetime) -> int:
        """Return the last index at a moment, as it was known then."""
        return min(self.whole.index_at(moment), self.last)

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say now."""
        return self.whole.open_refs(refs)
