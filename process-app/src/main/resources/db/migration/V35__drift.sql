-- Drift of the decision tables: what a source sends no longer, and how often only the last row decided, against the four
-- weeks before. One row for each source while it lasts.

create table drift (
    id           bigint      generated always as identity primary key,
    -- As the leads name it; empty for leads without a source.
    source       text        not null,
    -- The oldest of the decisions that showed it.
    began_at     timestamptz not null,
    found_at     timestamptz not null,
    ended_at     timestamptz,
    -- Decisions about the route and how many of them were hand-offs: in the four weeks before, and since it began.
    routed_usual integer     not null,
    handed_usual integer     not null,
    routed       integer     not null,
    handed       integer     not null
);
-- Every node looks; one of them finds it.
create unique index drift_of_source on drift (source) where ended_at is null;

create table drift_finding (
    drift     bigint      not null references drift (id) on delete cascade,
    table_key text        not null,
    -- The fact that is missing; empty where only the last row decided.
    fact      text        not null,
    found_at  timestamptz not null,
    -- Decisions, and how many of them it is true of: in the four weeks before, as they stood when it was found, and since it began.
    usual_n   integer     not null,
    usual_k   integer     not null,
    n         integer     not null,
    k         integer     not null,
    ended_at  timestamptz,
    primary key (drift, table_key, fact)
);

-- When the tables were looked at last: the next look waits for all nodes.
create table drift_look (
    only_one boolean     primary key default true check (only_one),
    at       timestamptz not null
);
insert into drift_look (at) values (timestamptz '2000-01-01 00:00:00Z');

insert into table_privilege (table_name, auditor) values ('drift', true), ('drift_finding', true);
