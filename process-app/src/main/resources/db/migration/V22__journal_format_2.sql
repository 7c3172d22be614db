-- Lines sealed by the second format say more: the database's own time, who exactly, where in the engine, on which node.
-- Lines that stand keep their format and their seal. Constant defaults: no line is rewritten.
alter table journey_log
    add column format smallint not null default 1,
    add column recorded_at timestamptz,
    add column person_ref uuid,
    add column api_key_name text,
    add column node text,
    add column instance text,
    add column subject text;

-- Streams of lines that are not one lead's: of each kind one for each life of a node, so that nodes never wait for
-- each other. Their lines lie in journey_log under the stream's id; a lead's stream has the lead's id and no row here.
create table audit_stream (
    id        uuid        primary key,
    kind      text        not null check (kind in ('access', 'agreement', 'model', 'intake', 'reading', 'operation')),
    node      text        not null,
    opened_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz
);
create index audit_stream_by_kind on audit_stream (kind, opened_at);
