-- The inbox's counter was filled (V30) before its triggers were there: what nodes of the release before changed in between was never counted, and the
-- inbox showed other numbers than its lists until somebody rebuilt it. Counted anew, while nobody changes a task or sums the counter up.
lock table task_item in exclusive mode;
lock table task_count in exclusive mode;

delete from task_count;
insert into task_count
select role, step, definition_id, name, assignee, waiting, (due at time zone 'UTC')::date as due_day, count(*)
from task_item group by role, step, definition_id, name, assignee, waiting, due_day;
