-- An import that somebody takes back. It runs in the background, lead by lead; how far it came stands on the rows.
create table import_undo (
    import_id   uuid        primary key references import_job (id) on delete cascade,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    finished_at timestamptz
);
create index import_undo_open on import_undo (asked_at) where finished_at is null;

-- What the undo did about the row, and remarks: an array of code and about.
alter table import_row add column undo text
    check (undo in ('withdrawn', 'reverted', 'partly', 'kept', 'nothing'));
alter table import_row add column undo_notes jsonb;

-- A lead that only an undone import had brought. Nothing identifies it any more: the same person begins afresh.
alter table lead add column undone_at timestamptz;
