-- A notice knows what it is about, and is resolved when that is gone: it stays in the list, greyed, and counts no more.
alter table notice add column cause text;
alter table notice add column resolved_at timestamptz;
create index notice_open_cause on notice (cause, id) where cause is not null and resolved_at is null;

-- What an earlier version told: of a promise that has ended nothing is left to do, except for whoever is still asked why.
update notice set cause = 'promise:' || promise_id where promise_id is not null;
update notice n set resolved_at = coalesce(p.ended_at, p.broken_at)
from promise p
where p.id = n.promise_id
    and (n.kind = 'remind' and p.state <> 'open'
        or p.ended_at is not null
            and (p.state <> 'broken' or p.reason is not null or n.recipient is distinct from p.holder));

-- What an absence did: which task of the rep went to whom, null for back to its role.
create table absence_move (
    absence_id uuid        not null references rep_absence (id) on delete cascade,
    task_id    text        not null,
    to_login   text,
    moved_at   timestamptz not null
);
create index absence_move_of_absence on absence_move (absence_id);
