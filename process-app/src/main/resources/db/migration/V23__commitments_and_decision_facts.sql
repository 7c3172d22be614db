-- The key under which the words about one lead are committed to in its log. Who has it can check a text that stands
-- elsewhere against its line; once it is deleted, nothing in the log can be traced to a text any more.
create table audit_salt (
    lead_id uuid        primary key,
    salt    bytea       not null check (octet_length(salt) = 32),
    made_at timestamptz not null default clock_timestamp()
);

-- What a decision table could read, all of it, beside the decision's line in the log, which names only what it did read.
-- Twenty facts together point to a person, so this is no part of the log: it goes with the person, and by age.
create table decision_fact (
    lead_id       uuid        not null,
    -- Number of the decision's line in the lead's log.
    seq           bigint      not null,
    at            timestamptz not null,
    table_key     text        not null,
    table_version integer     not null,
    facts         jsonb       not null,
    outputs       jsonb       not null,
    primary key (lead_id, seq)
);
create index decision_fact_by_table on decision_fact (table_key, at);
