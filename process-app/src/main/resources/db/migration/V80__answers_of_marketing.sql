-- What became of the leads that marketing answered lately: what a rep's outlook is estimated from.
create index task_done_by_marketing on task_done (done_at)
    where step in ('Activity_QualifyLead', 'Activity_CompleteLead');
