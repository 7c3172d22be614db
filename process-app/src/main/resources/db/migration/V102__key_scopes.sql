-- What an API key opens. The keys there are were made to open all of it.
alter table api_key add column scopes text[] not null
    default array['leads', 'signals', 'consents'];
alter table api_key alter column scopes drop default;
alter table api_key add constraint api_key_scopes
    check (scopes <@ array['leads', 'signals', 'consents'] and cardinality(scopes) > 0);
