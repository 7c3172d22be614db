-- The journey log: what happened to each lead, in order, each line sealed with the hash of the line before it.
-- It holds no personal data: people are logins, leads are ids. It outlives the lead's own row, hence no foreign key.
create table journey_chain (
    lead_id   uuid primary key,
    last_seq  bigint not null,
    last_hash bytea  not null
);

create table journey_log (
    lead_id            uuid        not null,
    seq                bigint      not null,
    at                 timestamptz not null,
    kind               text        not null,
    person             text        not null,
    definition_key     text,
    definition_version integer,
    element_id         text,
    element_name       text,
    details            text        not null,
    previous_hash      bytea       not null,
    hash               bytea       not null,
    primary key (lead_id, seq)
);

create index journey_log_by_element on journey_log (definition_key, element_id, at);

create function journey_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journey log is append-only';
end
$$;

create trigger journey_log_append_only
    before update or delete on journey_log
    for each row execute function journey_log_is_append_only();

create trigger journey_log_never_truncated
    before truncate on journey_log
    for each statement execute function journey_log_is_append_only();

-- Who took which data out, and when.
create table export_log (
    id     uuid        primary key,
    -- Of two exports at the same instant the one recorded later comes first.
    number bigint      generated always as identity,
    at     timestamptz not null,
    person text        not null,
    what   text        not null,
    filter text        not null,
    rows   bigint      not null
);
create unique index export_log_number on export_log (number desc);
