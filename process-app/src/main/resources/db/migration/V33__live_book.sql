-- The process as it runs: which rows of the tables fired, and who may mend failed jobs.

insert into role_permission (role, permission)
select name, 'repair-jobs' from role where name in ('process-owner', 'administrator')
on conflict do nothing;

-- Numbers of the rows that fired, from 1, beside the facts: counted by row over a month without a look at the log.
alter table decision_fact add column fired integer[];

update decision_fact sheet
set fired = (select array_agg(row.number::integer order by row.place)
    from jsonb_array_elements_text(line.details::jsonb -> 'rows') with ordinality as row(number, place))
from journey_log line
where line.lead_id = sheet.lead_id and line.seq = sheet.seq and line.details like '%"rows":[%';

drop index decision_fact_by_table;
create index decision_fact_by_table on decision_fact (table_key, at) include (table_version, fired);
