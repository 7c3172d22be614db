-- People, what they may do, and what keeps others out.

-- Roles are rows: a lane of a model may name a new one.
create table role (
    name        text primary key check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    label       text not null,
    label_de    text not null,
    description text not null default '',
    -- Two administrators at once do not overwrite each other unseen.
    edition     integer not null default 0
);

-- What a role allows is data: one row for each permission of a role. The names are those of the enum Permission.
create table role_permission (
    role       text not null references role on delete cascade,
    permission text not null check (permission ~ '^[a-z]+(-[a-z]+)*$'),
    primary key (role, permission)
);

-- Who changed what a role allows. A removed role keeps its lines.
create table permission_change (
    number             bigint generated always as identity primary key,
    at                 timestamptz not null,
    person             text        not null,
    role               text        not null,
    what               text        not null check (what in ('added', 'changed', 'removed')),
    permissions_before text        not null,
    permissions_after  text        not null
);

create table person (
    login                text        primary key check (login ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    display_name         text        not null,
    email                text,
    password_hash        text        not null,
    active               boolean     not null default true,
    locale               text        not null default 'en',
    must_change_password boolean     not null default false,
    created_at           timestamptz not null,
    -- A session carries the number that the person had at its login, and ends when the person has another one: a password
    -- that is changed or reset, and access that is ended or given back, raise it.
    access_version       bigint      not null default 0
);

create table person_role (
    login text not null references person,
    role  text not null references role,
    primary key (login, role)
);
create index person_role_role on person_role (role);

-- What each person chose for themselves; who has no row has chosen nothing.
create table person_setting (
    login           text    primary key references person,
    names_in_titles boolean not null default false
);

create table team (
    id   uuid primary key,
    name text not null
);
create unique index team_name on team (lower(name));

create table team_member (
    team_id uuid not null references team on delete cascade,
    login   text not null references person,
    primary key (team_id, login)
);
create index team_member_login on team_member (login);

-- Mandates ----------------------------------------------------------------------------------------------------------

-- Who may sign the charter: for each side one person and any number of deputies.
create table mandate (
    name    text    primary key check (name in ('head-of-marketing', 'head-of-sales')),
    holder  text    references person,
    -- Two administrators at once do not overwrite each other unseen.
    edition integer not null default 0
);

create table mandate_deputy (
    mandate text not null references mandate,
    login   text not null references person,
    primary key (mandate, login)
);

-- Who said so, and when.
create table mandate_change (
    number   bigint      generated always as identity primary key,
    mandate  text        not null references mandate,
    at       timestamptz not null,
    person   text        not null,
    holder   text,
    deputies text        not null
);
create index mandate_change_newest on mandate_change (mandate, number desc);

-- Keys, logins and sessions -----------------------------------------------------------------------------------------

create table api_key (
    id           uuid        primary key,
    name         text        not null,
    origin       text        not null,
    source       text,
    hash         bytea       not null unique,
    -- What it opens.
    scopes       text[]      not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    constraint api_key_scopes
        check (scopes <@ array['leads', 'signals', 'consents'] and cardinality(scopes) > 0)
);
create unique index api_key_name on api_key (lower(name)) where revoked_at is null;

-- Wrong passwords and unknown keys, counted by all nodes in one place: by login and address together, by login, by
-- address, and for keys by address. A try is counted before its password is checked and given back when it was right.
create table login_attempt (
    id            bigint      generated always as identity primary key,
    kind          text        not null check (kind in ('pair', 'login', 'address', 'key')),
    login         text        not null default '',
    address       text        not null default '',
    failures      integer     not null default 0,
    since         timestamptz not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null,
    told          boolean     not null default false,
    unique (kind, login, address)
);
create index login_attempt_oldest on login_attempt (last_at);

-- Where somebody has logged in with the right password: guesses from elsewhere do not lock them out there.
create table login_address (
    login   text        not null references person (login) on delete cascade,
    address text        not null,
    last_at timestamptz not null,
    primary key (login, address)
);
create index login_address_oldest on login_address (last_at);

-- The sessions that are open on some node, for the people who look at them and end them. A session lives in the memory of
-- one node; alive_at is the database's own time, by which the rows of a node that died are found.
create table person_session (
    id           uuid        primary key,
    login        text        not null references person,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    alive_at     timestamptz not null default clock_timestamp(),
    node         text        not null,
    address      text        not null,
    browser      text        not null
);
create index person_session_login on person_session (login);

-- What there is from the first day ----------------------------------------------------------------------------------

insert into role (name, label, label_de, description) values
    ('marketing', 'Marketing', 'Marketing', 'Qualifies, completes, reviews rejections, answers questions'),
    ('sales-rep', 'Sales rep', 'Vertrieb', 'Answers hand-offs and follows up'),
    ('sales-manager', 'Sales manager', 'Vertriebsleitung', 'Places leads that found no rep, sees the team'),
    ('arbiter', 'Arbiter', 'Schiedsperson', 'Gives the verdict on a disputed rejection'),
    ('process-owner', 'Process owner', 'Prozessverantwortung', 'Changes the models and the tables'),
    ('auditor', 'Auditor', 'Revision', 'Reads everything and changes nothing'),
    ('administrator', 'Administrator', 'Administration', 'People, roles, teams and API keys');

insert into role_permission (role, permission)
select role, unnest(string_to_array(permissions, ' ')) from (values
    ('marketing', 'see-every-lead work-on-leads reopen-leads export read-intake bring-in-leads decide-duplicates '
        || 'decide-consents define-facts declare-bases read-return-addresses work-tasks read-every-promise'),
    ('sales-rep', 'see-team-leads work-on-leads export work-tasks see-incoming read-own-promises'),
    ('sales-manager', 'see-every-lead work-on-leads reopen-leads export read-intake bring-in-leads decide-duplicates '
        || 'decide-consents work-tasks manage-reps read-team-promises'),
    ('arbiter', 'see-every-lead export work-tasks read-own-promises'),
    ('process-owner', 'see-every-lead export define-facts work-tasks read-every-promise propose-charter '
        || 'keep-calendars'),
    ('auditor', 'see-every-lead export read-intake read-every-promise read-permissions read-exports'),
    ('administrator', 'see-every-lead work-on-leads reopen-leads export read-intake bring-in-leads decide-duplicates '
        || 'decide-consents define-facts declare-bases read-return-addresses keep-return-addresses keep-calendars '
        || 'administer-people administer-roles read-permissions administer-keys name-signers lift-login-blocks '
        || 'keep-outbox rebuild-read-models watch-operation read-exports')
) as shipped (role, permissions);

insert into mandate (name) values ('head-of-marketing'), ('head-of-sales');
