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

-- Mail waiting to leave. The address is looked up when the mail is sent: an objection or a corrected address that came
-- in between counts, and no address is kept here.
create table mail_outbox (
    id         uuid        primary key,
    key        text        not null unique,
    lead_id    uuid,
    login      text,
    template   text        not null,
    state      text        not null default 'waiting'
        check (state in ('waiting', 'sent', 'dropped', 'failed')),
    tries      integer     not null default 0,
    next_try   timestamptz not null,
    -- Why it did not leave the last time: the kind of failure, never the server's words, which may quote an address.
    error      text,
    reason     text,
    created_at timestamptz not null,
    done_at    timestamptz,
    -- The administrator who dropped it.
    done_by    text,
    check (num_nonnulls(lead_id, login) = 1)
);
create index mail_outbox_due on mail_outbox (next_try) where state = 'waiting';
-- As administrators look at it: the newest first, of one state or of all.
create index mail_outbox_newest on mail_outbox (created_at desc, id);
