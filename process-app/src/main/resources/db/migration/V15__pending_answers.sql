-- Answers that wait out their grace: given, not yet carried out, and to be taken back until then.

-- When the holder of the task answered it; null for a task that nobody has answered.
alter table task_item add column answered_at timestamptz;

create table pending_answer (
    task_id      text        primary key,
    lead_id      uuid        not null,
    person       text        not null,
    -- Texts for the lead's record by field id, with the field's label, and what routes. Both were checked when the answer was given.
    notes        jsonb       not null,
    facts        jsonb       not null,
    answered_at  timestamptz not null,
    carry_out_at timestamptz not null
);
create index pending_answer_due on pending_answer (carry_out_at);
create index pending_answer_of_person on pending_answer (person, answered_at);
-- A journey's business key is text.
create index pending_answer_of_lead on pending_answer (cast(lead_id as text));

-- What somebody has answered is not counted among what they still have.
drop index task_item_taken;
drop index task_item_of_person;
create index task_item_taken on task_item (role, due, task_id)
    include (assignee, step, source, priority, created_at, waiting, answered_at) where assignee is not null;
create index task_item_of_person on task_item (assignee, due, task_id)
    include (role, step, source, priority, created_at, waiting, answered_at) where assignee is not null;

-- How long a person's answers wait; null for as long as usual.
alter table person_setting add column grace_seconds smallint check (grace_seconds between 0 and 30);
