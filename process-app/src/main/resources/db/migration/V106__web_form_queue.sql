-- Web forms that were answered and wait to be taken in, in the order in which they came.
create table web_form_submission (
    id          bigint generated always as identity primary key,
    received_at timestamptz not null,
    capture     json        not null,
    tries       integer     not null default 0,
    next_try    timestamptz not null
);
