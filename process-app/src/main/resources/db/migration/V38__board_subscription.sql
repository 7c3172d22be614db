-- Boards by mail, and the agreements on which a permission rests.

-- Recurring letters: a board as somebody saw it, or what became of the leads that somebody handed over. An ended one keeps
-- its row: whoever ended the Monday letter is not given it again.
create table board_subscription (
    id       uuid        primary key,
    login    text        not null references person on delete cascade,
    letter   text        not null check (letter in ('board', 'became-of-it')),
    -- The board's id and the query of its page, both empty for the Monday letter.
    board    text        not null,
    query    text        not null,
    rhythm   text        not null check (rhythm in ('weekly', 'monthly')),
    made_at  timestamptz not null,
    next_at  timestamptz not null,
    ended_at timestamptz
);
create unique index board_subscription_once on board_subscription (login, letter, board, query, rhythm)
    where ended_at is null or letter = 'became-of-it';
create index board_subscription_due on board_subscription (next_at) where ended_at is null;

-- What was agreed before a permission was given that needs an agreement. Only added to; the newest row counts.
create table permission_agreement (
    number     bigint      generated always as identity primary key,
    permission text        not null,
    role       text        not null,
    words      text        not null,
    agreed_on  date        not null,
    person     text        not null,
    at         timestamptz not null
);

insert into table_privilege (table_name, application, auditor) values
    ('permission_agreement', '{select,insert}', true);
