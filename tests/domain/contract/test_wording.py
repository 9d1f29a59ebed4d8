"""The text of a contract: every item said, amounts in words, and no person's data."""

import pytest
from attrs import evolve

from domain.contract.in_words import in_words
from domain.contract.wording import REFERENCE, wording
from domain.facts.contract import ContractKind
from domain.facts.forms import SHIPPED
from domain.facts.forms.form import BLANK, ITEMS, MORE
from domain.facts.terms import SecurityWay
from domain.money import Money
from tests.domain.contract.deeds import DRAFTED, MORTGAGE_DRAFTED, PRINTED, TERMS


@pytest.mark.parametrize("kind", ContractKind)
def test_a_form_that_ships_has_a_blank_for_every_item_and_no_other(kind):
    blanks = SHIPPED[kind].blanks
    assert set(ITEMS[kind]) <= blanks <= {*ITEMS[kind], *MORE}


def test_a_loan_contract_says_every_item():
    text = "\n".join(PRINTED.lines)
    for said in (
        "合同编号：L1",
        "养殖业，具体用于forty sows and their feed",
        "人民币（大写）贰拾万元整（小写：200000.00 CNY）",
        "借款期限：12个月",
        "年利率6.00%",
        "等额本息",
        "每月20日",
        "混合支付",
        "担保方式为抵押；担保合同编号：M1",
        "（1）用信前提条件：the sows are insured；（2）禁止事项：no other mortgage",
        "（1）未按期偿还本息，经通知10日内未纠正的，甲方有权计收罚息、宣布借款提前到期；",
        "（2）挪用的，甲方有权计收罚息",
        "其他约定：无",
    ):
        assert said in text, said
    assert not BLANK.search(text)


def test_persons_stay_references():
    found = REFERENCE.findall("\n".join(PRINTED.lines))
    assert ("C1", "名称") in found and ("C1", "证件号码") in found
    mortgage = wording("M1", MORTGAGE_DRAFTED, SHIPPED[ContractKind.MORTGAGE])
    assert "抵押人（乙方）：〔C2·名称〕　证件号码：〔C2·证件号码〕　住所：〔C2·住所〕" in mortgage


def test_an_unsecured_loan_says_that_nothing_secures_it():
    unsecured = evolve(
        DRAFTED, terms=evolve(TERMS, security=(SecurityWay.UNSECURED,)), secured_by=()
    )
    lines = wording("L1", unsecured, SHIPPED[ContractKind.LOAN])
    assert "第七条　担保：担保方式为信用；担保合同编号：无。" in lines


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("10", "壹拾元整"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("10200.30", "壹万零贰佰元叁角整"),
        ("107000.53", "壹拾万零柒仟元伍角叁分"),
        ("20003000", "贰仟万零叁仟元整"),
        ("1000050000", "壹拾亿零伍万元整"),
        ("1000000000001", "壹万亿零壹元整"),
        (
            "9999999999999.99",
            "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
        ),
    ],
)
def test_amounts_are_written_so_that_no_digit_can_be_altered(amount, said):
    assert in_words(Money.parse(amount)) == said
