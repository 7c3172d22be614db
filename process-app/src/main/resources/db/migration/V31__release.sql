-- Releases of the models: all files that go live together, drafted, sealed by a hash, approved by a second person, in
-- force from a moment. What is deployed is not in force; what is in force is read here.

create table release (
    number          integer     primary key check (number > 0),
    -- The release that it began with; null for the first.
    base            integer     references release (number),
    state           text        not null check (state in ('draft', 'sealed', 'approved', 'rejected', 'withdrawn')),
    -- Counts the changes of a draft: whoever changes says which one they saw.
    edition         integer     not null default 0,
    -- SHA-256 over ids, names and contents of its files.
    content_hash    text        not null,
    title           text        not null default '',
    -- Logins; 'system' for what came with the product.
    made_by         text        not null,
    made_at         timestamptz not null,
    sealed_by       text,
    sealed_at       timestamptz,
    decided_by      text,
    decided_at      timestamptz,
    -- The moment that was chosen with the approval; null is at once.
    approved_from   timestamptz,
    -- Null until it is approved, and until the charter that goes with it is signed.
    in_force_from   timestamptz,
    deployment_id   text,
    -- Whether it changes what both sides signed, and the version of the charter that takes effect with it.
    needs_charter   boolean     not null default false,
    charter_version integer,
    rolls_back_to   integer     references release (number),
    constraint release_sealed_is_deployed
        check (state = 'draft' or state = 'withdrawn' or (sealed_by is not null and deployment_id is not null)),
    constraint release_in_force_is_approved check (in_force_from is null or state in ('approved', 'withdrawn')),
    constraint release_approved_is_decided check (state <> 'approved' or decided_by is not null)
);
create unique index release_one_draft on release ((true)) where state = 'draft';
create unique index release_of_charter on release (charter_version) where state in ('sealed', 'approved');
create index release_moments on release (in_force_from desc, number desc) where state = 'approved';

create table release_file (
    release integer     not null references release (number) on delete cascade,
    -- Of a model its process, of a table its decision, of words the model and the language: lead-journey_de.
    file    text        not null,
    kind    text        not null check (kind in ('process', 'decision', 'words')),
    name    text        not null,
    content bytea       not null,
    sha256  text        not null,
    origin  text        not null check (origin in ('carried', 'modeler', 'browser', 'shipped')),
    person  text        not null,
    at      timestamptz not null,
    primary key (release, file)
);
create unique index release_file_name on release_file (release, name);
create index release_file_by_content on release_file (file, sha256);

-- What the gate said when it was sealed: no refusals, or it would not be. Arguments, not sentences: those are said in the
-- language of whoever reads them.
create table release_finding (
    release   integer not null references release (number) on delete cascade,
    number    integer not null,
    severity  text    not null check (severity in ('refusal', 'warning', 'note')),
    rule      text    not null,
    file      text    not null,
    element   text,
    arguments text[]  not null,
    primary key (release, number)
);

-- What the engine made of it: journeys start by these ids. A roll back has those of the release that it goes back to.
create table release_definition (
    release       integer not null references release (number) on delete cascade,
    kind          text    not null check (kind in ('process', 'decision')),
    key           text    not null,
    version       integer not null,
    definition_id text    not null,
    primary key (release, kind, key)
);

create table release_event (
    number  bigint      generated always as identity primary key,
    release integer     not null,
    at      timestamptz not null,
    person  text        not null,
    kind    text        not null,
    words   text        not null default ''
);
create index release_event_of_release on release_event (release, number);
-- Every node looks whether a moment has come; one of them says so.
create unique index release_event_in_force on release_event (release) where kind = 'in-force';

-- The files of each set of models that came with the product, by which an owner's file is told from an untouched one.
create table shipped_file (
    checksum text not null references shipped_models (checksum),
    file     text not null,
    sha256   text not null,
    primary key (checksum, file)
);
-- Models that came over an owner's are offered and not deployed.
alter table shipped_models alter column deployment_id drop not null;

insert into table_privilege (table_name, application, auditor) values
    ('release_event', '{select,insert}', true),
    ('shipped_file',  '{select,insert}', true);

insert into table_privilege (table_name, auditor)
select name, true from unnest(array['release', 'release_file', 'release_finding', 'release_definition']) as name;

insert into role_permission (role, permission)
select name, 'read-process' from role
union all
select name, 'redesign' from role where name = 'process-owner'
union all
select name, 'approve-release' from role where name in ('process-owner', 'administrator')
on conflict do nothing;
