-- Who may touch what: the application adds to what is only ever added to, and the journey log through one function.
-- The roles belong to the server and are made by roles.sql; an installation without them goes on as its owner.

-- Privileges that differ from the usual ones. A table without a row here: the application may select, insert, update and
-- delete, an auditor nothing. A migration that adds a table which is only added to adds its row.
create table table_privilege (
    table_name     text    primary key,
    application    text[]  not null default array['select', 'insert', 'update', 'delete'],
    -- Columns that the application may update all the same.
    updated_later  text[]  not null default '{}',
    -- Whether leadrelay_auditor may select it: the log, and what proves it. Nothing that people wrote about leads.
    auditor        boolean not null default false,
    check (application <@ array['select', 'insert', 'update', 'delete'])
);

insert into table_privilege (table_name, application, updated_later, auditor) values
    ('flyway_schema_history', '{select}',        '{}',          true),
    ('table_privilege',       '{select}',        '{}',          true),
    ('journey_log',           '{select}',        '{}',          true),
    ('journey_chain',         '{select}',        '{}',          true),
    ('audit_stream',          '{select,insert}', '{closed_at}', true),
    ('export_log',            '{select,insert}', '{}',          true),
    ('mandate_change',        '{select,insert}', '{}',          true),
    ('permission_change',     '{select,insert}', '{}',          true),
    ('charter_event',         '{select,insert}', '{}',          true),
    ('charter_signature',     '{select,insert}', '{voided_at}', true),
    ('shipped_models',        '{select,insert}', '{}',          true);

insert into table_privilege (table_name, auditor)
select name, true
from unnest(array['charter', 'charter_clause', 'charter_figure', 'charter_list', 'charter_option', 'charter_question',
    'charter_rung', 'charter_table', 'business_calendar', 'business_opening', 'business_special_days',
    'business_special_opening', 'calendar_of_team', 'calendar_of_rep', 'mandate', 'mandate_deputy', 'node_life',
    'promise', 'promise_time']) as name;

-- Gives both roles in every table what table_privilege says, and takes what it does not say. Changes nothing where
-- nothing differs, so that it costs little at each start.
create function set_privileges() returns void language plpgsql as $$
declare
    statement text;
begin
    perform pg_advisory_xact_lock(hashtextextended('set_privileges', 0));
    if (select count(*) from pg_roles where rolname in ('leadrelay_app', 'leadrelay_auditor')) < 2 then
        return;
    end if;
    -- what this role makes later, also between a migration and the end of all of them
    if not exists (select from pg_default_acl
        where defaclrole = current_user::regrole and defaclnamespace = 'public'::regnamespace and defaclobjtype = 'r')
    then
        alter default privileges in schema public grant select, insert, update, delete on tables to leadrelay_app;
        alter default privileges in schema public grant usage on sequences to leadrelay_app;
    end if;
    for statement in
        with relation as (
            select c.oid, c.relname, c.relkind, c.relacl, p.auditor, p.updated_later,
                case when c.relkind = 'S' then array['usage']
                    when c.relkind in ('v', 'm') then array['select']
                    else coalesce(p.application, array['select', 'insert', 'update', 'delete']) end as application
            from pg_class c left join table_privilege p on p.table_name = c.relname
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        ), wanted as (
            select oid, relname, relkind, 'leadrelay_app' as role, unnest(application) as privilege from relation
            union all
            select oid, relname, relkind, 'leadrelay_auditor', 'select' from relation where auditor
        ), given as (
            select oid, relname, relkind, grantee::regrole::text as role, lower(privilege_type) as privilege
            from relation, aclexplode(relacl)
            where grantee in ('leadrelay_app'::regrole, 'leadrelay_auditor'::regrole)
        ), added as (
            select * from wanted except select * from given
        ), taken as (
            select * from given except select * from wanted
        ), later as (
            select r.oid, r.relname, a.attname
            from relation r join pg_attribute a on a.attrelid = r.oid and a.attname = any(r.updated_later)
            where not exists (select from aclexplode(a.attacl) given
                where given.grantee = 'leadrelay_app'::regrole and given.privilege_type = 'UPDATE')
        )
        select format('revoke %s on %s public.%I from %s', string_agg(privilege, ', '),
            case relkind when 'S' then 'sequence' else 'table' end, relname, role)
        from taken group by relname, relkind, role
        union all
        select format('grant %s on %s public.%I to %s', string_agg(privilege, ', '),
            case relkind when 'S' then 'sequence' else 'table' end, relname, role)
        from added group by relname, relkind, role
        union all
        select format('grant update (%s) on public.%I to leadrelay_app', string_agg(quote_ident(attname), ', '), relname)
        from later group by relname
        union all
        select format('grant execute on function %s to leadrelay_app', p.oid::regprocedure)
        from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.proname in ('lock_journey_heads', 'append_journey_lines')
            and not exists (select from aclexplode(p.proacl) given where given.grantee = 'leadrelay_app'::regrole)
    loop
        execute statement;
    end loop;
