-- How many of a series' failed logins stand in the log, and since when: they are told there in lines of a series and a
-- minute, by a sweep, so that a try costs what it did and an attack fills no log.
alter table login_attempt
    add column logged    integer     not null default 0,
    add column logged_at timestamptz;

-- What failed before stands in no line, and is not told as if it had happened now.
update login_attempt set logged = failures;
