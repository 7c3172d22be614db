-- The whole life of a promise: who promised and who held the step, how often it was paused and renewed, and why it broke.
alter table promise add column role        text;
alter table promise add column holder      text;
alter table promise add column pauses      integer not null default 0;
alter table promise add column renewals    integer not null default 0;
-- The day the buyer asked for, while it is awaited.
alter table promise add column waits_until timestamptz;
-- Why it broke, said by whoever held the step: a code of the agreed list breachReasons.
alter table promise add column reason      text;
alter table promise add column reason_by   text;
alter table promise add column reason_at   timestamptz;

update promise set role = agreed.who
from charter_clause agreed
where agreed.charter_version = promise.charter_version and agreed.clause = promise.clause;
alter table promise alter column role set not null;

-- Words to a reason belong to people, not to the log; the ledger is rebuilt without them.
create table promise_words (
    promise_id uuid        primary key,
    words      text        not null,
    person     text        not null,
    written_at timestamptz not null
);

insert into charter_option (charter_version, list, position, value, label_en, label_de)
select version, 'breachReasons', reason.position, reason.value, reason.label_en, reason.label_de
from charter, (values
    (1, 'tooMuch',      'Too much to do at once',                 'Zu viel auf einmal'),
    (2, 'absent',       'Absent, and nobody stood in',            'Abwesend und nicht vertreten'),
    (3, 'notSeen',      'Did not see it in time',                 'Nicht rechtzeitig gesehen'),
    (4, 'otherSide',    'Waited for somebody else',               'Auf andere gewartet'),
    (5, 'missingFacts', 'What was handed over was incomplete',    'Die Übergabe war unvollständig'),
    (6, 'notPossible',  'The agreed time was too short for this', 'Die vereinbarte Zeit war dafür zu kurz'),
    (7, 'system',       'Lead Relay was not available',           'Lead Relay war nicht erreichbar'),
    (8, 'other',        'Another reason, in words',               'Ein anderer Grund, in Worten')
) reason (position, value, label_en, label_de)
on conflict do nothing;
