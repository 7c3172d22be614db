-- The head of a lead's log is read in the same round trip as the lead is locked: whoever holds the lead writes about it, mostly alone.
-- It is not locked before its lines are written; when somebody else has moved it meanwhile, it is locked and read again.
-- hold_lead_of_execution and lock_task stay for nodes of the release before.

-- Null when the lead is not held, because an answer waits or the execution is no lead's; otherwise whether the execution still has this
-- revision, and the head of the lead's log.
create function hold_lead_for_job(
    held_instance text, held_execution text, held_revision integer,
    out held_lead uuid, out up_to_date boolean, out chain_seq bigint, out chain_hash bytea, out chain_read_at timestamptz)
    language plpgsql as $$
begin
    select l.id into held_lead from act_ru_execution e
        join lead l on l.id = case when length(e.business_key_) = 36 then cast(e.business_key_ as uuid) end
        where e.id_ = held_instance and not exists (select from pending_answer a where a.lead_id = l.id)
        for update of l;
    if not found then
        return;
    end if;
    select e.found, head.last_seq, head.last_hash, clock_timestamp() into up_to_date, chain_seq, chain_hash, chain_read_at
    from (select exists (select from act_ru_execution e where e.id_ = held_execution and e.rev_ = held_revision)) e (found)
    left join journey_chain head on head.lead_id = held_lead;
end $$;

-- The lead's row before the task's.
create function hold_task(held_task text)
    returns table (item task_item, chain_seq bigint, chain_hash bytea, chain_read_at timestamptz)
    language plpgsql rows 1 as $$
begin
    perform from task_item t join lead l on l.id = t.lead_id where t.task_id = held_task for update of l;
    select t.* into item from task_item t where t.task_id = held_task for update;
    if not found then
        return;
    end if;
    select head.last_seq, head.last_hash, clock_timestamp() into chain_seq, chain_hash, chain_read_at
    from journey_chain head where head.lead_id = item.lead_id;
    return next;
end $$;

-- Appends lines to one chain as append_journey_lines does, unless its head has moved from where the first of them follows it, or was so long
-- waited for that their recording time is no longer true: then nothing is done, and it says no.
create function append_unless_moved(
    line_format smallint, recorded timestamptz, line_node text,
    ids uuid[], seqs bigint[], ats timestamptz[], kinds text[], persons text[], person_refs uuid[], api_key_names text[],
    definition_keys text[], definition_versions integer[], element_ids text[], element_names text[], instances text[],
    subjects text[], all_details text[], previous_hashes bytea[], hashes bytea[])
    returns boolean
    language plpgsql as $$
begin
    perform from lock_journey_heads(ids[1:1]) head
    where head.last_seq = seqs[1] - 1 and head.last_hash = previous_hashes[1];
    if not found or clock_timestamp() - recorded > interval '10 seconds' then
        return false;
    end if;
    perform append_journey_lines(line_format, recorded, line_node, ids, seqs, ats, kinds, persons, person_refs, api_key_names,
        definition_keys, definition_versions, element_ids, element_names, instances, subjects, all_details, previous_hashes, hashes);
    return true;
end $$;

-- A chain that is new is made and locked without a look at what an array holds, which is planned each time.
create or replace function lock_journey_heads(ids uuid[])
    returns table (lead_id uuid, last_seq bigint, last_hash bytea, locked_at timestamptz)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
    if cardinality(ids) = 1 then
        select head.lead_id, head.last_seq, head.last_hash into lead_id, last_seq, last_hash
        from public.journey_chain head where head.lead_id = ids[1] for update;
        if not found then
            insert into public.journey_chain (lead_id, last_seq, last_hash) values (ids[1], 0, '')
            on conflict do nothing
            returning journey_chain.lead_id, journey_chain.last_seq, journey_chain.last_hash
            into lead_id, last_seq, last_hash;
        end if;
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

-- Who has the others is asked only when there are others.
create or replace function claim_identities(
    kinds text[], scopes text[], key_values text[], candidate uuid, is_new boolean, phone text,
    out taken integer[], out holders uuid[], out phone_known boolean, out chain_opened_at timestamptz)
    language plpgsql as $$
begin
    with given as (
        select g.kind, g.scope, g.value, g.number
        from unnest(kinds, scopes, key_values) with ordinality as g (kind, scope, value, number)
    ), added as (
        insert into lead_identity (kind, scope, value, lead_id)
        select given.kind, given.scope, given.value, candidate from given order by given.number
        on conflict do nothing
        returning lead_identity.kind, lead_identity.scope, lead_identity.value
    )
    select coalesce(array_agg(cast(given.number as integer) order by given.number), '{}') into taken
    from given join added using (kind, scope, value);
    holders := '{}';
    if cardinality(taken) < cardinality(kinds) then
        select coalesce(array_agg(i.lead_id order by given.number), '{}') into holders
        from unnest(kinds, scopes, key_values) with ordinality as given (kind, scope, value, number)
        join lead_identity i using (kind, scope, value)
        where given.number <> all (taken);
    end if;
    phone_known := phone is not null and lock_phone(phone);
    if is_new and cardinality(taken) = cardinality(kinds) then
        select head.locked_at into chain_opened_at from lock_journey_heads(array[candidate]) head where head.last_seq = 0;
    end if;
end $$;
