-- The outbox of mail.

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
