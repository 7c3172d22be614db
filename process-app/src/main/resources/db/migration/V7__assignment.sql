-- Giving a sales-ready lead to a rep. Every choice and every freed place takes the pool's advisory
-- lock first, so a place is never given twice and a wake-up is never lost.

-- What a rep can carry. A rep without a row has the default capacity (leadrelay.reps.capacity).
create table rep_capacity (
    login       text primary key,
    capacity    integer check (capacity >= 0 and capacity <= 100000),
    last_lead_at timestamptz,
    choices     bigint not null default 0
);

-- First and last instant of an absence; open_ended absences have no last instant.
create table rep_absence (
    id       uuid primary key,
    login    text not null,
    from_at  timestamptz not null,
    until_at timestamptz,
    set_by   text not null,
    check (until_at is null or until_at > from_at)
);

create index rep_absence_by_login on rep_absence (login, from_at);

-- A place taken: from the choice of the rep until the journey ends, is recycled, or the rep
-- declines or misses the hand-off. One per lead at most.
create table rep_place (
    lead_id  uuid primary key,
    login    text not null,
    lap      bigint not null,
    taken_at timestamptz not null
);

create index rep_place_by_login on rep_place (login);

-- Who rejected or missed a lead in a lap; emptied when the lead's journey ends or recycles.
create table hand_off_decline (
    lead_id uuid not null,
    lap     bigint not null,
    login   text not null,
    kind    text not null check (kind in ('rejected', 'missed')),
    at      timestamptz not null,
    times   integer not null default 1,
    primary key (lead_id, lap, login, kind)
);

-- Leads for which nobody was able, with the reason that the sales manager sees.
create table hand_off_waiting (
    lead_id          uuid primary key,
    lap              bigint not null,
    rank             integer not null,
    reason           text not null check (reason in ('noReps', 'allAbsent', 'allFull', 'allDeclined')),
    same_rep_allowed boolean not null,
    since            timestamptz not null
);

create index hand_off_waiting_in_order on hand_off_waiting (rank, since, lead_id);
