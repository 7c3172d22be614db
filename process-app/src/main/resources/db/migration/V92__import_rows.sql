-- What became of each row of an import. Written with the rows, a batch at a time. Reason and cells of a refused row stand
-- in import_refused; rows of imports before this table are known when they were refused only.
create table import_row (
    import_id uuid   not null references import_job (id) on delete cascade,
    line      bigint not null,
    outcome   text   not null check (outcome in
        ('created', 'changed', 'joined', 'unchanged', 'returned', 'toDecide', 'refused')),
    lead_id   uuid references lead (id),
    -- the facts that it changed: an array of name, label, before and after
    changes   jsonb,
    primary key (import_id, line)
);
create index import_row_lead on import_row (lead_id) where lead_id is not null;

insert into import_row (import_id, line, outcome) select import_id, line, 'refused' from import_refused;
