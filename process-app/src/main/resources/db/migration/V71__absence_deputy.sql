-- Who stands in for an absent rep, and where the rep's open tasks go while the absence lasts.
alter table rep_absence
    add column deputy text check (deputy <> login),
    add column open_tasks text not null default 'stay'
        check (open_tasks in ('stay', 'deputy', 'pool')),
    add check (open_tasks <> 'deputy' or deputy is not null);
