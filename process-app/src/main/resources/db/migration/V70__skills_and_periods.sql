-- Skills of reps, leads per period, and what a waiting lead needs.

-- The list that the sales manager keeps; the table hand-off-skills names these words.
create table skill (
    id       text primary key check (id ~ '^[a-z][a-z0-9-]{0,39}$'),
    label_en text not null,
    label_de text not null
);

insert into skill (id, label_en, label_de) values
    ('partner',    'Leads from partners',  'Leads von Partnern'),
    ('enterprise', 'Large companies',      'Große Unternehmen');

create table rep_skill (
    login text not null,
    skill text not null references skill (id) on delete cascade,
    primary key (login, skill)
);

-- How many leads a rep is given in one period of their calendar at most; null for the default, 0 for none at all.
alter table rep_capacity add column per_period integer check (per_period >= 0 and per_period <= 100000);
alter table rep_capacity add column period text check (period in ('day', 'week'));

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

insert into rep_given (lead_id, lap, login, given_at) select lead_id, lap, login, taken_at from rep_place;

alter table hand_off_waiting add column skills text[] not null default '{}';
alter table hand_off_waiting drop constraint hand_off_waiting_reason_check;
alter table hand_off_waiting add constraint hand_off_waiting_reason_check check (reason in
    ('noReps', 'noSkill', 'allAbsent', 'allLeaving', 'allDeclined', 'periodFull', 'allFull'));
