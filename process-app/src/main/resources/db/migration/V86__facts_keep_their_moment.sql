-- When a record that waits for a decision about a pair came.
alter table duplicate_case add column capture_at timestamptz;

-- A name that was composed of its parts is no statement of its own: it is composed anew whenever a part
-- changes. So are names that one part alone had overwritten.
with composed as (
    select n.lead_id, f.value as first, l.value as last
    from lead_fact n
    left join lead_fact f on f.lead_id = n.lead_id and f.name = 'firstName'
    left join lead_fact l on l.lead_id = n.lead_id and l.name = 'lastName'
    where n.name = 'name' and n.source <> 'correction'
      and (n.value = concat_ws(' ', f.value, l.value)
           or n.value = l.value and n.at = l.at and n.source = l.source
           or n.value = f.value and n.at = f.at and n.source = f.source)
), gone as (
    delete from lead_fact n using composed c where n.lead_id = c.lead_id and n.name = 'name'
)
update lead set name = concat_ws(' ', c.first, c.last)
from composed c where lead.id = c.lead_id;
