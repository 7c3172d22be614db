-- People stand in sealed lines by reference. What a reference means is no part of the log: the row goes with the person, and
-- lines of format 3 then tell of nobody. Lines of before keep their logins, and none is rewritten.
create table person_ref (
    ref   uuid        primary key default gen_random_uuid(),
    login text        not null unique,
    since timestamptz not null default clock_timestamp()
);

-- A reference is the database's, so that nobody gives an old one to somebody else; and nobody is renamed under it.
create function person_ref_is_made_here() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        raise exception 'a reference to a person does not change: delete the row';
    end if;
    new.ref := gen_random_uuid();
    new.since := clock_timestamp();
    return new;
end
$$;

create trigger person_ref_is_made_here
    before insert or update on person_ref
    for each row execute function person_ref_is_made_here();

-- What nodes remember of references holds until one is erased. The sender is no node, so that all nodes hear of it
-- (NodeBroadcast, PersonReferences).
create function person_ref_erased() returns trigger language plpgsql as $$
begin
    perform pg_notify('leadrelay', E'database\npeople\n');
    return null;
end
$$;

create trigger person_ref_erased
    after delete or truncate on person_ref
    for each statement execute function person_ref_erased();

insert into table_privilege (table_name, application, auditor) values
    ('person_ref', '{select,insert,delete}', true);

-- Everybody who is known has one: the first lines after the upgrade need not wait for each other.
insert into person_ref (login) select login from person order by login;

-- Of person and person_ref each line has one; nodes of before go on with the login while they roll.
alter table journey_log alter column person drop not null;
alter table journey_log add constraint journey_log_says_who
    check (num_nonnulls(person, person_ref) = 1) not valid;

create index journey_log_by_person_ref on journey_log (person_ref, at desc)
    where kind not in ('entered', 'left', 'flow', 'started') and subject is null and person_ref is not null;
