-- The auditor's place: searching the journey log, and verifications as jobs.

insert into role_permission (role, permission)
select name, 'read-audit' from role where name in ('auditor', 'administrator')
on conflict do nothing;

-- Searches -----------------------------------------------------------------------------------------------------------

-- What a search over all leads finds: everything but the steps of a token, which are three quarters of all lines and are
-- read lead by lead. The condition stands word for word in the searches (LineConditions).
drop index journey_log_by_element;

create index journey_log_by_time on journey_log (at desc)
    where kind not in ('entered', 'left', 'flow', 'started') and subject is null;

create index journey_log_by_kind on journey_log (kind, at desc)
    where kind not in ('entered', 'left', 'flow', 'started') and subject is null;

create index journey_log_by_person on journey_log (person, at desc)
    where kind not in ('entered', 'left', 'flow', 'started') and subject is null;

-- Also the verdicts of the arbiter that are shown as precedents.
create index journey_log_by_place on journey_log (element_id, at desc)
    where kind not in ('entered', 'left', 'flow', 'started') and element_id is not null;

-- The code of an agreed list with which somebody answered or explained; details are JSON with sorted keys and no spaces.
create index journey_log_by_reason on journey_log
    (substring(details from '"(?:rejectionReason|notReadyReason|lostReason|reason)":"([A-Za-z0-9_-]+)"'), at desc)
    where kind in ('task-completed', 'promise-reason')
        and details ~ '"(?:rejectionReason|notReadyReason|lostReason|reason)":"';

create index journey_log_by_promise on journey_log (substring(details from '"promise":"([0-9a-f-]{36})"'))
    where kind like 'promise-%';

-- Lines that are no lead's: operations and readings.
create index journey_log_of_others on journey_log (at desc) where subject is not null;

create index journey_log_by_subject on journey_log (subject, at desc) where subject is not null;

-- Verifications ------------------------------------------------------------------------------------------------------

create table audit_verification (
    id         uuid        primary key,
    number     bigint      generated always as identity,
    scope      text        not null check (scope in ('all', 'lead')),
    lead_id    uuid        check ((scope = 'lead') = (lead_id is not null)),
    state      text        not null check (state in ('queued', 'running', 'done', 'cancelled', 'stopped', 'failed')),
    asked_by   text        not null,
    asked_at   timestamptz not null,
    started_at timestamptz,
    ended_at   timestamptz,
    -- Every line that was committed before it was looked at.
    as_of      timestamptz,
    total      bigint      not null default 0,
    streams    bigint      not null default 0,
    lines      bigint      not null default 0,
    findings   bigint      not null default 0
);
create unique index audit_verification_number on audit_verification (number desc);
create unique index audit_verification_of_all on audit_verification (scope)
    where scope = 'all' and state in ('queued', 'running');
create index audit_verification_open on audit_verification (number) where state in ('queued', 'running');

-- What did not fit, and where; of very many the first.
create table audit_finding (
    verification uuid    not null references audit_verification on delete cascade,
    number       integer not null,
    code         text    not null,
    stream       uuid    not null,
    seq          bigint,
    primary key (verification, number)
);
