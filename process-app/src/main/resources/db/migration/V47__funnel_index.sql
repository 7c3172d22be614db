-- What the funnel counts and times stands in one index: a row of lap_fact has 73 columns, and taking one of the last out of it costs
-- more than counting it.
create index lap_fact_journey on lap_fact (captured_at)
    include (source, mature_at, journey_handed_at, journey_accepted_at, journey_contacted_at, won_at, ended_at,
        captured_w, mature_w, journey_handed_w, journey_accepted_w, journey_contacted_w, won_w)
    where first and outside is null;
