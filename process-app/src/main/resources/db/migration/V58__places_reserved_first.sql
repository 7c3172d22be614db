-- The engine asks of each task that ends whether it has subtasks, and has no index for it: it read every open task. None has any here.
-- Where the engine's tables are: a test of the schema alone has none.
do $$
begin
    if to_regclass('act_ru_task') is not null then
        create index if not exists act_ru_task_by_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null;
    end if;
end $$;

-- Whether a choice took the place, in a transaction of its own before the journey goes on. When the journey could not go on, the next attempt gives such a
-- place back and chooses anew; one that was given, or kept for a lead that waited, it uses.
alter table rep_place add column chosen boolean not null default false;
