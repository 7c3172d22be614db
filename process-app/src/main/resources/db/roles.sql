-- The roles of Lead Relay on this server, and who owns what in this database (docs/reference/database-roles.md).
-- A superuser runs this in the product's database, and may run it again: psql --dbname=leadrelay --file=roles.sql
-- Passwords are set apart from it: alter role leadrelay_owner password '...'; alter role leadrelay_app password '...';

-- The migrations connect as the owner, the application as leadrelay_app. Nobody logs in as the other two: a person who
-- audits gets a login that is a member of leadrelay_auditor.
do $$
declare
    wanted record;
begin
    for wanted in
        select * from (values
            ('leadrelay_owner', 'login'),
            ('leadrelay_app', 'login'),
            ('leadrelay_keeper', 'nologin'),
            ('leadrelay_auditor', 'nologin')) as role (name, login)
    loop
        if not exists (select from pg_roles where rolname = wanted.name) then
            begin
                execute format('create role %I %s', wanted.name, wanted.login);
            exception when duplicate_object or unique_violation then
                null; -- made at the same moment for another database of this server
            end;
        end if;
    end loop;
    for wanted in
        select rolname as name from pg_roles
        where rolname in ('leadrelay_owner', 'leadrelay_app', 'leadrelay_keeper', 'leadrelay_auditor')
            and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
    loop
        execute format('alter role %I nosuperuser nocreaterole nocreatedb noreplication nobypassrls', wanted.name);
    end loop;
    -- whoever migrates gives the keeper its function
    grant leadrelay_keeper to leadrelay_owner;
    if not (select rolsuper from pg_roles where rolname = current_user) then
        -- where nobody is superuser: what is handed over must be in reach of who hands it over
        execute format('grant leadrelay_owner to %I', current_user);
    end if;
end $$;

-- What an earlier version made as another role, or a restored dump. Nodes that still connect as that role go on: it is a
-- member of the owner until somebody revokes that.
do $$
declare
    statement text;
begin
    for statement in
        select distinct format('grant leadrelay_owner to %I', r.rolname)
        from pg_class c join pg_roles r on r.oid = c.relowner
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            and not r.rolsuper and r.rolname not in ('leadrelay_owner', 'leadrelay_app')
        union all
        select 'alter schema public owner to leadrelay_owner'
        from pg_namespace
        where nspname = 'public' and nspowner <> 'leadrelay_owner'::regrole
        union all
        select format('alter table %s owner to leadrelay_owner', c.oid::regclass)
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
            and c.relowner <> 'leadrelay_owner'::regrole
            and not exists (select from pg_depend d
                where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i', 'e'))
        union all
        select format('alter routine %s owner to leadrelay_owner', p.oid::regprocedure)
        from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.proowner <> 'leadrelay_owner'::regrole
            and p.proowner <> coalesce((select oid from pg_roles where rolname = 'leadrelay_keeper'), 0)
            and not exists (select from pg_depend d
                where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
        union all
        select format('alter collation public.%I owner to leadrelay_owner', collname)
        from pg_collation
        where collnamespace = 'public'::regnamespace and collowner <> 'leadrelay_owner'::regrole
        union all
        select format('alter type %s owner to leadrelay_owner', t.oid::regtype)
        from pg_type t left join pg_class c on c.oid = t.typrelid
        where t.typnamespace = 'public'::regnamespace and (c.relkind = 'c' or t.typtype in ('d', 'e')) and t.typowner <> 'leadrelay_owner'::regrole
            and not exists (select from pg_depend d
                where d.objid = t.oid and d.classid = 'pg_type'::regclass and d.deptype = 'e')
    loop
        execute statement;
    end loop;

    revoke create on schema public from public;
    grant usage on schema public to leadrelay_app, leadrelay_auditor;
    -- the ledger is rebuilt beside itself, in a temporary table
    execute format('revoke temporary on database %I from public', current_database());
    execute format('grant connect, temporary on database %I to leadrelay_owner, leadrelay_app', current_database());
    execute format('grant connect on database %I to leadrelay_auditor', current_database());

    if to_regprocedure('public.set_privileges()') is not null then
        set local role leadrelay_owner;
        perform public.set_privileges();
        if to_regprocedure('public.set_keeper()') is not null then
            perform public.set_keeper();
        end if;
        reset role;
    end if;
end $$;
