-- What a role is counted and told as: its name said so until now.

-- On which side of the charter a role's promises count. A role of neither is counted by itself.
alter table role add column side text not null default 'neither' check (side in ('marketing', 'sales', 'neither'));

update role set side = 'marketing' where name = 'marketing';
-- as it was told by the name until now
update role set side = 'sales' where name like 'sales%';

insert into role_permission (role, permission)
select name, permission from role, (values
    ('marketing', 'hear-of-nurture'), ('marketing', 'hear-of-drift'), ('process-owner', 'hear-of-drift')
) as given (who, permission)
where name = who;
