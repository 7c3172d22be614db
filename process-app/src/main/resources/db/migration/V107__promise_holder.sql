-- Who holds the step of a promise stands in the ledger while the promise runs too, not only once it has ended.
update promise p set holder = t.assignee
from task_item t
where p.ended_at is null and t.lead_id = p.lead_id and t.step = p.element and t.assignee is not null;

comment on column promise.holder is 'Who holds the step, or held it when the promise ended; null for nobody.';
