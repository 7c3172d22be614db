-- Less work for the database on a lead's way.

-- One chain, as nearly always, needs no insert before its head can be locked.
create or replace function lock_journey_heads(ids uuid[])
    returns table (lead_id uuid, last_seq bigint, last_hash bytea, locked_at timestamptz)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
    if cardinality(ids) = 1 then
        select head.lead_id, head.last_seq, head.last_hash into lead_id, last_seq, last_hash
        from public.journey_chain head where head.lead_id = ids[1] for update;
        if found then
            locked_at := clock_timestamp();
            return next;
            return;
        end if;
    end if;
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

-- Checks lines of one chain, as nearly always they are, by comparing arrays, and those of several by a window as before. The
-- refusals are the same.
create or replace function append_journey_lines(
    line_format smallint, recorded timestamptz, line_node text,
    ids uuid[], seqs bigint[], ats timestamptz[], kinds text[], persons text[], person_refs uuid[], api_key_names text[],
    definition_keys text[], definition_versions integer[], element_ids text[], element_names text[], instances text[],
    subjects text[], all_details text[], previous_hashes bytea[], hashes bytea[])
    returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    n integer := cardinality(ids);
    -- An array that does not begin at 1 would be read at other places here than by unnest.
    shape text := '[1:' || n || ']';
    appended bigint;
    misnumbered bigint;
    unlinked bigint;
begin
    if recorded is null or abs(extract(epoch from clock_timestamp() - recorded)) > 60 then
        raise exception 'the recording time of a journey-log line is not the time of the database' using errcode = 'LR003';
    end if;
    if array_dims(ids) = shape and array_dims(seqs) = shape and array_dims(previous_hashes) = shape
        and array_dims(hashes) = shape and ids = array_fill(ids[1], array[n])
    then
        if previous_hashes[2:n] is distinct from hashes[1:n - 1] then
            unlinked := 1;
        else
            update public.journey_chain head set last_seq = seqs[n], last_hash = hashes[n]
            where head.lead_id = ids[1] and head.last_seq = seqs[1] - 1 and head.last_hash = previous_hashes[1]
                and octet_length(hashes[n]) = 32;
            if found then
                insert into public.journey_log (format, recorded_at, node, lead_id, seq, at, kind, person, person_ref,
                    api_key_name, definition_key, definition_version, element_id, element_name, instance, subject,
                    details, previous_hash, hash)
                select line_format, recorded, line_node, lead_id, seq, at, kind, person, person_ref, api_key_name,
                    definition_key, definition_version, element_id, element_name, instance, subject, details,
                    previous_hash, hash
                from unnest(ids, seqs, ats, kinds, persons, person_refs, api_key_names, definition_keys,
                    definition_versions, element_ids, element_names, instances, subjects, all_details, previous_hashes,
                    hashes)
                    with ordinality as line (lead_id, seq, at, kind, person, person_ref, api_key_name, definition_key,
                    definition_version, element_id, element_name, instance, subject, details, previous_hash, hash, place)
                where seq = seqs[1] + place - 1 and octet_length(hash) = 32;
                get diagnostics appended = row_count;
                if appended = n then
                    return;
                end if;
            end if;
            select count(*) into misnumbered
            from unnest(seqs) with ordinality as line (seq, place)
            where seq is distinct from seqs[1] + place - 1;
            if misnumbered = 0 and not exists (select from public.journey_chain head
                where head.lead_id = ids[1] and head.last_seq = case when appended is null then seqs[1] - 1 else seqs[n] end)
            then
                misnumbered := 1;
            end if;
            unlinked := 1;
        end if;
    else
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
            insert into public.journey_log (format, recorded_at, node, lead_id, seq, at, kind, person, person_ref,
                api_key_name, definition_key, definition_version, element_id, element_name, instance, subject, details,
                previous_hash, hash)
            select line_format, recorded, line_node, lead_id, seq, at, kind, person, person_ref, api_key_name,
                definition_key, definition_version, element_id, element_name, instance, subject, details, previous_hash,
                hash
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
    end if;
    if misnumbered > 0 then
        raise exception 'a journey-log line does not have the next number of its chain' using errcode = 'LR001';
    end if;
    if unlinked > 0 then
        raise exception 'a journey-log line does not follow the last line of its chain' using errcode = 'LR002';
    end if;
end $$;

-- What engines remember of definitions holds until somebody changes one, by whatever tool. The sender is no node, so that all
-- nodes hear of it (NodeBroadcast, KnownDefinitions).
create function engine_definitions_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('leadrelay', E'database\ndefinitions\n');
    return null;
end
$$;

-- Where the engine's tables are: a test of the schema alone has none.
do $$
declare
    definitions text;
begin
    foreach definitions in array array['act_re_procdef', 'act_ru_jobdef'] loop
        if to_regclass(definitions) is not null then
            execute format('create trigger engine_definitions_changed after update or delete on %I'
                ' for each statement execute function engine_definitions_changed()', definitions);
        end if;
    end loop;
end $$;
