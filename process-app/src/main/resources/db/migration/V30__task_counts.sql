-- How many open tasks there are of each kind, so that the inbox counts a million as fast as a hundred. Each change of
-- task_item adds what it changes, as a row of its own: two transactions never wait for each other here. The number of a
-- kind is the sum of its rows; from time to time the product sums them up.
create table task_count (
    role          text    not null,
    step          text    not null,
    definition_id text    not null,
    name          text    not null,
    assignee      text,
    waiting       boolean not null,
    -- The day in UTC on which it is due: what is due on a past day is overdue, whatever the hour is now.
    due_day       date    not null,
    n             bigint  not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create index task_count_of_role on task_count (role, assignee);

insert into task_count
select role, step, definition_id, name, assignee, waiting, (due at time zone 'UTC')::date as due_day, count(*)
from task_item group by role, step, definition_id, name, assignee, waiting, due_day;

create function task_item_added() returns trigger language plpgsql as $$
begin
    insert into task_count
    select role, step, definition_id, name, assignee, waiting, (due at time zone 'UTC')::date as due_day, count(*)
    from added group by role, step, definition_id, name, assignee, waiting, due_day;
    return null;
end
$$;

create function task_item_removed() returns trigger language plpgsql as $$
begin
    insert into task_count
    select role, step, definition_id, name, assignee, waiting, (due at time zone 'UTC')::date as due_day, -count(*)
    from removed group by role, step, definition_id, name, assignee, waiting, due_day;
    return null;
end
$$;

create function task_item_changed() returns trigger language plpgsql as $$
begin
    insert into task_count
    select role, step, definition_id, name, assignee, waiting, (due at time zone 'UTC')::date as due_day, sum(n)
    from (select role, step, definition_id, name, assignee, waiting, due, 1 as n from added
        union all select role, step, definition_id, name, assignee, waiting, due, -1 from removed) changed
    group by role, step, definition_id, name, assignee, waiting, due_day having sum(n) <> 0;
    return null;
end
$$;

create trigger task_item_added after insert on task_item
    referencing new table as added for each statement execute function task_item_added();
create trigger task_item_removed after delete on task_item
    referencing old table as removed for each statement execute function task_item_removed();
create trigger task_item_changed after update on task_item
    referencing old table as removed new table as added for each statement execute function task_item_changed();
