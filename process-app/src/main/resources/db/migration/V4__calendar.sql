-- The hours in which work is counted.

-- Calendars have names that charters, teams and reps go by; a row is one version of one of them, and never changes.
create sequence business_calendar_version;

create table business_calendar (
    version     integer     primary key,
    calendar_id text        not null check (calendar_id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    replaces    integer     references business_calendar (version),
    name        text        not null,
    -- Null until the application first reads it: then the configured zone is written here and stays.
    zone        text,
    -- ISO 3166-1; null where no public holidays are kept.
    country     text,
    -- From the largest to the smallest, as in ISO 3166-2 without the country; empty for the whole country.
    regions     text[]      not null default '{}',
    made_by     text        not null,
    made_at     timestamptz not null
);
-- Of two people who change the same version the second is refused.
create unique index business_calendar_replaces on business_calendar (calendar_id, replaces) nulls not distinct;

create table business_opening (
    calendar_version integer  not null references business_calendar (version),
    weekday          smallint not null check (weekday between 1 and 7),
    opens            time     not null,
    -- 00:00 closes at midnight.
    closes           time     not null,
    primary key (calendar_version, weekday, opens)
);

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

-- The first calendar ------------------------------------------------------------------------------------------------

insert into business_calendar (version, calendar_id, name, made_by, made_at)
values (nextval('business_calendar_version'), 'default', 'Monday to Friday, 9 to 17', 'system', now());

insert into business_opening (calendar_version, weekday, opens, closes)
select 1, weekday, time '09:00', time '17:00' from generate_series(1, 5) weekday;
