-- How far the demo clock stands ahead of real time. Read before the job executor starts.
create table demo_clock (
    id        integer primary key check (id = 1),
    ahead_ms  bigint not null check (ahead_ms >= 0),
    moved_at  timestamptz not null
);
