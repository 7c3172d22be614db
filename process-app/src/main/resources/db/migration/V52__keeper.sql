-- Lines that are removed by rule, and what is left in their place: the keeper's function and its tombstones.

-- Rules by which lines may go. The owner writes them; the application reads. The smallest age binds every rule.
create table retention_rule (
    code  text     primary key check (code ~ '^[a-z][a-z0-9-]{0,59}$'),
    -- A lead's stream, or one of the kinds of audit_stream.
    kind  text     not null check (kind in ('lead', 'access', 'agreement', 'model', 'intake', 'reading', 'operation')),
    keep  interval not null check (keep >= interval '1 year')
);

-- What is said of lines that are gone: up to which number, with which hash the stream goes on, by which rule, in which run.
create table audit_tombstone (
    stream     uuid        not null,
    last_seq   bigint      not null check (last_seq > 0),
    last_hash  bytea       not null check (octet_length(last_hash) = 32),
    lines      bigint      not null check (lines > 0),
    rule       text        not null,
    run        uuid        not null,
    removed_at timestamptz not null default clock_timestamp(),
    -- The login at the database of whoever called.
    removed_by text        not null default session_user,
    primary key (stream, last_seq)
);
create index audit_tombstone_by_run on audit_tombstone (run);

create function audit_tombstone_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'tombstones are append-only';
end
$$;

create trigger audit_tombstone_append_only
    before update or delete on audit_tombstone
    for each row execute function audit_tombstone_is_append_only();

create trigger audit_tombstone_never_truncated
    before truncate on audit_tombstone
    for each statement execute function audit_tombstone_is_append_only();

insert into table_privilege (table_name, application, auditor) values
    ('retention_rule',  '{select}', true),
    ('audit_tombstone', '{select}', true);

-- Lines go in one way: by the keeper's function, which runs as the keeper.
create or replace function journey_log_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_user = 'leadrelay_keeper' then
        return old;
    end if;
    raise exception 'the journey log is append-only';
end
$$;

-- Whether something forbids to remove these lines, whatever a rule says. Nothing does, until there are legal holds.
create function is_held(held uuid) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
    select false
$$;

-- Removes the lines of these streams by rule, all or none, and leaves a tombstone for each; says the run. The head stays: a
-- stream to which something is added later goes on where its tombstone ends. Refused are
--   LR010  a rule that nobody wrote
--   LR011  a stream of another kind than the rule's, or without lines
--   LR012  a stream that has not ended, or not long enough ago: the rule's age, and never less than a year
--   LR013  a stream that is held
--   LR014  a stream whose last line is not the one that its head names: what is broken is not removed
create function remove_by_rule(rule_code text, streams uuid[]) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
    rule public.retention_rule;
    run uuid := gen_random_uuid();
    stream uuid;
    head public.journey_chain;
    kind_of text;
    runs boolean;
    last_at timestamptz;
    last_line public.journey_log;
    removed bigint;
begin
    select * into rule from public.retention_rule r where r.code = rule_code;
    if not found then
        raise exception 'nobody wrote a rule of this name' using errcode = 'LR010';
    end if;
    for stream in select distinct given from unnest(streams) given order by given loop
        select * into head from public.journey_chain h where h.lead_id = stream for update;
        select s.kind, s.closed_at into kind_of, last_at from public.audit_stream s where s.id = stream;
        if not found then
            kind_of := 'lead';
        end if;
        select * into last_line from public.journey_log l where l.lead_id = stream order by l.seq desc limit 1;
        if last_line.lead_id is null or head.lead_id is null or kind_of <> rule.kind then
            raise exception 'stream % is none of this rule, or has no line', stream using errcode = 'LR011';
        end if;
        if last_line.seq <> head.last_seq or last_line.hash <> head.last_hash then
            raise exception 'stream % does not end where its head says', stream using errcode = 'LR014';
        end if;
        runs := kind_of = 'lead'
            and exists (select from public.journey j where j.lead_id = stream and j.ended_at is null);
        last_at := greatest(last_at, last_line.at, last_line.recorded_at);
        if runs or last_at > clock_timestamp() - greatest(rule.keep, interval '1 year') then
            raise exception 'stream % has not ended long enough ago', stream using errcode = 'LR012';
        end if;
        if public.is_held(stream) then
            raise exception 'stream % is held', stream using errcode = 'LR013';
        end if;
        delete from public.journey_log l where l.lead_id = stream;
        get diagnostics removed = row_count;
        insert into public.audit_tombstone (stream, last_seq, last_hash, lines, rule, run)
        values (stream, head.last_seq, head.last_hash, removed, rule.code, run);
    end loop;
    return run;
end $$;
revoke execute on function remove_by_rule(text, uuid[]) from public;
revoke execute on function is_held(uuid) from public;

-- Gives the keeper its function, and what the function needs, where there is a keeper and this role may become it. At each
-- start, because the roles may come later than this migration.
create function set_keeper() returns void language plpgsql as $$
declare
    keeper oid := (select oid from pg_roles where rolname = 'leadrelay_keeper');
begin
    if keeper is null or not pg_has_role(current_user, keeper, 'member') then
        return;
    end if;
    grant usage on schema public to leadrelay_keeper;
    grant select, delete on journey_log to leadrelay_keeper;
    -- a row is locked by whoever may update it; no other column, and the number only to itself
    grant select, update (last_seq) on journey_chain to leadrelay_keeper;
    grant select on audit_stream, retention_rule to leadrelay_keeper;
    grant select (lead_id, ended_at) on journey to leadrelay_keeper;
    grant select, insert on audit_tombstone to leadrelay_keeper;
    grant execute on function is_held(uuid) to leadrelay_keeper;
    if (select proowner from pg_proc where oid = 'remove_by_rule(text, uuid[])'::regprocedure) <> keeper then
        grant create on schema public to leadrelay_keeper;
        alter function remove_by_rule(text, uuid[]) owner to leadrelay_keeper;
        revoke create on schema public from leadrelay_keeper;
    end if;
end $$;
revoke execute on function set_keeper() from public;

-- Streams whose lines, or the first of them, are gone by rule.
alter table audit_verification add column closed bigint not null default 0;
