-- The projection of the boards in small steps: what is behind is found by the newest lines, leads that cannot be read are set
-- aside, and rows stay while they are made anew.

-- Lines are added in the order of their recording: a summary of each range of pages finds the newest, and costs an append nothing.
create index journey_log_by_recording on journey_log using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);

-- Why the lead is in no number although its log was read so far; null for nearly all.
alter table lap_fact_position add column unreadable text;
create index lap_fact_position_unreadable on lap_fact_position (lead_id) where unreadable is not null;

-- Times of the database, as the lines have them.
alter table lap_fact_basis
    -- All lines that were recorded before are counted; null until all leads were compared.
    add column read_to     timestamptz,
    -- When all leads were compared last: that finds a line whose transaction took longer than the newest lines reach back.
    add column compared_at timestamptz,
    -- Whether all rows were made by this basis.
    add column complete    boolean not null default false;
