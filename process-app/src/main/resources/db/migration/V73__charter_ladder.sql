-- Who is told when belongs to what both sides signed: the ladder becomes part of the charter's
-- version. A clause that is not listed uses 'any'.
--   whom: 'holder' is the person at the task, 'owner' the rep of the lead, 'heads' both mandates,
--   anything else the name of a role.
--   after: working time since the due instant, PT0S for the rungs of the two moments themselves.
create table charter_rung (
    charter_version integer not null references charter (version),
    clause          text    not null,
    moment          text    not null check (moment in ('remind', 'overdue', 'after')),
    after           text    not null default 'PT0S',
    whom            text    not null,
    check ((moment = 'after') = (after <> 'PT0S')),
    primary key (charter_version, clause, moment, after, whom)
);

insert into charter_rung (charter_version, clause, moment, whom)
select c.version, r.clause, r.moment, r.whom from charter c cross join ladder_rung r;

-- Eight working hours after a promise of either side broke, both heads hear of it. A waiting lead
-- has become a promise of the sales manager's by then.
insert into charter_rung (charter_version, clause, moment, after, whom)
select c.version, r.clause, 'after', 'PT8H', 'heads'
from charter c cross join (select distinct clause from ladder_rung where clause <> 'assignRep') r;

drop table ladder_rung;

-- The rungs above, one row for each as soon as the promise is broken. They are climbed when their
-- time has come, and dropped when the promised step ended before.
create table later_rung (
    id         uuid        primary key,
    promise_id uuid        not null,
    lead_id    uuid        not null,
    clause     text        not null,
    due_at     timestamptz not null,
    after      text        not null,
    whom       text        not null,
    at         timestamptz not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'told', 'dropped')),
    done_at    timestamptz,
    unique (promise_id, after, whom)
);

create index later_rung_due on later_rung (at) where state = 'waiting';
