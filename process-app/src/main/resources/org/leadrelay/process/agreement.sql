-- One statement, one moment: the ledger, the engine's timers and tasks, and the inbox.
with deadline as (
    select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as d(definition, element, clause, kind)
),
clock as (
    select ?::timestamptz as now, timestamptz '9999-01-01' as never
),
running as (
    select lead_id, clause, element, holder, due_at, state = 'open' as unbroken, paused_at is not null as paused,
        waits_until
    from promise where ended_at is null
),
timer as (
    select e.business_key_ as lead_id, d.clause, j.duedate_ at time zone 'UTC' as at
    from act_ru_job j
    join act_ru_jobdef def on def.id_ = j.job_def_id_
    join deadline d on d.kind = 'timer' and d.definition = j.process_def_id_ and d.element = def.act_id_
    join act_ru_execution e on e.id_ = j.process_instance_id_
    where j.type_ = 'timer' and e.business_key_ ~ '^[0-9a-f-]{36}$'
),
task as (
    select e.business_key_ as lead_id, d.clause, d.kind, t.id_ as task_id, t.due_date_ at time zone 'UTC' as at
    from act_ru_task t
    join deadline d on d.kind <> 'timer' and d.definition = t.proc_def_id_ and d.element = t.task_def_key_
    join act_ru_execution e on e.id_ = t.proc_inst_id_
    where e.business_key_ ~ '^[0-9a-f-]{36}$'
),
-- Who has which step of which lead.
held as (
    select e.business_key_ as lead_id, t.task_def_key_ as element, t.assignee_ as assignee
    from act_ru_task t
    join act_ru_execution e on e.id_ = t.proc_inst_id_
    where e.business_key_ ~ '^[0-9a-f-]{36}$'
),
-- What sounds at the due instant: the timer, or the task where the model draws no timer.
alarm as (
    select lead_id::uuid as lead_id, clause, at from timer
    union all
    select lead_id::uuid, clause, at from task where kind = 'lone task'
),
-- A timer that fired leaves a job behind which asks the ledger.
asked as (
    select distinct e.business_key_::uuid as lead_id
    from act_ru_job j
    join act_ru_execution e on e.id_ = j.process_instance_id_
    where j.type_ <> 'timer' and e.business_key_ ~ '^[0-9a-f-]{36}$'
),
difference as (
    select a.lead_id, a.clause, 'a timer without an open promise' as what, null::timestamptz as promised, a.at as alarm
    from alarm a
    where not exists (select from running r where r.lead_id = a.lead_id and r.clause = a.clause)
    union all
    select r.lead_id, r.clause,
        case when r.paused then 'a promise is paused and its timer runs'
            else 'a promise and its timer are due at different instants' end,
        r.due_at, a.at
    from running r join alarm a using (lead_id, clause), clock
    where case when r.paused then a.at < clock.never else a.at <> r.due_at end
    union all
    select r.lead_id, r.clause, 'a promise waits for the day the buyer asked for and its timer runs', r.waits_until, a.at
    from running r join alarm a using (lead_id, clause)
    where r.waits_until is not null
    union all
    select r.lead_id, r.clause, 'a promise waits for the day the buyer asked for and nobody awaits that day',
        r.waits_until, null
    from running r
    where r.waits_until is not null and not exists (
        select from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
        where j.type_ = 'timer' and e.business_key_ = r.lead_id::text
            and j.duedate_ at time zone 'UTC' = r.waits_until)
    union all
    select r.lead_id, r.clause, 'a promise has more than one timer', min(r.due_at), max(a.at)
    from running r join alarm a using (lead_id, clause)
    group by r.lead_id, r.clause having count(*) > 1
    union all
    select r.lead_id, r.clause, 'an open promise without a timer', r.due_at, null
    from running r, clock
    where r.unbroken and r.waits_until is null
        and not exists (select from alarm a where a.lead_id = r.lead_id and a.clause = r.clause)
        and (r.paused or r.due_at > clock.now or r.lead_id not in (select lead_id from asked))
    union all
    select t.lead_id::uuid, t.clause, 'a task is not due when its promise is', r.due_at, t.at
    from task t join clock on true
    left join running r on r.lead_id = t.lead_id::uuid and r.clause = t.clause
    where case when r.paused then t.at < clock.never else t.at is distinct from r.due_at end
    union all
    select t.lead_id::uuid, t.clause, 'the inbox does not show when the promise is due', r.due_at, i.due
    from task t join clock on true
    join running r on r.lead_id = t.lead_id::uuid and r.clause = t.clause
    join task_item i on i.task_id = t.task_id
    where i.waiting <> r.paused or case when r.paused then i.due < clock.never else i.due <> r.due_at end
    union all
    select r.lead_id, r.clause, 'a promise is held by somebody else than its task', r.due_at, null
    from running r
    left join held h on h.lead_id = r.lead_id::text and h.element = r.element
    where r.holder is distinct from h.assignee
)
select * from difference order by lead_id, clause, what limit ?
