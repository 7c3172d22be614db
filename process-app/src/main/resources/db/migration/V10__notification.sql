-- What the bell shows. The key makes telling the same thing twice harmless.
create table notice (
    id        uuid primary key,
    recipient text not null,
    key       text not null,
    lead_id   uuid,
    kind      text not null,
    clause    text,
    at        timestamptz not null,
    read_at   timestamptz,
    unique (recipient, key)
);

create index notice_newest on notice (recipient, at desc, id);
create index notice_unread on notice (recipient) where read_at is null;

-- Mail waiting to leave. The address is looked up when the mail is sent: an objection or a
-- corrected address that came in between counts, and no address is kept here.
create table mail_outbox (
    id         uuid primary key,
    key        text not null unique,
    lead_id    uuid,
    login      text,
    template   text not null,
    state      text not null default 'waiting'
               check (state in ('waiting', 'sent', 'dropped', 'failed')),
    tries      integer not null default 0,
    next_try   timestamptz not null,
    reason     text,
    created_at timestamptz not null,
    done_at    timestamptz,
    check (num_nonnulls(lead_id, login) = 1)
);

create index mail_outbox_due on mail_outbox (next_try) where state = 'waiting';

-- Who is told at which moment of a promise: 'holder' is the person at the task, 'owner' the rep
-- of the lead, anything else is the name of a role. A clause that is not listed uses 'any'.
create table ladder_rung (
    clause text not null,
    moment text not null check (moment in ('remind', 'overdue')),
    whom   text not null,
    primary key (clause, moment, whom)
);

insert into ladder_rung (clause, moment, whom) values
    ('any', 'remind', 'holder'),
    ('any', 'overdue', 'holder'),
    ('any', 'overdue', 'sales-manager'),
    ('qualifyLead', 'remind', 'holder'),
    ('qualifyLead', 'remind', 'marketing'),
    ('qualifyLead', 'overdue', 'marketing'),
    ('qualifyLead', 'overdue', 'process-owner'),
    ('completeLead', 'remind', 'holder'),
    ('completeLead', 'remind', 'marketing'),
    ('completeLead', 'overdue', 'marketing'),
    ('completeLead', 'overdue', 'process-owner'),
    ('answerQuestion', 'remind', 'holder'),
    ('answerQuestion', 'remind', 'marketing'),
    ('answerQuestion', 'overdue', 'marketing'),
    ('answerQuestion', 'overdue', 'process-owner'),
    ('reviewRejection', 'remind', 'holder'),
    ('reviewRejection', 'remind', 'marketing'),
    ('reviewRejection', 'overdue', 'marketing'),
    ('reviewRejection', 'overdue', 'process-owner'),
    ('giveVerdict', 'remind', 'holder'),
    ('giveVerdict', 'remind', 'arbiter'),
    ('giveVerdict', 'overdue', 'arbiter'),
    ('giveVerdict', 'overdue', 'process-owner'),
    ('placeLead', 'remind', 'sales-manager'),
    ('placeLead', 'overdue', 'sales-manager'),
    ('placeLead', 'overdue', 'process-owner'),
    ('assignRep', 'overdue', 'sales-manager'),
    ('answerHandOff', 'remind', 'owner'),
    ('answerHandOff', 'overdue', 'owner'),
    ('answerHandOff', 'overdue', 'sales-manager'),
    ('makeContact', 'remind', 'owner'),
    ('makeContact', 'overdue', 'owner'),
    ('makeContact', 'overdue', 'sales-manager'),
    ('decideOutcome', 'remind', 'owner'),
    ('decideOutcome', 'overdue', 'owner'),
    ('decideOutcome', 'overdue', 'sales-manager');
