"""The text of a contract: a standard form whose blanks are filled with the items agreed.

Persons stay references, as 〔C1·名称〕: what is printed has their names and numbers in that place,
and what is frozen does not, so that they can be erased and the text still proved.

Source: Civil Code of the PRC, Art. 470, 668; 个人信息保护法 第47条.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from domain.contract.events import ContractDrafted
from domain.contract.in_words import in_words
from domain.facts.approval import Condition
from domain.facts.contract import BreachTerm
from domain.facts.forms.form import Form
from domain.facts.labels import LABELS as FACT_LABELS
from domain.facts.pricing_policy import AgreedFee
from domain.facts.terms import CreditTerms
from domain.ids import CustomerId
from domain.labels import LABELS as SHARED_LABELS

LENDER: Final = "贷款机构"  # Stands for the institution in a reference.
NOTHING: Final = "无"


class Said(StrEnum):
    """What a reference in a text stands for."""

    NAME = "名称"
    NUMBER = "证件号码"
    ADDRESS = "住所"


REFERENCE: Final = re.compile(f"〔([^〔·〕]+)·({'|'.join(Said)})〕")


def reference(who: CustomerId, what: Said) -> str:
    """Return what stands in a frozen text for a particular of a party."""
    return f"〔{who}·{what}〕"


def wording(contract_id: str, drafted: ContractDrafted, form: Form) -> tuple[str, ...]:
    """Return the lines of a contract, every blank of its form filled."""
    return form.filled(_items(contract_id, drafted))


def _items(contract_id: str, drafted: ContractDrafted) -> Mapping[str, str]:
    ceiling, since, until = drafted.secures_up_to, drafted.debts_since, drafted.debts_until
    return {
        "contract_id": contract_id,
        "lender": reference(LENDER, Said.NAME),
        "borrower_name": reference(drafted.customer_id, Said.NAME),
        "borrower_number": reference(drafted.customer_id, Said.NUMBER),
        "borrower_address": reference(drafted.customer_id, Said.ADDRESS),
        "giver_name": _each(reference(giver, Said.NAME) for giver in drafted.givers),
        "giver_number": _each(reference(giver, Said.NUMBER) for giver in drafted.givers),
        "giver_address": _each(reference(giver, Said.ADDRESS) for giver in drafted.givers),
        **_third(drafted),
        "securities": _each(drafted.securities),
        "secured_by": _each(drafted.secured_by),
        "secures": _each(drafted.secures),
        "secures_up_to": f"{in_words(ceiling)}（{ceiling}）" if ceiling else NOTHING,
        "debts_since": str(since or NOTHING),
        "debts_until": str(until or NOTHING),
        "breach_terms": _numbered(map(_breach, drafted.breach_terms)),
        "fees": _each(map(_fee, drafted.fees)),
        "covenants": _numbered(map(_condition, drafted.conditions)),
        "provisions": _numbered(drafted.provisions),
        "due_day": str(drafted.due_day or NOTHING),
        **(_terms(drafted.terms) if drafted.terms else {"months": NOTHING}),
    }


def _third(drafted: ContractDrafted) -> Mapping[str, str]:
    """Return what is said of who entrusts the money, and what they pay."""
    who = drafted.entrusted_by
    return {
        "entruster_name": reference(who, Said.NAME) if who else NOTHING,
        "entruster_number": reference(who, Said.NUMBER) if who else NOTHING,
        "entruster_address": reference(who, Said.ADDRESS) if who else NOTHING,
        "service_fee": str(drafted.service_fee or NOTHING),
    }


def _terms(terms: CreditTerms) -> Mapping[str, str]:
    return {
        "loan_purpose": _zh(terms.loan_purpose),
        "use": terms.use,
        "amount": str(terms.amount),
        "amount_in_words": in_words(terms.amount),
        "months": str(terms.months),
        "rate_yearly": str(terms.rate_yearly),
        "method": _zh(terms.method),
        "payment": _zh(terms.payment),
        "security": _each(map(_zh, terms.security)),
    }


def _breach(term: BreachTerm) -> str:
    notice = f"，经通知{term.cure_days}日内未纠正" if term.cure_days else ""
    return f"{_zh(term.breach)}{notice}的，甲方有权{_each(map(_zh, term.remedies))}"


def _fee(fee: AgreedFee) -> str:
    asked = [str(part) for part in (fee.amount, fee.rate) if part is not None]
    return f"{fee.fee_id} {_each(asked)}"


def _condition(condition: Condition) -> str:
    return f"{_zh(condition.kind)}：{condition.says}"


def _zh(name: str) -> str:
    return (SHARED_LABELS.get(name) or FACT_LABELS[name]).zh


def _each(said: Iterable[str]) -> str:
    return "、".join(said) or NOTHING


def _numbered(said: Iterable[str]) -> str:
    """Return several clauses in one line; one alone has no number."""
    clauses: Sequence[str] = list(said)
    if len(clauses) < 2:
        return _each(clauses)
    return "；".join(f"（{number}）{clause}" for number, clause in enumerate(clauses, start=1))
