-- The engine's history level is our own from now on (OperationsHistoryLevel): process instances, incidents, batches and the
-- operation log. An engine looks at this row when it starts, and never again: nodes that run go on at the level they have.
insert into act_ge_property (name_, value_, rev_) values ('historyLevel', '20', 1)
on conflict (name_) do update set value_ = excluded.value_, rev_ = act_ge_property.rev_ + 1;
