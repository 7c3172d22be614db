-- The ledger of promises: who promised what until when, under which charter, and what became of it. It is told by the
-- journey log and can be made again from it.

create table promise (
    id               uuid        primary key,
    lead_id          uuid        not null,
    clause           text        not null,
    element          text        not null,
    priority         text        not null,
    role             text        not null,
    -- Who holds the step, or held it when the promise ended; null for nobody.
    holder           text,
    charter_version  integer     not null,
    calendar_version integer     not null,
    work             text        not null,
    opened_at        timestamptz not null,
    due_at           timestamptz not null,
    remind_at        timestamptz,
    reminded_at      timestamptz,
    paused_at        timestamptz,
    pauses           integer     not null default 0,
    renewals         integer     not null default 0,
    -- The day the buyer asked for, while it is awaited.
    waits_until      timestamptz,
    state            text        not null check (state in ('open', 'kept', 'broken', 'void')),
    broken_at        timestamptz,
    -- When the promised step ended, in whichever way. A broken promise whose step still runs has none.
    ended_at         timestamptz,
    -- Working seconds after the due instant at which a broken promise's step was completed after all.
    late_seconds     bigint,
    -- Why it broke, said by whoever held the step: a code of the agreed list breachReasons.
    reason           text,
    reason_by        text,
    reason_at        timestamptz,
    arithmetic_en    text        not null,
    arithmetic_de    text        not null
);
-- One running promise for a lead and clause: what makes opening twice harmless.
create unique index promise_running on promise (lead_id, clause) where ended_at is null;
create index promise_of_lead on promise (lead_id, opened_at);
create index promise_due on promise (due_at);
create index promise_ended on promise (ended_at) where ended_at is not null;
-- Of whom is still to be asked why.
create index promise_unexplained on promise (holder)
    where state = 'broken' and reason is null and ended_at is not null;

-- Words to a reason belong to people, not to the log; the ledger is rebuilt without them.
create table promise_words (
    promise_id uuid        primary key,
    words      text        not null,
    person     text        not null,
    written_at timestamptz not null
);

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
