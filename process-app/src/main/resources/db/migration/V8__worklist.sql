-- The inbox: one row for each task that waits for a person, written in the engine's transactions, and what people add
-- to a task: notes, drafts, comments, saved views.

create table task_item (
    task_id       text        primary key,
    lead_id       uuid        not null,
    definition_id text        not null,
    step          text        not null,
    name          text        not null,
    role          text        not null,
    assignee      text,
    -- Who opened the task last of those who held it: the first time is told in the journey log.
    opened_by     text,
    -- 0 high, 1 normal, 2 low: sorts as people read it.
    priority      smallint    not null,
    source        text,
    created_at    timestamptz not null,
    -- The year 9999 while nothing is due (no deadline, or paused): always last, and never null in the sort key.
    due           timestamptz not null,
    remind        timestamptz,
    -- Its promise is paused until marketing answers.
    waiting       boolean     not null default false
);

-- The inbox of a role in its default order, once for what nobody has and once for what somebody has: every row stands in
-- one of them. What the filters and the counts read lies in the index itself.
create index task_item_free on task_item (role, due, task_id)
    include (step, source, priority, created_at, waiting) where assignee is null;
create index task_item_taken on task_item (role, due, task_id)
    include (assignee, step, source, priority, created_at, waiting) where assignee is not null;
-- What one person has.
create index task_item_of_person on task_item (assignee, due, task_id)
    include (role, step, source, priority, created_at, waiting) where assignee is not null;
create index task_item_of_lead on task_item (lead_id);

-- Who ended which task, or that it was taken away (a deadline, a withdrawal): then person is null.
create table task_done (
    task_id  text        primary key,
    lead_id  uuid        not null,
    step     text        not null,
    name     text        not null,
    role     text        not null,
    person   text,
    done_at  timestamptz not null
);
create index task_done_of_lead on task_done (lead_id, done_at);
-- What became of the leads that marketing answered lately: what a rep's outlook is estimated from.
create index task_done_by_marketing on task_done (done_at)
    where step in ('Activity_QualifyLead', 'Activity_CompleteLead');

-- Answers in words. They belong to the lead's record and never reach the engine.
create table task_note (
    id         bigint generated always as identity primary key,
    task_id    text        not null,
    lead_id    uuid        not null,
    step       text        not null,
    field      text        not null,
    label      text        not null,
    words      text        not null,
    person     text        not null,
    written_at timestamptz not null
);
create index task_note_of_lead on task_note (lead_id, written_at);

-- A half-filled form, one for each task and person.
create table task_draft (
    task_id  text        not null,
    person   text        not null,
    lead_id  uuid        not null,
    answers  jsonb       not null,
    saved_at timestamptz not null,
    primary key (task_id, person)
);

create table task_comment (
    id         uuid        primary key,
    task_id    text        not null,
    lead_id    uuid        not null,
    step       text        not null,
    person     text        not null,
    words      text        not null,
    written_at timestamptz not null
);
create index task_comment_of_lead on task_comment (lead_id, written_at);

create table saved_view (
    id       uuid        primary key,
    person   text        not null,
    name     text        not null,
    query    jsonb       not null,
    saved_at timestamptz not null,
    unique (person, name)
);
