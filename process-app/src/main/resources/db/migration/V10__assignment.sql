-- Giving a sales-ready lead to a rep. Every choice and every freed place takes the pool's advisory lock first, so a place
-- is never given twice and a wake-up is never lost.

-- The list of skills that the sales manager keeps; the table hand-off-skills names these words.
create table skill (
    id       text primary key check (id ~ '^[a-z][a-z0-9-]{0,39}$'),
    label_en text not null,
    label_de text not null
);

create table rep_skill (
    login text not null,
    skill text not null references skill (id) on delete cascade,
    primary key (login, skill)
);

-- What a rep can carry. A rep without a row has the charter's capacity.
create table rep_capacity (
    login        text    primary key,
    capacity     integer check (capacity >= 0 and capacity <= 100000),
    -- How many leads the rep is given in one period of their calendar at most; null for the default, 0 for none at all.
    per_period   integer check (per_period >= 0 and per_period <= 100000),
    period       text    check (period in ('day', 'week')),
    last_lead_at timestamptz,
    choices      bigint  not null default 0
);

create table rep_absence (
    id         uuid        primary key,
    login      text        not null,
    from_at    timestamptz not null,
    -- Null while the end is open.
    until_at   timestamptz,
    set_by     text        not null,
    -- Who stands in, and where the rep's open tasks go while the absence lasts.
    deputy     text,
    open_tasks text        not null default 'stay' check (open_tasks in ('stay', 'deputy', 'pool')),
    check (until_at is null or until_at > from_at),
    check (deputy <> login),
    check (open_tasks <> 'deputy' or deputy is not null)
);
create index rep_absence_by_login on rep_absence (login, from_at);

-- A place taken: from the choice of the rep until the journey ends, is recycled, or the rep declines or misses the
-- hand-off. One per lead at most.
create table rep_place (
    lead_id  uuid        primary key,
    login    text        not null,
    lap      bigint      not null,
    taken_at timestamptz not null
);
create index rep_place_by_login on rep_place (login);

-- Who was given which lead in which lap, and when: what counts against the period. What was moved on to somebody else
-- is gone from here; what was rejected or missed is not.
create table rep_given (
    lead_id  uuid        not null,
    lap      bigint      not null,
    login    text        not null,
    given_at timestamptz not null,
    primary key (lead_id, lap, login)
);
create index rep_given_in_period on rep_given (login, given_at);

-- Who rejected or missed a lead in a lap; emptied when the lead's journey ends or recycles.
create table hand_off_decline (
    lead_id uuid        not null,
    lap     bigint      not null,
    login   text        not null,
    kind    text        not null check (kind in ('rejected', 'missed')),
    at      timestamptz not null,
    times   integer     not null default 1,
    primary key (lead_id, lap, login, kind)
);

-- Leads for which nobody was able, with the skills they need and the reason that the sales manager sees.
create table hand_off_waiting (
    lead_id          uuid        primary key,
    lap              bigint      not null,
    rank             integer     not null,
    skills           text[]      not null default '{}',
    reason           text        not null check (reason in
        ('noReps', 'noSkill', 'allAbsent', 'allLeaving', 'allDeclined', 'periodFull', 'allFull')),
    same_rep_allowed boolean     not null,
    since            timestamptz not null
);
create index hand_off_waiting_in_order on hand_off_waiting (rank, since, lead_id);

insert into skill (id, label_en, label_de) values
    ('partner',    'Leads from partners', 'Leads von Partnern'),
    ('enterprise', 'Large companies',     'Große Unternehmen');
