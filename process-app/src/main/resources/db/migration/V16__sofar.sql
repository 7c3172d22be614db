-- Marketing has answered a question and whoever has the task has not opened it since.
alter table task_item add column answered boolean not null default false;
