-- What an anonymous form says of a known person and what differs from what is known. It is shown beside the
-- fact until a person takes it over or dismisses it.
create table lead_claim (
    id         uuid primary key,
    lead_id    uuid        not null references lead (id),
    name       text        not null,
    label      text        not null,
    typed      text        not null,
    -- what was known when it was typed, null when nothing was
    known      text,
    origin     text        not null,
    at         timestamptz not null,
    decision   text check (decision in ('taken', 'dismissed')),
    decided_by text,
    decided_at timestamptz,
    check ((decision is null) = (decided_at is null))
);
-- A value may be as long as 10,000 characters, hence the digest.
create unique index lead_claim_open on lead_claim (lead_id, name, md5(typed)) where decision is null;
create index lead_claim_lead on lead_claim (lead_id, at desc);
