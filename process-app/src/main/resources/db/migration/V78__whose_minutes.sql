-- Whose minutes a promise took. Counted from the journey log when the promise has ended; in milliseconds of working time.
create table promise_time (
    promise_id      uuid   primary key,
    unassigned      bigint not null,
    unopened        bigint not null,
    opened          bigint not null,
    waiting         bigint not null,
    down            bigint not null,
    -- What of it lay after the due instant.
    late_unassigned bigint not null,
    late_unopened   bigint not null,
    late_opened     bigint not null,
    late_waiting    bigint not null,
    late_down       bigint not null
);
create index promise_due on promise (due_at);
create index promise_ended on promise (ended_at) where ended_at is not null;

-- Of whom is still to be asked why.
create index promise_unexplained on promise (holder)
    where state = 'broken' and reason is null and ended_at is not null;

-- When each node lived, in the product's time.
create table node_life (
    node       uuid        primary key,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
create index node_life_started on node_life (started_at);

-- Who opened the task last of those who held it: the first time is told in the journey log.
alter table task_item add column opened_by text;
