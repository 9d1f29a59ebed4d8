"""The formulae that rows come from, with their sources, for whoever asks why."""

from typing import Final

from attrs import frozen

_MANUAL: Final = "Circular PBOC 2005-129 (银发〔2005〕129号), interest by periods and by products"
_ANNUITY: Final = "annuity formula; 等额本息还款法"


@frozen
class Formula:
    """A formula: its name in both languages, what it says, and where it comes from."""

    code: str
    zh: str
    en: str
    says: str
    source: str


BY_PERIOD: Final = Formula(
    "interest_by_period",
    "按月（期）计息",
    "interest of a whole period",
    "I = round(B x r x part of a year)",
    _MANUAL,
)
BY_DAYS: Final = Formula(
    "interest_by_days",
    "按日计息",
    "interest by days",
    "I = round(B x r x days / basis)",
    _MANUAL,
)
BY_PIECES: Final = Formula(
    "interest_by_pieces",
    "分段计息（积数）",
    "interest by pieces, rounded once",
    "I = round(sum of B_j x r_j x days_j / basis)",
    _MANUAL,
)
COMPOUNDED: Final = Formula(
    "interest_compounded",
    "复利折算期利率",
    "interest at the equivalent rate of a period",
    "I = round(B x ((1 + r/m)^(m x part of a year) - 1))",
    "Interest Act (Canada) s. 6; effective yearly rates",
)
ON_ORIGINAL: Final = Formula(
    "interest_flat",
    "等本等息",
    "flat interest on the original principal",
    "I = round(P x r x part of a year)",
    "contracts with 等本等息; 贷款年化利率须按剩余本金披露 (PBOC 2021-3)",
)
DISCOUNTED: Final = Formula(
    "interest_discount",
    "贴现利息",
    "interest deducted in advance",
    "I = round(face x r x (days + transit days) / 360)",
    "支付结算办法 (discount of bills)",
)
KEPT_BACK: Final = Formula(
    "interest_kept_back",
    "利息已预扣",
    "interest was kept back on paying out",
    "I = 0",
    "支付结算办法 (discount of bills)",
)
NOT_ASKED: Final = Formula(
    "interest_not_asked",
    "本期不收息",
    "no interest is asked for in this period",
    "I = 0; what accrues is asked for later or joins the principal",
    "the contract's grace",
)

LEVEL: Final = Formula(
    "principal_of_level_payment",
    "等额本息",
    "principal fills up the level payment",
    "Pr = A - I, A = P / sum_k prod_(j<=k) 1/(1 + i_j)",
    _ANNUITY,
)
LEVEL_PRINCIPAL: Final = Formula(
    "level_principal",
    "等额本金",
    "the same principal each time",
    "Pr = round(P / n)",
    "等额本金还款法",
)
STATED: Final = Formula(
    "principal_as_agreed",
    "约定本金",
    "as agreed",
    "Pr as the contract says",
    "the contract",
)
NONE: Final = Formula(
    "no_principal",
    "本期不还本",
    "no principal is asked for",
    "Pr = 0",
    "the contract",
)
ALL: Final = Formula(
    "principal_rest",
    "结清剩余本金",
    "all that is left",
    "Pr_n = B_(n-1), so that the principal adds up",
    "the last instalment absorbs the residue",
)
CAPITALISED: Final = Formula(
    "interest_capitalised",
    "利息转本",
    "interest joins the principal",
    "B_k = B_(k-1) + I",
    "the contract's capitalisation",
)
