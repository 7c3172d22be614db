-- What a nurture mail carries home: tokens of its links and of its way back, what happened to it, what its receivers wish.

-- Tokens that stand in mails, each as the hash of 128 random bits. Those to unsubscribe live for ever: the objection of
-- somebody whose lead was erased is kept for the address, by the keyed hash that lead_objection knows it by. Whoever erases a
-- person sets lead_id to null here, as in mail_wish, and deletes their mail_event.
create table mail_token (
    hash     bytea       primary key check (octet_length(hash) = 32),
    purpose  text        not null check (purpose in ('unsubscribe', 'click', 'trap', 'bounce')),
    mail_id  uuid        not null,
    -- Of the Message-ID.
    message  uuid        not null,
    lead_id  uuid,
    address  bytea       not null check (octet_length(address) = 32),
    track    text        not null,
    template text        not null,
    -- Where a link leads. No request says it.
    target   text,
    made_at  timestamptz not null,
    check ((purpose = 'click') = (target is not null))
);
create index mail_token_mail on mail_token (mail_id, purpose);
create index mail_token_message on mail_token (message) where purpose = 'bounce';
create index mail_token_age on mail_token (made_at) where purpose <> 'unsubscribe';
create index mail_token_lead on mail_token (lead_id);

-- What happened to a mail, each thing once: repeated, it counts up here and means nothing more. What a machine did is marked.
create table mail_event (
    mail_id   uuid        not null,
    -- A link's; empty for what happened to the whole mail.
    token     bytea       not null default '',
    kind      text        not null check (kind in ('bounced', 'softBounced', 'delayed', 'complained',
        'unsubscribed', 'wished', 'fetched', 'clicked')),
    mark      text        not null default '' check (mark in ('', 'head', 'hidden', 'atOnce', 'allLinks', 'unseen')),
    lead_id   uuid,
    address   bytea       not null,
    status    text,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    times     integer     not null default 1,
    primary key (mail_id, token, kind, mark)
);
create index mail_event_address on mail_event (address, first_at) where kind = 'softBounced';
create index mail_event_age on mail_event (last_at);
create index mail_event_lead on mail_event (lead_id);

-- Addresses that take no mail: a fact of the address, and no objection of anybody.
create table mail_undeliverable (
    address bytea       primary key check (octet_length(address) = 32),
    status  text        not null,
    -- How many mails came back before it was taken as undeliverable.
    mails   integer     not null,
    since   timestamptz not null
);

-- What somebody wishes short of an objection; it belongs to the person, and outlives the address being corrected.
create table mail_wish (
    address bytea       not null check (octet_length(address) = 32),
    wish    text        not null check (wish in ('lessOften', 'notThisSubject')),
    -- The subject; empty where the wish is about all of them.
    track   text        not null default '',
    lead_id uuid,
    said_at timestamptz not null,
    primary key (address, wish, track)
);
create index mail_wish_lead on mail_wish (lead_id);

-- When a lead got a mail the last time.
create index mail_outbox_of_lead on mail_outbox (lead_id, done_at desc) where state = 'sent' and lead_id is not null;

-- What of ours the buyer looked at, and whether a person is known to have done it. What was told before, nobody doubted.
alter table lead_signal add column content text;
alter table lead_signal add column confirmed boolean not null default true;
