-- What a role allows is data: one row for each permission of a role. The names are those of the enum Permission.
create table role_permission (
    role       text not null references role on delete cascade,
    permission text not null check (permission ~ '^[a-z]+(-[a-z]+)*$'),
    primary key (role, permission)
);

-- Two administrators at once do not overwrite each other unseen.
alter table role add column edition integer not null default 0;

-- Who changed what a role allows. A removed role keeps its lines.
create table permission_change (
    number             bigint generated always as identity primary key,
    at                 timestamptz not null,
    person             text        not null,
    role               text        not null,
    what               text        not null check (what in ('added', 'changed', 'removed')),
    permissions_before text        not null,
    permissions_after  text        not null
);

insert into role_permission (role, permission)
select role, unnest(string_to_array(permissions, ' ')) from (values
    ('marketing', 'see-every-lead work-on-leads reopen-leads export read-intake bring-in-leads decide-duplicates '
        || 'decide-consents define-facts declare-bases read-return-addresses work-tasks read-every-promise'),
    ('sales-rep', 'see-team-leads work-on-leads export work-tasks see-incoming read-own-promises'),
    ('sales-manager', 'see-every-lead work-on-leads reopen-leads export read-intake bring-in-leads decide-duplicates '
        || 'decide-consents work-tasks manage-reps read-team-promises'),
    ('arbiter', 'see-every-lead export work-tasks read-own-promises'),
    ('process-owner', 'see-every-lead export define-facts work-tasks read-every-promise propose-charter '
        || 'keep-calendars'),
    ('auditor', 'see-every-lead export read-intake read-every-promise read-permissions read-exports'),
    ('administrator', 'see-every-lead work-on-leads reopen-leads export read-intake bring-in-leads decide-duplicates '
        || 'decide-consents define-facts declare-bases read-return-addresses keep-return-addresses keep-calendars '
        || 'administer-people administer-roles read-permissions administer-keys name-signers lift-login-blocks '
        || 'keep-outbox rebuild-read-models watch-operation read-exports')
) as shipped (role, permissions)
where exists (select 1 from role where name = shipped.role);

-- A role that was added for a lane of a model goes on with that lane's tasks.
insert into role_permission (role, permission)
select name, 'work-tasks' from role where not exists (select 1 from role_permission where role = name);
