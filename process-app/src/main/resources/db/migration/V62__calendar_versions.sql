-- Calendars have names that charters, teams and reps go by; a row of business_calendar is one version of one of them, and
-- never changes. What a version replaces is unique, so of two people who change the same version the second is refused.

create sequence business_calendar_version;

alter table business_calendar
    add column calendar_id text not null default 'default'
        check (calendar_id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    add column replaces integer references business_calendar (version),
    -- ISO 3166-1; null where no public holidays are kept.
    add column country text,
    -- From the largest to the smallest, as in ISO 3166-2 without the country; empty for the whole country.
    add column regions text[] not null default '{}',
    add column made_by text not null default 'system',
    add column made_at timestamptz not null default now();

alter table business_calendar alter column calendar_id drop default;
alter table business_calendar alter column made_by drop default;
alter table business_calendar alter column made_at drop default;

-- Versions that were written by hand before this: each replaces the one before it.
update business_calendar later
set replaces = (select max(earlier.version) from business_calendar earlier where earlier.version < later.version);

select setval('business_calendar_version', (select max(version) from business_calendar));

create unique index business_calendar_replaces on business_calendar (calendar_id, replaces) nulls not distinct;

create table business_special_days (
    calendar_version integer not null references business_calendar (version),
    position         integer not null,
    name             text    not null,
    first_day        date    not null,
    last_day         date    not null,
    primary key (calendar_version, position),
    check (last_day >= first_day)
);

-- None for special days that stay closed.
create table business_special_opening (
    calendar_version integer not null,
    position         integer not null,
    opens            time    not null,
    closes           time    not null,
    primary key (calendar_version, position, opens),
    foreign key (calendar_version, position) references business_special_days
);

-- Whose hours: a rep's own before a team's, a team's before the charter's.
create table calendar_of_team (
    team_id     uuid        primary key references team on delete cascade,
    calendar_id text        not null,
    set_by      text        not null,
    set_at      timestamptz not null
);

create table calendar_of_rep (
    login       text        primary key references person,
    calendar_id text        not null,
    set_by      text        not null,
    set_at      timestamptz not null
);
