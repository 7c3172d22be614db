-- Touches on a nurture track: sent by mail, recorded for a person or the source to make, or
-- skipped. A skipped touch has a reason and counts as a step of the track.
create table touch (
    id         uuid primary key,
    lead_id    uuid not null,
    journey_id uuid,
    lap        bigint not null,
    track      text not null,
    number     integer not null,
    kind       text not null,
    template   text,
    state      text not null check (state in ('sent', 'recorded', 'skipped')),
    channel    text,
    reason     text,
    at         timestamptz not null,
    check (state <> 'skipped' or reason is not null)
);

create index touch_by_track on touch (lead_id, track, lap);

-- Attempts of a rep to reach a buyer, counted for each lap of a journey.
create table contact_attempt (
    id         uuid primary key,
    lead_id    uuid not null,
    journey_id uuid,
    lap        bigint not null,
    number     integer not null,
    at         timestamptz not null
);

create index contact_attempt_by_lap on contact_attempt (lead_id, lap);
