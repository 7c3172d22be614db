-- What a person has answered and is not yet carried out: a handful, looked for at each count of an inbox. Without an index of their
-- own all tasks of the person were read for it.
create index task_item_answered on task_item (assignee) where answered_at is not null;
