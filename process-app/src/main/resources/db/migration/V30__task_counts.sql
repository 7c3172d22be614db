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
    n             bigint  not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

insert into task_count
select role, step, definition_id, name, assignee, waiting, count(*) from task_item
group by role, step, definition_id, name, assignee, waiting;

create function task_item_added() returns trigger language plpgsql as $$
begin
    insert into task_count
    select role, step, definition_id, name, assignee, waiting, count(*) from added
    group by role, step, definition_id, name, assignee, waiting;
    return null;
end
$$;

create function task_item_removed() returns trigger language plpgsql as $$
begin
    insert into task_count
    select role, step, definition_id, name, assignee, waiting, -count(*) from removed
    group by role, step, definition_id, name, assignee, waiting;
    return null;
end
$$;

create function task_item_changed() returns trigger language plpgsql as $$
begin
    insert into task_count
    select role, step, definition_id, name, assignee, waiting, sum(n)
    from (select role, step, definition_id, name, assignee, waiting, 1 as n from added
        union all select role, step, definition_id, name, assignee, waiting, -1 from removed) changed
    group by role, step, definition_id, name, assignee, waiting having sum(n) <> 0;
    return null;
end
$$;

create trigger task_item_added after insert on task_item
    referencing new table as added for each statement execute function task_item_added();
create trigger task_item_removed after delete on task_item
    referencing old table as removed for each statement execute function task_item_removed();
create trigger task_item_changed after update on task_item
    referencing old table as removed new table as added for each statement execute function task_item_changed();
