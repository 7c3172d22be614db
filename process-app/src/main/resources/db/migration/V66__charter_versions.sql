-- A charter has versions: drafted by a process owner, proposed, signed for marketing and for sales, in force from a chosen
-- moment. All that the two sides agreed on stands in the version.

alter table charter alter column in_force_from drop not null;
alter table charter
    add column state          text        not null default 'signed'
        check (state in ('draft', 'proposed', 'signed', 'withdrawn', 'discarded')),
    -- The moment chosen when it was proposed; null takes effect as soon as both have signed.
    add column effective_from timestamptz,
    add column based_on       integer     references charter (version),
    -- Counts the edits: whoever edits says which one they saw.
    add column edition        integer     not null default 0,
    add column made_at        timestamptz not null default now(),
    -- What the last signer chose for promises that run at that moment, and when the last of them was moved.
    add column recompute      boolean     not null default false,
    add column recomputed_at  timestamptz,
    add column ideal_profile  text        not null default '',
    add column qualifies      text        not null default 'marketing',
    add column currency       text        not null default 'EUR',
    add constraint charter_signed_has_a_moment check (state <> 'signed' or in_force_from is not null);

-- The calendar is named by its id since.
alter table charter drop column calendar_version;

alter table charter alter column state drop default;
alter table charter alter column made_at drop default;

-- One on its way at a time.
create unique index charter_one_draft on charter ((true)) where state in ('draft', 'proposed');
create index charter_moments on charter (in_force_from desc, version desc) where state = 'signed';

-- Marketing reviews a rejection; this is what it usually does with a lead that was rejected for this reason.
alter table charter_option add column next_step text;

create table charter_table (
    charter_version integer not null references charter (version),
    decision        text    not null,
    table_version   integer not null,
    primary key (charter_version, decision)
);

create table charter_figure (
    charter_version integer not null references charter (version),
    metric          text    not null,
    value           numeric not null,
    owner           text    not null,
    review          date    not null,
    primary key (charter_version, metric)
);

create table charter_question (
    charter_version integer not null references charter (version),
    position        integer not null,
    field           text    not null,
    label_en        text    not null,
    label_de        text    not null,
    primary key (charter_version, field)
);

-- What happened to a version, and who did it. An editor of a version never signs it.
create table charter_event (
    number          bigint generated always as identity primary key,
    charter_version integer     not null references charter (version),
    at              timestamptz not null,
    person          text        not null,
    kind            text        not null
        check (kind in ('drafted', 'edited', 'proposed', 'signed', 'voided', 'withdrawn', 'discarded', 'recomputed')),
    details         text        not null default ''
);
create index charter_event_of_version on charter_event (charter_version, number);

create table charter_signature (
    number          bigint generated always as identity primary key,
    charter_version integer     not null references charter (version),
    mandate         text        not null references mandate,
    person          text        not null references person,
    deputy          boolean     not null,
    at              timestamptz not null,
    -- SHA-256 of what was signed.
    content_hash    text        not null,
    recompute       boolean     not null,
    -- A signature does not outlive the text it stands under.
    voided_at       timestamptz
);
create unique index charter_signature_side on charter_signature (charter_version, mandate) where voided_at is null;
create unique index charter_signature_person on charter_signature (charter_version, person) where voided_at is null;

-- The first charter ------------------------------------------------------------------------------------------------

update charter set ideal_profile = 'Companies of 20 to 2,000 people in our home markets that have the problem we solve, '
    || 'reached through a person who decides on the purchase or advises on it.';

insert into charter_table (charter_version, decision, table_version)
select version, decision, 1 from charter cross join unnest(array['lead-fit', 'lead-maturity', 'lead-matrix']) decision;

insert into charter_figure (charter_version, metric, value, owner, review)
select version, metric, value, owner, (current_date + interval '90 days')::date
from charter cross join (values
    ('revenueTarget',  100000, 'head-of-sales'),
    ('averageDeal',      5000, 'head-of-sales'),
    ('closeRate',        0.25, 'head-of-sales'),
    ('acceptanceRate',    0.8, 'head-of-sales'),
    ('volumeGoal',        100, 'head-of-marketing'),
    ('completeness',      0.9, 'head-of-marketing')) expected (metric, value, owner);

insert into charter_question (charter_version, position, field, label_en, label_de)
select version, position, field, label_en, label_de
from charter cross join (values
    (1, 'need',      'Is there a need?',                   'Gibt es einen Bedarf?'),
    (2, 'budget',    'Is a budget available?',             'Ist ein Budget vorhanden?'),
    (3, 'timeframe', 'When do they want to decide?',       'Wann soll die Entscheidung fallen?'),
    (4, 'authority', 'Does the person decide?',            'Entscheidet die Person?'))
    agreed (position, field, label_en, label_de);

update charter_option set next_step =
    case when value in ('notOurCustomer', 'existingCustomer', 'competitor') then 'junk' else 'recycle' end
where list = 'rejectionReasons';
