-- What the sources of leads cost, month by month. Only added to: of the rows of a source and month the newest counts, the
-- others are its history.
create table cost_entry (
    number   bigint        generated always as identity primary key,
    -- As leads have it: a listed one, 'other', or '-' for what was spent on no source alone.
    source   text          not null,
    month    date          not null check (extract(day from month) = 1),
    -- Null takes back what was entered.
    amount   numeric(14,2) check (amount >= 0),
    -- The charter's of that day. Nothing is converted.
    currency text          not null,
    person   text          not null,
    at       timestamptz   not null
);
create index cost_entry_newest on cost_entry (source, month, number desc);

insert into table_privilege (table_name, application, auditor) values
    ('cost_entry', '{select,insert}', true);

insert into role_permission (role, permission)
select name, 'enter-costs' from role where name = 'marketing'
on conflict do nothing;

-- Boards that somebody had made anew from the log. How far that is is told by the positions.
create table board_rebuild (
    id       uuid        primary key,
    asked_by text        not null,
    asked_at timestamptz not null,
    leads    bigint      not null,
    ended_at timestamptz
);
create unique index board_rebuild_open on board_rebuild ((true)) where ended_at is null;
