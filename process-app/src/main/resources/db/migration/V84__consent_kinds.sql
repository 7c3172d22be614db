-- What each statement is worth as evidence; see docs/reference/consent.md.
alter table lead_consent add column kind text not null default 'OWN_WORD'
    check (kind in ('OWN_WORD', 'DATED_CELL', 'UNDATED_CELL', 'DATED_RECORD', 'UNDATED_RECORD',
                    'DECLARATION', 'FORM', 'REMEMBERED'));
-- Nobody knows when it was said: it is older than anything said in the product, and "at" is when it
-- was recorded.
alter table lead_consent add column undated boolean not null default false;
-- What a person decided about a claim to be later than an objection.
alter table lead_consent add column decision text check (decision in ('confirmed', 'dismissed'));
alter table lead_consent add column decided_by text;
alter table lead_consent add column decided_at timestamptz;
create index lead_consent_claims on lead_consent (lead_id, channel)
    where given and decision is null and kind in ('DATED_CELL', 'DATED_RECORD');

-- What is on record: an objection stays one, with the moment it has. A consent is the person's own word
-- only where somebody recorded it by itself, with the words; what lifted objections without that lifts
-- them no longer.
update lead_consent c set kind = case
    when c.source = 'earlier objection' then 'REMEMBERED'
    when c.source in ('person', 'api') and not c.given then 'OWN_WORD'
    when c.source in ('person', 'api') and c.wording is not null
        and coalesce(c.person, '') not like 'key:%' then 'OWN_WORD'
    when o.kind = 'FORM' and c.basis <> 'consent' and c.given then 'DECLARATION'
    when o.kind = 'FORM' then 'FORM'
    when o.kind = 'IMPORT' and c.given and (c.basis <> 'consent' or c.wording is not null)
        then 'DECLARATION'
    when o.kind = 'IMPORT' then case when c.at < c.recorded_at - interval '1 second' then 'DATED_CELL' else 'UNDATED_CELL' end
    when c.at < c.recorded_at - interval '1 second' then 'DATED_RECORD'
    else 'UNDATED_RECORD' end
from lead_consent s left join lateral (
    select kind from lead_capture where lead_capture.lead_id = s.lead_id
        and lead_capture.origin = s.source order by at limit 1) o on true
where s.id = c.id;
update lead_consent set undated = true where kind = 'UNDATED_CELL' and given;
