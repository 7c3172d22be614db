-- A lock and what is read after it in one round trip: in a function each statement sees what was committed before it began, so
-- that what is read is as the lock's holder before has left it.

-- Null when the lead is not held, because an answer waits or the execution is no lead's; otherwise whether the execution still has this
-- revision.
create function hold_lead_of_execution(held_instance text, held_execution text, held_revision integer) returns boolean
    language plpgsql as $$
begin
    perform from act_ru_execution e
        join lead l on l.id = case when length(e.business_key_) = 36 then cast(e.business_key_ as uuid) end
        where e.id_ = held_instance and not exists (select from pending_answer a where a.lead_id = l.id)
        for update of l;
    if not found then
        return null;
    end if;
    return exists (select from act_ru_execution e where e.id_ = held_execution and e.rev_ = held_revision);
end $$;

-- The lead's row before the task's.
create function lock_task(locked_task text) returns setof task_item language plpgsql rows 1 as $$
begin
    perform from task_item t join lead l on l.id = t.lead_id where t.task_id = locked_task for update of l;
    return query select * from task_item t where t.task_id = locked_task for update;
end $$;

-- Waits for every other record with this phone number to the end of its transaction; whether a lead has it.
create function lock_phone(locked_phone text) returns boolean language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('org.leadrelay.lead.phone ' || locked_phone, 0));
    return exists (select from lead l where l.phone_e164 = locked_phone);
end $$;
