"""The investigation report in seven parts, word for word out of what was recorded.

The same facts give the same text.  It names the customer by number alone: what is personal stands
on the customer's card.  The text is kept with the conclusion, so that later words of the program
do not change what was signed.

Source: Credit manual of the institution: the seven parts of the investigation report (调查报告:
客户基本情况, 经营情况, 借款需求, 财务分析, 非财务分析, 担保分析, 结论建议).
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from typing import Final

from domain.facts.application import Application
from domain.facts.terms import CreditTerms
from domain.investigation.basis import Basis
from domain.investigation.events import InvestigationConcluded
from domain.investigation.state import Case
from domain.investigation.values import Factor
from domain.investigation.wording import money, word

TITLE: Final = "贷前调查报告"
_NONE: Final = "无记录"
_MARKET: Final = (
    Factor.MAIN_PRODUCT,
    Factor.TECHNOLOGY,
    Factor.MARKET_SHARE,
    Factor.MARKET_OUTLOOK,
)


def written(case: Case, concluded: InvestigationConcluded) -> str:
    """Return the report of a case that is concluded; its lines end with a line feed each."""
    application = case.application
    assert application is not None
    parts: Sequence[tuple[str, Iterator[str]]] = (
        ("一、客户基本情况", _customer(case, application, concluded)),
        ("二、经营情况", _operations(case)),
        ("三、借款需求", _request(case, application)),
        ("四、财务分析", _financial(case, concluded)),
        ("五、非财务分析", _judged(case, [one for one in Factor if one not in _MARKET])),
        ("六、担保分析", _security(case)),
        ("七、结论建议", _conclusion(case, concluded)),
    )
    head = f"{TITLE}（{application.application_id}）"
    lines = [head, *(line for title, part in parts for line in (title, *_or_none(part)))]
    return "".join(f"{line}\n" for line in lines)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as digests are written."""
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def _or_none(lines: Iterator[str]) -> Sequence[str]:
    return list(lines) or [_NONE]


def _customer(
    case: Case, application: Application, concluded: InvestigationConcluded
) -> Iterator[str]:
    yield f"客户编号：{application.customer_id}；类型：{word(application.customer_kind)}"
    yield f"受理机构：{application.unit_id}；申请日：{application.applied_on}"
    yield f"调查人：{'、'.join(case.investigators)}；完成日：{concluded.decided_on}"
    for visit in case.visits.values():
        place = f"，地点 {visit.division}" if visit.division else ""
        people, photos = "、".join(visit.visitors), len(visit.photos)
        yield f"{visit.on} {word(visit.way)}{place}，{people}，影像 {photos} 份：{visit.says}"
    for check in case.checks.values():
        by = f"{check.checked_by}，{check.on}"
        yield f"{word(check.item)}：{word(check.result)}（{by}）{check.says}"
    if talk := case.interview:
        how = "视频" if talk.by_video else "当面"
        yield f"{talk.on} {how}面谈（{talk.handler}）：{talk.says}"
    yield from _standing(concluded.grounds)


def _standing(basis: Basis) -> Iterator[str]:
    """Yield what the credit bureau and our own rating say of the customer."""
    if basis.inquiries and (said := basis.inquiries.report):
        yield (
            f"征信报告（{said.reported_on}）："
            f"未结清贷款 {said.open_loans} 笔，余额 {money(said.owed)}；"
            f"逾期 {said.overdue_loans} 笔，{money(said.overdue_amount)}；"
            f"对外担保 {said.guarantees} 笔，{money(said.guaranteed)}"
        )
    if rating := basis.rating:
        made = f"{rating.scorecard}，{rating.rated_on}，至 {rating.valid_until}"
        yield f"信用等级：{rating.grade}（{made}）"


def _operations(case: Case) -> Iterator[str]:
    if case.form:
        form = case.form.form
        yield f"主营：{form.main_business}；经营 {form.years_in_business} 年"
        yield f"用工 {form.workers} 人；场所：{form.workplace}"
        yield f"供应商：{form.suppliers}；购买方：{form.buyers}"
        yield f"月均营业额：{money(form.monthly_turnover)}；旺季月份：{form.peak_months}"
    yield from _judged(case, _MARKET)


