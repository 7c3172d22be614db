-- Of two exports at the same instant the one recorded later comes first.
alter table export_log add column number bigint generated always as identity;
create unique index export_log_number on export_log (number desc);
drop index export_log_at;
