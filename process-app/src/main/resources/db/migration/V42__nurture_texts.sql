-- Texts of nurture mails that marketing wrote; those that came with the product are files in its jar, texts/<track>/<step>_<language>.md.

create table nurture_text (
    track    text    not null,
    step     text    not null,
    language text    not null check (language in ('en', 'de')),
    -- Counts every change; whoever changes it says which one they saw.
    edition  integer not null default 0,
    -- The last version that was begun; a number is never given twice.
    versions integer not null default 0,
    primary key (track, step, language)
);

-- Every version is kept; a draft that was given up is none.
create table nurture_text_version (
    track         text        not null,
    step          text        not null,
    language      text        not null,
    version       integer     not null check (version > 0),
    state         text        not null check (state in ('draft', 'awaiting', 'in-force', 'earlier')),
    -- The whole file.
    content       text        not null,
    -- Of which version it is the content again; 0 is the product's file.
    restored      integer,
    -- Logins of all who changed it, who cannot approve it.
    authors       text[]      not null,
    written_at    timestamptz not null,
    -- Who approved it, or returned it, with their words.
    decided_by    text,
    decided_at    timestamptz,
    words         text        not null default '',
    in_force_from  timestamptz,
    in_force_until timestamptz,
    primary key (track, step, language, version),
    foreign key (track, step, language) references nurture_text (track, step, language)
);
create unique index nurture_text_in_force on nurture_text_version (track, step, language) where state = 'in-force';
create unique index nurture_text_draft on nurture_text_version (track, step, language)
    where state in ('draft', 'awaiting');

-- Texts that somebody had sent to themselves, until they left: a mail is written at the moment in which it leaves.
create table nurture_text_test (
    id       uuid        primary key,
    login    text        not null,
    track    text        not null,
    step     text        not null,
    language text        not null,
    content  text        not null,
    -- Whose values it is shown with; null for somebody of whom nothing is known.
    lead_id  uuid,
    at       timestamptz not null
);
create index nurture_text_test_of on nurture_text_test (login, at);

insert into table_privilege (table_name, auditor)
select name, true from unnest(array['nurture_text', 'nurture_text_version']) as name;

insert into role_permission (role, permission)
select role.name, right_to.permission
from role, unnest(array['write-texts', 'approve-texts']) as right_to (permission)
where role.name = 'marketing'
on conflict do nothing;
