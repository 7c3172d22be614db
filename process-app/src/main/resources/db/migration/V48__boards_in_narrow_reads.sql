-- What a board counts stands in one index for each moment at which rows enter it: a row of lap_fact has 73 columns, and taking one
-- of the last out of it costs more than counting it.
drop index lap_fact_won;
create index lap_fact_won on lap_fact (won_at)
    include (captured_at, journey_handed_at, journey_contacted_at, ended_at, journey_contacted_w, won_w, deal_value, currency, source)
    where won_at is not null and first and outside is null;
create index lap_fact_given on lap_fact (given_at)
    include (captured_at, answered_at, left_at, state, given_w, answered_w, source)
    where given_at is not null and outside is null;
create index lap_fact_accepted on lap_fact (accepted_at)
    include (captured_at, contacted_at, left_at, state, accepted_w, contacted_w, source)
    where accepted_at is not null and outside is null;
drop index lap_fact_answered;
create index lap_fact_answered on lap_fact (answered_at)
    include (captured_at, answer, reason, learned, marketing_cause, matrix_row, lap_won_at, fit, maturity, given_w, answered_w, source)
    where answered_at is not null and outside is null;

-- Of the promise's journey, so that promises are counted without their laps.
alter table lap_promise
    add column captured_at timestamptz,
    add column outside     text;
update lap_promise p set captured_at = f.captured_at, outside = f.outside
from lap_fact f where f.lead_id = p.lead_id and f.journey = p.journey and f.lap = p.lap;
drop index lap_promise_due;
create index lap_promise_due on lap_promise (due_at) include (captured_at, outside, state, clause, role)
    where state in ('kept', 'broken');

-- Another one whenever any row of the projection may have changed: what was read by it can be kept as long as it is the same.
alter table lap_fact_basis add column edition uuid not null default gen_random_uuid();
