-- What belongs to the installation rather than to a feature.

-- Lists that people read are sorted by their alphabet, whatever the locale of the database is, and numbers in them by
-- their value. A server without ICU sorts as its own locale does, and the application's health says so.
do $$
begin
    create collation people (provider = icu, locale = 'und-u-kn-true');
exception when others then
    execute format('create collation people (provider = libc, locale = %L)',
        (select datcollate from pg_database where datname = current_database()));
end $$;

-- When each node lived, in the product's time: what nobody could answer while the system was down counts for nobody.
create table node_life (
    node       uuid        primary key,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
create index node_life_started on node_life (started_at);

-- Which shipped models were ever deployed here: an old node that starts again must not redeploy its own as newest.
create table shipped_models (
    checksum      text        primary key,
    deployment_id text        not null,
    deployed_at   timestamptz not null
);

-- How far the demo clock stands from real time: behind it in the demo's past, ahead of it after a move. Read before
-- the job executor starts.
create table demo_clock (
    id       integer     primary key check (id = 1),
    ahead_ms bigint      not null,
    moved_at timestamptz not null
);

-- An idempotency key identifies a request of one caller: the same key with the same body gets the same answer, with
-- another body none.
create table idempotency (
    caller    text        not null,
    key       text        not null,
    body_hash text        not null,
    answer    jsonb,
    at        timestamptz not null,
    primary key (caller, key)
);
create index idempotency_at on idempotency (at);
