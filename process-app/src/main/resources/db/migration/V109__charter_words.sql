-- The charter says what its clauses and lists are called, in both languages: a clause of a process
-- owner's own speaks on pages, in mail and in the log as the shipped ones do. It is part of what is signed.
alter table charter_clause add column label_en text;
alter table charter_clause add column label_de text;

update charter_clause set label_en = said.label_en, label_de = said.label_de
from (values
    ('qualifyLead',     'Qualify a lead',     'Lead qualifizieren'),
    ('completeLead',    'Complete a lead',    'Lead vervollständigen'),
    ('assignRep',       'Find a rep',         'Rep finden'),
    ('answerQuestion',  'Answer a question',  'Frage beantworten'),
    ('answerHandOff',   'Answer a hand-off',  'Übergabe beantworten'),
    ('makeContact',     'Make contact',       'Kontakt aufnehmen'),
    ('decideOutcome',   'Decide the outcome', 'Ausgang entscheiden'),
    ('reviewRejection', 'Review a rejection', 'Ablehnung prüfen'),
    ('giveVerdict',     'Give a verdict',     'Urteil geben'),
    ('placeLead',       'Place a lead',       'Lead zuteilen')) said (clause, label_en, label_de)
where charter_clause.clause = said.clause;

update charter_clause set label_en = clause, label_de = clause where label_en is null;

alter table charter_clause alter column label_en set not null;
alter table charter_clause alter column label_de set not null;

create table charter_list (
    charter_version integer not null references charter (version),
    list            text    not null,
    label_en        text    not null,
    label_de        text    not null,
    primary key (charter_version, list)
);

insert into charter_list (charter_version, list, label_en, label_de)
select agreed.charter_version, agreed.list, coalesce(said.label_en, agreed.list), coalesce(said.label_de, agreed.list)
from (select distinct charter_version, list from charter_option) agreed
left join (values
    ('rejectionReasons',     'Reasons to reject a lead',           'Gründe, einen Lead abzulehnen'),
    ('notReadyReasons',      'Reasons why a lead is not ready',    'Gründe, warum ein Lead nicht so weit ist'),
    ('marketingCauses',      'Causes on marketing''s side',        'Ursachen auf Seiten des Marketings'),
    ('learned',              'What sales learned',                 'Was der Vertrieb erfahren hat'),
    ('lostReasons',          'Reasons why a lead is lost',         'Gründe, warum ein Lead verloren ist'),
    ('breachReasons',        'Reasons why a promise was broken',   'Gründe, warum eine Zusage gebrochen wurde'),
    ('qualificationAnswers', 'Answers to qualification questions', 'Antworten auf Qualifizierungsfragen'))
    said (list, label_en, label_de) on said.list = agreed.list;
