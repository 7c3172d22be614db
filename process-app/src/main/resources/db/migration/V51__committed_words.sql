-- Words behind the commitments in lines that are no lead's: names of mappings, sources and files, searches, reasons. Not part
-- of the log: a row that is deleted takes the key with it, and the code in the lines leads nowhere.
create table committed_words (
    -- as it stands in the lines: hmac-sha256:, and the HMAC of the words under the salt
    commitment  text        primary key,
    salt        bytea       not null check (octet_length(salt) = 32),
    words       text        not null,
    -- SHA-256 by which the words are found again, so that the same have one commitment
    digest      text        not null unique,
    since       timestamptz not null default now()
);

insert into table_privilege (table_name, application) values ('committed_words', '{select,insert,delete}');
