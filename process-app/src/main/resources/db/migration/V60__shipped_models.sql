-- Which shipped models were ever deployed here: an old node that starts again must not redeploy its old ones as newest.
create table shipped_models (
    checksum      text primary key,
    deployment_id text        not null,
    deployed_at   timestamptz not null
);