def _request(case: Case, application: Application) -> Iterator[str]:
    yield f"申请：{_terms(application.terms)}"
    yield f"用途：{word(application.terms.loan_purpose)}，{application.terms.use}"
    if case.repayment is None:
        return
    for one in case.repayment.sources:
        times = f"，{one.times} 次，每隔 {one.months_apart} 个月" if one.times > 1 else ""
        what = f"{one.says}，{one.from_day} 起 {money(one.amount)}{times}"
        yield f"{word(one.rank)}还款来源：{what}"
    found = case.repayment.covered
    yield (
        f"应还合计 {money(found.asked)}：第一来源 {money(found.by_first)}，"
        f"第二来源 {money(found.by_second)}"
    )
    if found.short_from:
        yield f"自 {found.short_from} 起不足 {money(found.short)}"


def _financial(case: Case, concluded: InvestigationConcluded) -> Iterator[str]:
    if economy := concluded.grounds.economy:
        yield (
            f"资产 {money(economy.assets)}，负债 {money(economy.debts)}，"
            f"上年纯收入 {money(economy.net_income)}"
        )
    for as_of, ratios in groupby(concluded.grounds.ratios, key=lambda one: one.as_of):
        said = (f"{word(one.ratio)} {one.shown_as or '无意义'}" for one in ratios)
        yield f"截至 {as_of}：{'；'.join(said)}"
    for debt in case.debts.debts if case.debts else ():
        found = "客户申报" if debt.declared else "调查发现（隐性）"
        owed = f"{money(debt.amount)}，年偿付 {money(debt.each_year)}"
        yield f"{word(debt.kind)} {owed}，{found}"
    if case.cash_flow:
        flow = case.cash_flow.repayable
        yield f"年收入 {money(flow.yearly_income)}，年支出 {money(flow.yearly_expense)}"
        yield f"年偿债 {money(flow.debt_service)}，可支配 {money(flow.disposable)}"
        yield f"月可还款 {money(flow.monthly_most)}，可承受贷款 {money(flow.affordable)}"
        yield f"{'足以' if flow.enough else '不足以'}偿还所测算的金额"


def _judged(case: Case, factors: Sequence[Factor]) -> Iterator[str]:
    for factor in factors:
        if one := case.factors.get(factor):
            yield f"{word(factor)} {one.mark}/5：{one.says}"


def _security(case: Case) -> Iterator[str]:
    for one in case.securities.values():
        eligible = "合格" if one.eligible else "不合格"
        title = "权属清楚" if one.undisputed else "权属有争议"
        worth = f"价值 {money(one.value)}，可计担保 {money(one.counts)}"
        yield f"{one.stream}：{eligible}，{title}，{worth}（{one.on}）{one.says}"


def _conclusion(case: Case, concluded: InvestigationConcluded) -> Iterator[str]:
    if risk := case.risk:
        sides = f"履约 {word(risk.record)}，能力 {word(risk.ability)}，担保 {word(risk.cover)}"
        yield f"贷款风险等级：{word(risk.risk)}（{sides}）"
    yield f"建议：{'同意放贷' if concluded.lend else '不同意放贷'}。{concluded.says}"
    if concluded.proposed:
        yield f"方案：{_terms(concluded.proposed)}"
    if waiver := concluded.waiver:
        yield f"超出测算额度由 {waiver.authority} 批准：{waiver.reason}"
    for finding in concluded.findings:
        yield f"提示 {finding.rule}：{finding.facts}"


def _terms(terms: CreditTerms) -> str:
    rate = f"，年利率 {terms.rate_yearly}" if terms.rate_yearly else ""
    ways = "、".join(map(word, terms.security))
    return (
        f"{terms.product_id}，{money(terms.amount)}，{terms.months} 个月{rate}，"
        f"{word(terms.method)}，{ways}，{word(terms.payment)}"
    )
