-- After all migrations, at each start: what a migration added is granted as table_privilege says, also where it forgot.
do $$ begin perform set_privileges(); perform set_keeper(); end $$;
