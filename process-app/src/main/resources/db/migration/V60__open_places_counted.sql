-- How many of each rep's places are taken, so that a choice of a rep does not count all of them. Each change of rep_place adds what it changes, as a
-- row of its own: whoever frees a place waits for nobody. The number of a rep is the sum of their rows; whoever takes a place, with the pool's lock
-- held, sums up where there are many. Triggers, because nodes of the release before change places too while nodes are rolled. Those also count
-- by rep_place_by_login, which nothing else reads any more.
create table rep_place_count (
    login text   not null,
    n     bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function rep_place_added() returns trigger language plpgsql as $$
begin
    insert into rep_place_count (login, n) values (new.login, 1);
    return null;
end
$$;

create function rep_place_removed() returns trigger language plpgsql as $$
begin
    insert into rep_place_count (login, n) values (old.login, -1);
    return null;
end
$$;

create function rep_place_moved() returns trigger language plpgsql as $$
begin
    insert into rep_place_count (login, n) values (old.login, -1), (new.login, 1);
    return null;
end
$$;

-- The triggers first: from here to the end of this migration no other transaction changes a place.
create trigger rep_place_added after insert on rep_place for each row execute function rep_place_added();
create trigger rep_place_removed after delete on rep_place for each row execute function rep_place_removed();
create trigger rep_place_moved after update of login on rep_place for each row
    when (old.login <> new.login) execute function rep_place_moved();

insert into rep_place_count (login, n) select login, count(*) from rep_place group by login;
