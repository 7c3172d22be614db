-- A session carries the number that the person had at its login, and ends when the person has another one: a password that is
-- changed or reset, and access that is ended or given back, raise it.
alter table person add column access_version bigint not null default 0;

-- The sessions that are open on some node, for the people who look at them and end them. A session lives in the memory of one
-- node; alive_at is the database's own time, by which the rows of a node that died are found.
create table person_session (
    id           uuid primary key,
    login        text not null references person,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    alive_at     timestamptz not null default clock_timestamp(),
    node         text not null,
    address      text not null,
    browser      text not null
);
create index person_session_login on person_session (login);
