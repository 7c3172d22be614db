-- Boards: one row for each lap of each journey, folded from the journey log by a sweep and rebuilt from it to the same rows.
-- No reference to lead: the row outlives the person as a count, and says nothing of them.
create table lap_fact (
    lead_id              uuid        not null,
    -- Number of the lead's journey and of the lap, from 1.
    journey              integer     not null,
    lap                  integer     not null,

    -- The journey as a whole, the same in all its laps.
    first                boolean     not null,
    laps                 integer     not null,
    returned             boolean     not null,
    origin               text,
    source               text,
    campaign             text,
    content              text,
    captured_at          timestamptz not null,
    mature_at            timestamptz,
    journey_handed_at    timestamptz,
    journey_accepted_at  timestamptz,
    journey_contacted_at timestamptz,
    won_at               timestamptz,
    ended_at             timestamptz,
    end_kind             text,
    deal_value           bigint,
    currency             text,
    owner                text,
    -- Why the journey is in no number: withdrawn within a day, merged, undone.
    outside              text,
    -- Stages that its version of the models does not name: numbers that need one have a gap.
    lacks                text[]      not null,

    -- The lap.
    state                text        not null,
    began_at             timestamptz not null,
    rated_at             timestamptz,
    fit                  text,
    maturity             integer,
    route                text,
    priority             text,
    fit_version          integer,
    maturity_version     integer,
    matrix_version       integer,
    fit_row              integer,
    maturity_row         integer,
    matrix_row           integer,
    model_version        integer,
    charter_version      integer,
    handed_at            timestamptz,
    given_at             timestamptz,
    rep                  text,
    missed               integer     not null,
    missed_at            timestamptz,
    answered_at          timestamptz,
    answer               text,
    accepted_at          timestamptz,
    rejected_at          timestamptz,
    reason               text,
    learned              text,
    reviewed_at          timestamptz,
    review               text,
    marketing_cause      text,
    judged_at            timestamptz,
    verdict              text,
    contacted_at         timestamptz,
    buyers_day           timestamptz,
    not_ready_at         timestamptz,
    lap_won_at           timestamptz,
    left_at              timestamptz,
    no_word_at           timestamptz,
    fit_changed          boolean,
    maturity_changed     boolean,
    changed              text[]      not null,

    -- Working seconds of the charter's hours since a day before all of them: times between stages are differences.
    captured_w           bigint      not null,
    mature_w             bigint,
    journey_handed_w     bigint,
    journey_accepted_w   bigint,
    journey_contacted_w  bigint,
    won_w                bigint,
    given_w              bigint,
    answered_w           bigint,
    accepted_w           bigint,
    contacted_w          bigint,
    primary key (lead_id, journey, lap)
);
create index lap_fact_captured on lap_fact (captured_at) where first;
create index lap_fact_handed on lap_fact (handed_at) where handed_at is not null;
create index lap_fact_answered on lap_fact (answered_at) where answered_at is not null;
create index lap_fact_won on lap_fact (won_at) where won_at is not null and first;

create table lap_promise (
    promise_id text        primary key,
    lead_id    uuid        not null,
    journey    integer     not null,
    lap        integer     not null,
    clause     text        not null,
    role       text,
    state      text        not null,
    opened_at  timestamptz not null,
    due_at     timestamptz,
    ended_at   timestamptz
);
create index lap_promise_of_lead on lap_promise (lead_id, journey, lap);
create index lap_promise_due on lap_promise (due_at);

-- How far each lead's log is folded: written in the transaction that writes its rows.
create table lap_fact_position (
    lead_id uuid   primary key,
    seq     bigint not null
);

-- By which hours and settings the rows were made; when they change, all are made anew.
create table lap_fact_basis (
    one         boolean     primary key default true check (one),
    basis       text        not null,
    -- When the newest line that is counted was recorded.
    log_up_to   timestamptz
);

insert into role_permission (role, permission)
select name, 'read-boards' from role
where name in ('marketing', 'sales-manager', 'process-owner', 'arbiter', 'auditor', 'administrator')
on conflict do nothing;
