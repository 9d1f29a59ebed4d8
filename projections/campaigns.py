"""The campaigns with what came of them, and their lists, which can be drawn again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.campaign import CAMPAIGN, Planned
from domain.campaign.commands import Reply
from domain.campaign.events import CampaignPlanned
from domain.labels import Label
from domain.lead import LEAD
from domain.lead.events import LeadConverted
from domain.recorded import Fact
from projections.history import HISTORY
from projections.leads import LEADS_FOUND, LEADS_MAX
from projections.loans import LOANS
from projections.plain import plain
from projections.roster import Rows, known, roster
from projections.segment import members
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Campaign:
    """A campaign that was planned."""

    campaign_id: str


def planned(fact: Fact, _event: CampaignPlanned) -> Iterator[tuple[date, Campaign]]:
    """Yield the campaign, from its first day."""
    yield fact.on, Campaign(campaign_id=fact.id)


CAMPAIGNS: Final = Lines(
    name="campaign", row=Campaign, of={CampaignPlanned: planned}, by=("campaign_id",)
)


def _results(reader: Reader, question: Question) -> Answer:
    def rows(names: Sequence[str]) -> Rows:
        for name, campaign in known(reader, CAMPAIGN, names).items():
            yield name, _row(reader, name, campaign)

    return roster(reader, question, CAMPAIGNS, rows)


def _row(reader: Reader, campaign_id: str, campaign: Planned) -> dict[str, Any]:
    plan = campaign.plan
    assert plan is not None
    replies = Counter(contact.reply for contact in campaign.contacts.values())
    where = {"campaign_id": campaign_id}
    found = reader.keys(LEADS_FOUND, "lead_id", where=where, limit=LEADS_MAX)
    leads = known(reader, LEAD, found).values()
    return {
        "campaign_id": campaign_id,
        "title": plan.title,
        "unit_id": plan.unit_id,
        "product_id": plan.product_id,
        "scenario": plan.scenario,
        "segment": plain(plan.segment),
        "since": plan.since.isoformat(),
        "until": plan.until.isoformat(),
        "planned_by": plan.planned_by,
        "approved_by": campaign.approved.approved_by if campaign.approved else None,
        "target_count": len(campaign.drawn.targets) if campaign.drawn else 0,
        "contact_count": len({one.customer_id for one in campaign.contacts.values()}),
        "replies": {reply.value: replies[reply] for reply in Reply if replies[reply]},
        "lead_count": len(found),
        "converted": sum(isinstance(lead.ended, LeadConverted) for lead in leads),
        "result": campaign.closed.result if campaign.closed else None,
    }


def _targets(reader: Reader, question: Question) -> Answer:
    campaign_id = question.values["campaign_id"]
    (campaign,) = known(reader, CAMPAIGN, [campaign_id]).values()
    if campaign.drawn is None:
        return Answer(rows=[])
    drawn, plan = campaign.drawn, campaign.plan
    last = {one.customer_id: one.reply.value for one in campaign.contacts.values()}
    then = reader.on(drawn.drawn_on)
    found = {name for name, *_ in members(then, plan.segment, drawn.targets, drawn.known_by)}
    rows = [
        {
            "customer_id": name,
            "campaign_id": campaign_id,
            "drawn_on": drawn.drawn_on.isoformat(),
            "found_again": name in found,
            "reply": last.get(name),
        }
        for name in sorted(drawn.targets)
        if name > (question.after or "")
    ]
    kept = rows[: question.limit]
    more = len(rows) > len(kept)
    return Answer(rows=kept, next=str(kept[-1]["customer_id"]) if more else None)


CAMPAIGN_RESULTS: Final = View(
    name="campaign_results",
    title=Label("营销活动成效", "campaigns and their results"),
    tables=(CAMPAIGNS, LEADS_FOUND, HISTORY),
    columns=columns(
        campaign_id="text",
        title="text",
        unit_id="text",
        product_id="text",
        scenario="text",
        segment="map",
        since="date",
        until="date",
        planned_by="text",
        approved_by="text",
        target_count="number",
        contact_count="number",
        replies="map",
        lead_count="number",
        converted="number",
        result="text",
    ),
    answer=_results,
)
CAMPAIGN_TARGETS: Final = View(
    name="campaign_targets",
    title=Label("营销目标名单", "list of a campaign"),
    tables=(LOANS, HISTORY),
    parameters=(Parameter(name="campaign_id", required=True, each=(("campaign_results", "{}"),)),),
    columns=columns(
        customer_id="text",
        campaign_id="text",
        drawn_on="date",
        found_again="flag",
        reply="text",
    ),
    answer=_targets,
)
