-- The card for the first talk with a lead: who has folded it, and what was said of its plays.

alter table inbox_layout add column opening_folded boolean not null default false;

-- What was said on a task that is still open, so that it can be changed and counts once. The row goes with the task.
create table play_vote (
    task_id text    primary key,
    play    text    not null,
    -- Fingerprint of what the play said: who words it otherwise counts anew.
    wording text    not null,
    helped  boolean not null
);

-- What was said in all, by play. No task, lead, person or time.
create table play_count (
    play    text   not null,
    wording text   not null,
    votes   bigint not null,
    helped  bigint not null,
    primary key (play, wording),
    check (helped >= 0 and helped <= votes)
);

-- Leads alike: the same cell of the matrix, and the same source.
create index lap_fact_alike on lap_fact (source, fit, maturity) where handed_at is not null;
