-- What people are told, by the bell and by mail. The charter says who is told when; see charter_rung.

-- The key makes telling the same thing twice harmless. A notice says which promise it is about, whether the bell shows
-- it, and which mail carries it.
create table notice (
    id         uuid        primary key,
    recipient  text        not null,
    key        text        not null,
    lead_id    uuid,
    kind       text        not null,
    clause     text,
    promise_id uuid,
    due_at     timestamptz,
    at         timestamptz not null,
    shown      boolean     not null default true,
    read_at    timestamptz,
    mail_key   text,
    unique (recipient, key)
);
create index notice_newest on notice (recipient, at desc, id) where shown;
create index notice_unread on notice (recipient) where read_at is null and shown;
create index notice_mail on notice (mail_key) where mail_key is not null;

-- On which channel a person hears of what; what is not listed is told by bell and mail, at once.
create table notice_choice (
    login text    not null references person,
    kind  text    not null,
    bell  boolean not null,
    mail  text    not null check (mail in ('off', 'now', 'digest')),
    primary key (login, kind)
);

-- Who wants mail outside opening hours too.
create table notice_hours (
    login         text    primary key references person,
    outside_hours boolean not null
);

-- The rungs above a promise's own two moments, one row for each as soon as the promise is broken. They are climbed when
-- their time has come, and dropped when the promised step ended before.
create table later_rung (
    id         uuid        primary key,
    promise_id uuid        not null,
    lead_id    uuid        not null,
    clause     text        not null,
    due_at     timestamptz not null,
    after      text        not null,
    whom       text        not null,
    at         timestamptz not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'told', 'dropped')),
    done_at    timestamptz,
    unique (promise_id, after, whom)
);
create index later_rung_due on later_rung (at) where state = 'waiting';
