"""The campaigns with what came of them, and their lists, which can be drawn again."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.campaign import CAMPAIGN, Planned
from domain.campaign.commands import Reply
from domain.campaign.events import CampaignPlanned
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY
from projections.leads import LEADS_FOUND
from projections.loans import LOANS
from projections.plain import plain
from projections.roster import known
from projections.sales_results import WON
from projections.segment import members
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns

LEADS_MAX: Final = 8_000  # That one page counts.


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
    """Return campaigns in the order of their numbers; a page ends where many leads are counted."""
    after, limit = question.after or "", question.limit
    names = reader.keys(CAMPAIGNS, "campaign_id", after=after, limit=limit + 1)
    rows, counted = list[dict[str, Any]](), 0
    for last, (name, campaign) in zip(
        ["", *names], known(reader, CAMPAIGN, names[:limit]).items(), strict=False
    ):
        leads = {line.row.lead_id for line in reader.lines(LEADS_FOUND, {"campaign_id": name})}
        counted += len(leads)
        if rows and counted > LEADS_MAX:
            return Answer(rows=rows, next=last)
        rows.append(_row(reader, name, campaign, leads))
    return Answer(rows=rows, next=names[limit - 1] if len(names) > limit else None)


def _row(
    reader: Reader, campaign_id: str, campaign: Planned, leads: Collection[str]
) -> dict[str, Any]:
    plan = campaign.plan
    assert plan is not None
    replies = Counter(contact.reply for contact in campaign.contacts.values())
    won = reader.lines(WON, {"lead_id": leads}) if leads else ()
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
        "lead_count": len(leads),
        "converted": len({line.row.lead_id for line in won}),
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
    tables=(CAMPAIGNS, LEADS_FOUND, WON, HISTORY),
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
