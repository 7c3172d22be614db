-- Leads on their way in: files and web forms.

-- Imports -----------------------------------------------------------------------------------------------------------

create table import_mapping (
    name       text        primary key,
    definition jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null
);

create table import_job (
    id             uuid        primary key,
    file_name      text        not null,
    size           bigint      not null,
    charset        text        not null,
    -- The encodings between which somebody has to choose, the likeliest first; none where it is sure.
    encodings      text[]      not null default '{}',
    delimiter      text        not null,
    estimated_rows bigint      not null,
    header         text[]      not null default '{}',
    mapping_name   text,
    -- As it was when the import was started; a later change of the mapping does not touch it.
    mapping        jsonb,
    origin         text,
    source         text,
    -- The moment at which the file was true, where somebody said it.
    as_of          timestamptz,
    state          text        not null
        check (state in ('draft', 'queued', 'running', 'done', 'cancelled', 'failed')),
    message        text,
    created_by     text        not null,
    created_at     timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz
);
create index import_job_open on import_job (created_at) where state in ('queued', 'running');
create index import_job_created_at on import_job (created_at desc);

-- The file itself, in the database so that any node can go on with it; gone once it is done.
create table import_chunk (
    import_id uuid  not null references import_job (id) on delete cascade,
    number    int   not null,
    bytes     bytea not null,
    primary key (import_id, number)
);

-- How far each batch of rows has come. Written in the transaction of the rows themselves, so a crash neither loses nor
-- doubles one, and the sums are exact.
create table import_batch (
    import_id uuid   not null references import_job (id) on delete cascade,
    number    bigint not null,
    rows_read int    not null,
    created   int    not null,
    merged    int    not null,
    unchanged int    not null,
    returned  int    not null,
    to_decide int    not null,
    refused   int    not null,
    primary key (import_id, number)
);

-- What became of each row. Written with the rows, a batch at a time.
create table import_row (
    import_id  uuid   not null references import_job (id) on delete cascade,
    line       bigint not null,
    outcome    text   not null check (outcome in
        ('created', 'changed', 'joined', 'unchanged', 'returned', 'toDecide', 'refused')),
    lead_id    uuid   references lead (id),
    -- The facts that it changed: an array of name, label, before and after.
    changes    jsonb,
    -- What an undo did about the row, and remarks: an array of code and about.
    undo       text   check (undo in ('withdrawn', 'reverted', 'partly', 'kept', 'nothing')),
    undo_notes jsonb,
    primary key (import_id, line)
);
create index import_row_lead on import_row (lead_id) where lead_id is not null;

-- Reason and cells of a refused row.
create table import_refused (
    import_id uuid   not null references import_job (id) on delete cascade,
    line      bigint not null,
    field     text,
    reason    text   not null,
    cells     text[] not null,
    primary key (import_id, line)
);

-- An import that somebody takes back. It runs in the background, lead by lead; how far it came stands on the rows.
create table import_undo (
    import_id   uuid        primary key references import_job (id) on delete cascade,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    finished_at timestamptz
);
create index import_undo_open on import_undo (asked_at) where finished_at is null;

-- Web forms ---------------------------------------------------------------------------------------------------------

-- Where a web form may send the visitor afterwards.
create table return_address (
    prefix   text        primary key,
    added_by text        not null,
    added_at timestamptz not null
);

-- Web forms that were answered and wait to be taken in, in the order in which they came.
create table web_form_submission (
    id          bigint      generated always as identity primary key,
    received_at timestamptz not null,
    capture     json        not null,
    tries       integer     not null default 0,
    next_try    timestamptz not null
);
