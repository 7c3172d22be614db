-- In which way a fact came stands apart from what its source is called: a file may be called like a task or like a correction, and what it says is
-- no person's word.

alter table lead_fact
    add column kind text not null default 'CAPTURED' check (kind in ('CAPTURED', 'CORRECTED', 'ANSWERED')),
    -- The task's element in which it was answered.
    add column step text;

alter table lead_fact_history
    add column kind text not null default 'CAPTURED' check (kind in ('CAPTURED', 'CORRECTED', 'ANSWERED')),
    add column step text,
    -- The task's element in whose answer it was replaced.
    add column replaced_by_step text;

-- So far a person's word was told by the name of its source alone. A task's element has no dot, as the name of a file has; only what is learned is
-- answered in tasks; and no system corrects.
update lead_fact set kind = 'CORRECTED' where source = 'correction' and person is not null;
update lead_fact_history set kind = 'CORRECTED' where source = 'correction' and person is not null;

update lead_fact set kind = 'ANSWERED', step = substring(source from 6)
where name in ('interest', 'timeline', 'decider') and source ~ '^task [A-Za-z_][A-Za-z0-9_-]*$' and person is not null;
update lead_fact_history set kind = 'ANSWERED', step = substring(source from 6)
where name in ('interest', 'timeline', 'decider') and source ~ '^task [A-Za-z_][A-Za-z0-9_-]*$' and person is not null;
update lead_fact_history set replaced_by_step = substring(replaced_by from 6)
where name in ('interest', 'timeline', 'decider') and replaced_by ~ '^task [A-Za-z_][A-Za-z0-9_-]*$';

alter table lead_fact add check ((kind = 'ANSWERED') = (step is not null));
alter table lead_fact_history add check ((kind = 'ANSWERED') = (step is not null));
