-- Wrong passwords and unknown keys, counted by all nodes in one place: by login and address together, by login, by
-- address, and for keys by address. A try is counted before its password is checked and given back when it was right.
create table login_attempt (
    id            bigint generated always as identity primary key,
    kind          text not null check (kind in ('pair', 'login', 'address', 'key')),
    login         text not null default '',
    address       text not null default '',
    failures      integer not null default 0,
    since         timestamptz not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null,
    told          boolean not null default false,
    unique (kind, login, address)
);

create index login_attempt_oldest on login_attempt (last_at);

-- Where somebody has logged in with the right password: guesses from elsewhere do not lock them out there.
create table login_address (
    login   text not null references person (login) on delete cascade,
    address text not null,
    last_at timestamptz not null,
    primary key (login, address)
);

create index login_address_oldest on login_address (last_at);
