-- What stands outside the numbers is counted apart, and is little.
create index lap_fact_outside on lap_fact (outside, captured_at) where outside is not null;

-- Whether any row lacks a stage is asked before each board.
create index lap_fact_lacks on lap_fact (lead_id) where lacks <> '{}';
