"""Whether what is asked for can be lent: product, security, connected persons, papers.

Source: 商业银行法 第36条, 第40条; product catalogue of the institution.
"""

from domain.credit_application.admission.policy import Policy
from domain.credit_application.admission.rules import (
    ENTRUSTER_BEARS_THE_RISK,
    FILE_IS_COMPLETE,
    INSIDERS_GET_NO_BETTER,
    SECURITY_IS_GIVEN,
    TERMS_FIT_THE_PRODUCT,
)
from domain.credit_application.admission.verdicts import Inputs, Verdict
from domain.credit_application.admission.weigh import barred, care, met
from domain.credit_application.checklist import PaperState, items
from domain.facts.terms import SecurityWay
from domain.kinds import RepaymentMethod
from domain.party import Standing
from domain.terms import Terms


def product(inputs: Inputs, _policy: Policy) -> Verdict:
    """Weigh what is asked for against what the product is lent on that day."""
    if inputs.offered is None:
        return barred(TERMS_FIT_THE_PRODUCT, "the product is not lent on that day")
    misfits = outside(inputs, inputs.offered)
    if misfits:
        return barred(TERMS_FIT_THE_PRODUCT, ", ".join(misfits))
    return met(TERMS_FIT_THE_PRODUCT, f"within product {inputs.terms.product_id}")


def outside(inputs: Inputs, offered: Terms) -> list[str]:
    """Return what of the terms lies outside the product, each with its bounds."""
    asked, rate = inputs.terms, inputs.terms.rate_yearly
    ways, purposes = offered.securities, offered.loan_purposes
    found = {
        f"amount {asked.amount}, lent {offered.amount_min} to {offered.amount_max}": (
            asked.amount.currency == offered.amount_min.currency
            and offered.amount_min <= asked.amount <= offered.amount_max
        ),
        f"months {asked.months}, lent for {offered.instalments_max}": (
            asked.months <= offered.instalments_max
        ),
        f"rate {rate}, lent at {offered.rate_min} to {offered.rate_max}": (
            rate is None or offered.rate_min <= rate <= offered.rate_max
        ),
        f"method {asked.method.value}": asked.method in offered.methods,
        f"customer {inputs.customer_kind.value}": inputs.customer_kind in offered.customer_kinds,
        f"purpose {asked.loan_purpose.value}": not purposes or asked.loan_purpose in purposes,
        f"security {', '.join(asked.security)}": not ways or {*asked.security} <= {*ways},
    }
    return [says for says, fits in found.items() if not fits]


def security(inputs: Inputs, policy: Policy) -> Verdict:
    """Weigh whether security is given where the institution does not lend unsecured."""
    ways, amount = inputs.terms.security, inputs.terms.amount
    if inputs.terms.method is RepaymentMethod.DISCOUNT:
        return met(SECURITY_IS_GIVEN, "bills: all who signed one answer for it")
    if {*ways} - {SecurityWay.UNSECURED}:
        return met(SECURITY_IS_GIVEN, f"given: {', '.join(ways)}")
    most = policy.money(f"bank.unsecured.{inputs.customer_kind.value}.amount_max", amount.currency)
    if amount > most:
        return barred(SECURITY_IS_GIVEN, f"{amount} unsecured, up to {most}: security is required")
    return met(SECURITY_IS_GIVEN, f"{amount} unsecured, up to {most}")


def insiders(inputs: Inputs, policy: Policy) -> Verdict:
    """Weigh what is asked for by somebody connected with our own people."""
    allowed = policy.says_yes("insider.unsecured_loan.allowed")
    if not inputs.insider:
        return met(INSIDERS_GET_NO_BETTER, "not connected, as declared and as relations show")
    how = "as declared" if inputs.declared_insider else "as relations show"
    if not allowed and not {*inputs.terms.security} - {SecurityWay.UNSECURED}:
        return barred(INSIDERS_GET_NO_BETTER, f"connected, {how}: no unsecured loan")
    offered, rate = inputs.offered, inputs.terms.rate_yearly
    if offered and rate and rate < offered.rate_min:
        return barred(INSIDERS_GET_NO_BETTER, f"connected, {how}: {rate} is better than others get")
    return care(INSIDERS_GET_NO_BETTER, f"connected, {how}: on the terms of others, with no waiver")


def entruster(inputs: Inputs, _policy: Policy) -> Verdict:
    """Weigh who entrusts the money: what may be wrong with the borrower is theirs to weigh."""
    found = inputs.entruster
    if found is None or found.standing is not Standing.ACTIVE:
        return barred(ENTRUSTER_BEARS_THE_RISK, "who entrusts the money is not on our register")
    if found.blacklisted:
        return barred(ENTRUSTER_BEARS_THE_RISK, f"{found.entrusted_by} is on a black list")
    return met(
        ENTRUSTER_BEARS_THE_RISK,
        f"{found.entrusted_by} chose the borrower: means, record and security are not weighed here",
    )


def completeness(inputs: Inputs, policy: Policy) -> Verdict:
    """Weigh the file against the checklist; what lacks is brought before it is approved."""
    alarm = policy.count("bank.admission.expiry_alarm_days")
    found = items(inputs.required, inputs.papers, inputs.day, alarm)
    short = [f"{i.kind.value} {i.state.value}" for i in found if i.state is not PaperState.FILED]
    if short:
        return care(FILE_IS_COMPLETE, ", ".join(short))
    return met(FILE_IS_COMPLETE, f"{len(found)} of {len(found)}")
