-- The moment at which an import's file was true, where somebody said it.
alter table import_job add column as_of timestamptz;

-- The encodings between which somebody has to choose, the likeliest first; none where it is sure.
alter table import_job add column encodings text[] not null default '{}';
