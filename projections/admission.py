"""The admission of one application (准入结论): every criterion, what it rests on, and judged again.

Again is what the same inputs come to under the policy of the day asked about, as known then.
"""

from typing import Any, Final

from domain.credit_application.admission import rules
from domain.credit_application.admission.judge import judge
from domain.credit_application.admission.verdicts import Verdict
from domain.labels import Label
from domain.rules import Rule
from projections.application import APPLICATIONS, application_on
from projections.history import HISTORY
from projections.plain import plain
from projections.policy_book import policy_known
from projections.view import Answer, Parameter, Question, Reader, View, columns

_SAYS: Final = {rule.code: rule.says for rule in vars(rules).values() if isinstance(rule, Rule)}


def _answer(reader: Reader, question: Question) -> Answer:
    one = application_on(reader, question.values["application_id"])
    judged = one.state.judged
    if judged is None:
        return Answer(rows=[])
    waived = [waiver.rule for waiver in judged.waivers]
    book = policy_known(reader).book
    again = judge(judged.inputs, book, waived, policy_of=reader.day)
    others = {verdict.rule: verdict for verdict in again.verdicts}
    rows = [_row(verdict, others.get(verdict.rule)) for verdict in judged.verdicts]
    decided = {
        "application_id": one.application_id,
        "judged_on": plain(judged.on),
        "judged_by": judged.judged_by,
        "digest": judged.seen.digest,
    }
    return Answer(rows=[{**row, **decided} for row in rows])


def _row(verdict: Verdict, again: Verdict | None) -> dict[str, Any]:
    return {
        "rule": verdict.rule,
        "criterion": _SAYS[verdict.rule],
        "outcome": verdict.outcome.value,
        "says": verdict.says,
        "waived": verdict.waived,
        "source": verdict.source,
        "again": again.outcome.value if again else None,
        "again_says": again.says if again else None,
        "differs": again is not None and again != verdict,
    }


ADMISSION: Final = View(
    name="admission",
    title=Label("准入结论", "admission of an application"),
    tables=(APPLICATIONS, HISTORY),
    parameters=(Parameter(name="application_id", required=True, each=(("applications", "{}"),)),),
    columns=columns(
        rule="text",
        criterion="text",
        outcome="text",
        says="text",
        waived="flag",
        source="text",
        again="text",
        again_says="text",
        differs="flag",
        application_id="text",
        judged_on="date",
        judged_by="text",
        digest="text",
    ),
    answer=_answer,
)
