-- Personal tokens: what a person leaves with Camunda Modeler in place of the password. The secret is kept as a hash.
create table person_token (
    id           uuid        primary key,
    login        text        not null references person,
    name         text        not null,
    hash         bytea       not null unique check (octet_length(hash) = 32),
    made_at      timestamptz not null,
    until        timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

-- A revoked token keeps its row and gives its name back.
create unique index person_token_name on person_token (login, lower(name)) where revoked_at is null;
