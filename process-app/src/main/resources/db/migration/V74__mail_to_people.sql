-- A notice says which promise it is about, whether the bell shows it, and which mail carries it.
alter table notice
    add column promise_id uuid,
    add column due_at     timestamptz,
    add column shown      boolean not null default true,
    add column mail_key   text;

drop index notice_newest;
drop index notice_unread;
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
    login         text primary key references person,
    outside_hours boolean not null
);

-- The outbox as administrators look at it: the newest first, of one state or of all.
create index mail_outbox_newest on mail_outbox (created_at desc, id);
