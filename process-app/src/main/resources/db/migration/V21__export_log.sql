-- Who took which data out, and when.
create table export_log (
    id     uuid primary key,
    at     timestamptz not null,
    person text        not null,
    what   text        not null,
    filter text        not null,
    rows   bigint      not null
);
create index export_log_at on export_log (at desc);
