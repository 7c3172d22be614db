-- Who may do what. Roles are rows: a lane of a model may name a new one.

create table role (
    name        text primary key check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    label       text not null,
    label_de    text not null,
    description text not null default ''
);

insert into role (name, label, label_de, description) values
    ('marketing', 'Marketing', 'Marketing', 'Qualifies, completes, reviews rejections, answers questions'),
    ('sales-rep', 'Sales rep', 'Vertrieb', 'Answers hand-offs and follows up'),
    ('sales-manager', 'Sales manager', 'Vertriebsleitung', 'Places leads that found no rep, sees the team'),
    ('arbiter', 'Arbiter', 'Schiedsperson', 'Gives the verdict on a disputed rejection'),
    ('process-owner', 'Process owner', 'Prozessverantwortung', 'Changes the models and the tables'),
    ('auditor', 'Auditor', 'Revision', 'Reads everything and changes nothing'),
    ('administrator', 'Administrator', 'Administration', 'People, roles, teams and API keys');

create table person (
    login                text primary key check (login ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    display_name         text not null,
    email                text,
    password_hash        text not null,
    active               boolean not null default true,
    locale               text not null default 'en',
    must_change_password boolean not null default false,
    created_at           timestamptz not null
);

create table person_role (
    login text not null references person,
    role  text not null references role,
    primary key (login, role)
);
create index person_role_role on person_role (role);

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

create table api_key (
    id           uuid primary key,
    name         text not null,
    origin       text not null,
    source       text,
    hash         bytea not null unique,
    created_by   text not null,
    created_at   timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
create unique index api_key_name on api_key (lower(name)) where revoked_at is null;
