-- A clause says who promises and which step of the models it is about. The charter names its calendar, not one version
-- of it, and what a rep carries who has no capacity of their own.
alter table charter_clause add column who text;
alter table charter_clause add column element text;

update charter_clause set who = agreed.who, element = agreed.element
from (values
    ('qualifyLead',     'marketing',     'Activity_QualifyLead'),
    ('completeLead',    'marketing',     'Activity_CompleteLead'),
    ('assignRep',       'sales-manager', 'Event_AssignOverdue'),
    ('answerQuestion',  'marketing',     'Activity_AnswerQuestion'),
    ('answerHandOff',   'sales-rep',     'Activity_AnswerHandOff'),
    ('makeContact',     'sales-rep',     'Activity_MakeContact'),
    ('decideOutcome',   'sales-rep',     'Activity_DecideOutcome'),
    ('reviewRejection', 'marketing',     'Activity_ReviewRejection'),
    ('giveVerdict',     'arbiter',       'Activity_GiveVerdict'),
    ('placeLead',       'sales-manager', 'Activity_PlaceLead')) agreed (clause, who, element)
where charter_clause.clause = agreed.clause;

alter table charter_clause alter column who set not null;
alter table charter_clause alter column element set not null;

alter table charter add column calendar text not null default 'default';
alter table charter add column capacity integer not null default 60 check (capacity between 0 and 100000);