end $$;
revoke execute on function set_privileges() from public;

-- The heads of these chains, locked until the end of the transaction, and made where a chain is new. The order keeps two
-- transactions from waiting for each other in a ring. The last row's time is that of the database after all locks.
create function lock_journey_heads(ids uuid[])
    returns table (lead_id uuid, last_seq bigint, last_hash bytea, locked_at timestamptz)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
    insert into public.journey_chain (lead_id, last_seq, last_hash)
    select id, 0, ''::bytea
    from unnest(ids) as id
    where not exists (select from public.journey_chain head where head.lead_id = id)
    order by id
    on conflict do nothing;
    return query
        select locked.lead_id, locked.last_seq, locked.last_hash, clock_timestamp()
        from (select head.lead_id, head.last_seq, head.last_hash from public.journey_chain head
            where head.lead_id = any(ids) order by head.lead_id for update) locked;
end $$;
revoke execute on function lock_journey_heads(uuid[]) from public;

-- Appends lines and moves the heads of their chains: the only way for the application to do either. Of each chain the
-- lines stand in their order. Refused are, with everything else in the transaction,
--   LR001  a number that does not follow the last one of its chain, or a chain without a head
--   LR002  a previous hash that is not the last one of its chain, or a hash that is no SHA-256
--   LR003  a recording time more than a minute away from the database's clock
create function append_journey_lines(
    line_format smallint, recorded timestamptz, line_node text,
    ids uuid[], seqs bigint[], ats timestamptz[], kinds text[], persons text[], person_refs uuid[], api_key_names text[],
    definition_keys text[], definition_versions integer[], element_ids text[], element_names text[], instances text[],
    subjects text[], all_details text[], previous_hashes bytea[], hashes bytea[])
    returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    misnumbered bigint;
    unlinked bigint;
begin
    if recorded is null or abs(extract(epoch from clock_timestamp() - recorded)) > 60 then
        raise exception 'the recording time of a journey-log line is not the time of the database' using errcode = 'LR003';
    end if;
    with line as (
        select * from unnest(ids, seqs, ats, kinds, persons, person_refs, api_key_names, definition_keys,
            definition_versions, element_ids, element_names, instances, subjects, all_details, previous_hashes, hashes)
            with ordinality as l (lead_id, seq, at, kind, person, person_ref, api_key_name, definition_key,
            definition_version, element_id, element_name, instance, subject, details, previous_hash, hash, place)
    ), placed as (
        select line.*,
            coalesce(lag(line.seq) over chain, head.last_seq) + 1 as next_seq,
            coalesce(lag(line.hash) over chain, head.last_hash) as next_previous
        from line left join public.journey_chain head on head.lead_id = line.lead_id
        window chain as (partition by line.lead_id order by line.place)
    ), added as (
        insert into public.journey_log (format, recorded_at, node, lead_id, seq, at, kind, person, person_ref, api_key_name,
            definition_key, definition_version, element_id, element_name, instance, subject, details, previous_hash, hash)
        select line_format, recorded, line_node, lead_id, seq, at, kind, person, person_ref, api_key_name,
            definition_key, definition_version, element_id, element_name, instance, subject, details, previous_hash, hash
        from placed
        where seq = next_seq and previous_hash = next_previous and octet_length(hash) = 32
        returning lead_id, seq, hash
    ), moved as (
        update public.journey_chain head set last_seq = last.seq, last_hash = last.hash
        from (select distinct on (lead_id) lead_id, seq, hash from added order by lead_id, seq desc) last
        where head.lead_id = last.lead_id
    )
    select count(*) filter (where seq is distinct from next_seq),
        count(*) filter (where previous_hash is distinct from next_previous or octet_length(hash) is distinct from 32)
    into misnumbered, unlinked
    from placed;
    if misnumbered > 0 then
        raise exception 'a journey-log line does not have the next number of its chain' using errcode = 'LR001';
    end if;
    if unlinked > 0 then
        raise exception 'a journey-log line does not follow the last line of its chain' using errcode = 'LR002';
    end if;
end $$;
revoke execute on function append_journey_lines(smallint, timestamptz, text, uuid[], bigint[], timestamptz[], text[],
    text[], uuid[], text[], text[], integer[], text[], text[], text[], text[], text[], bytea[], bytea[]) from public;
