-- The head of a lead's log is locked in the same round trip as the lead: whoever holds the lead writes about it.
-- hold_lead_of_execution and lock_task stay for nodes of the release before.

-- Null when the lead is not held, because an answer waits or the execution is no lead's; otherwise whether the execution still has this
-- revision, and the head of the lead's log, locked.
create function hold_lead_for_job(
    held_instance text, held_execution text, held_revision integer,
    out held_lead uuid, out up_to_date boolean, out chain_seq bigint, out chain_hash bytea, out chain_locked_at timestamptz)
    language plpgsql as $$
begin
    select l.id into held_lead from act_ru_execution e
        join lead l on l.id = case when length(e.business_key_) = 36 then cast(e.business_key_ as uuid) end
        where e.id_ = held_instance and not exists (select from pending_answer a where a.lead_id = l.id)
        for update of l;
    if not found then
        return;
    end if;
    up_to_date := exists (select from act_ru_execution e where e.id_ = held_execution and e.rev_ = held_revision);
    if up_to_date then
        select head.last_seq, head.last_hash, head.locked_at into chain_seq, chain_hash, chain_locked_at
        from lock_journey_heads(array[held_lead]) head;
    end if;
end $$;

-- The lead's row before the task's, and then the head of the lead's log.
create function hold_task(held_task text)
    returns table (item task_item, chain_seq bigint, chain_hash bytea, chain_locked_at timestamptz)
    language plpgsql rows 1 as $$
declare
    held_lead uuid;
begin
    select l.id into held_lead from task_item t join lead l on l.id = t.lead_id where t.task_id = held_task for update of l;
    select t.* into item from task_item t where t.task_id = held_task for update;
    if not found then
        return;
    end if;
    select head.last_seq, head.last_hash, head.locked_at into chain_seq, chain_hash, chain_locked_at
    from lock_journey_heads(array[held_lead]) head;
    return next;
end $$;
