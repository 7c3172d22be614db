-- Lists that people read are sorted by their alphabet, whatever the locale of the database is, and
-- numbers in them by their value. A server without ICU sorts as its own locale does, and says so.
do $$
begin
    create collation people (provider = icu, locale = 'und-u-kn-true');
exception when others then
    execute format('create collation people (provider = libc, locale = %L)',
        (select datcollate from pg_database where datname = current_database()));
end $$;

-- The name as TextNormalizer compares names; the next migration fills it for the leads there are.
alter table lead add column name_key text;
