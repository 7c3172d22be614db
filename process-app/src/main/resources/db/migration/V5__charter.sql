-- The charter has versions: drafted by a process owner, proposed, signed for marketing and for sales, in force from a
-- chosen moment. All that the two sides agreed on stands in the version, and durations are working time, ISO 8601.

create table charter (
    version          integer     primary key,
    name             text        not null,
    state            text        not null
        check (state in ('draft', 'proposed', 'signed', 'withdrawn', 'discarded')),
    based_on         integer     references charter (version),
    -- Counts the edits: whoever edits says which one they saw.
    edition          integer     not null default 0,
    made_at          timestamptz not null,
    -- The moment chosen when it was proposed; null takes effect as soon as both have signed.
    effective_from   timestamptz,
    in_force_from    timestamptz,
    -- What the last signer chose for promises that run at that moment, and when the last of them was moved.
    recompute        boolean     not null default false,
    recomputed_at    timestamptz,
    -- A calendar, not one version of it.
    calendar         text        not null default 'default',
    tries            integer     not null check (tries > 0),
    maximum_laps     integer     not null check (maximum_laps > 0),
    contact_attempts integer     not null check (contact_attempts > 0),
    attempt_spacing  text        not null,
    questions        integer     not null check (questions >= 0),
    -- What a rep carries who has no capacity of their own.
    capacity         integer     not null default 60 check (capacity between 0 and 100000),
    ideal_profile    text        not null default '',
    qualifies        text        not null default 'marketing',
    currency         text        not null default 'EUR',
    constraint charter_signed_has_a_moment check (state <> 'signed' or in_force_from is not null)
);
-- One on its way at a time.
create unique index charter_one_draft on charter ((true)) where state in ('draft', 'proposed');
create index charter_moments on charter (in_force_from desc, version desc) where state = 'signed';

-- What is promised at which step of the models, by whom, and what it is called: a clause of a process owner's own speaks
-- on pages, in mail and in the log as the shipped ones do.
create table charter_clause (
    charter_version integer not null references charter (version),
    clause          text    not null,
    label_en        text    not null,
    label_de        text    not null,
    who             text    not null,
    element         text    not null,
    high            text    not null,
    normal          text    not null,
    low             text    not null,
    reminder_share  double precision check (reminder_share > 0 and reminder_share < 1),
    primary key (charter_version, clause)
);

-- Who is told at which moment of a promise. A clause that is not listed uses 'any'.
--   whom: 'holder' is the person at the task, 'owner' the rep of the lead, 'heads' both mandates,
--   anything else the name of a role.
--   after: working time since the due instant, PT0S for the rungs of the two moments themselves.
create table charter_rung (
    charter_version integer not null references charter (version),
    clause          text    not null,
    moment          text    not null check (moment in ('remind', 'overdue', 'after')),
    after           text    not null default 'PT0S',
    whom            text    not null,
    check ((moment = 'after') = (after <> 'PT0S')),
    primary key (charter_version, clause, moment, after, whom)
);

-- What the lists are called.
create table charter_list (
    charter_version integer not null references charter (version),
    list            text    not null,
    label_en        text    not null,
    label_de        text    not null,
    primary key (charter_version, list)
);

create table charter_option (
    charter_version integer not null references charter (version),
    list            text    not null,
    position        integer not null,
    value           text    not null,
    label_en        text    not null,
    label_de        text    not null,
    -- Marketing reviews a rejection; this is what it usually does with a lead that was rejected for this reason.
    next_step       text,
    primary key (charter_version, list, value)
);

create table charter_question (
    charter_version integer not null references charter (version),
    position        integer not null,
    field           text    not null,
    label_en        text    not null,
    label_de        text    not null,
    primary key (charter_version, field)
);

create table charter_table (
    charter_version integer not null references charter (version),
    decision        text    not null,
    table_version   integer not null,
    primary key (charter_version, decision)
);

create table charter_figure (
    charter_version integer not null references charter (version),
    metric          text    not null,
    value           numeric not null,
    owner           text    not null,
    review          date    not null,
    primary key (charter_version, metric)
);

-- What happened to a version, and who did it. An editor of a version never signs it.
create table charter_event (
    number          bigint      generated always as identity primary key,
    charter_version integer     not null references charter (version),
    at              timestamptz not null,
    person          text        not null,
    kind            text        not null
        check (kind in ('drafted', 'edited', 'proposed', 'signed', 'voided', 'withdrawn', 'discarded', 'recomputed')),
    details         text        not null default ''
);
create index charter_event_of_version on charter_event (charter_version, number);

create table charter_signature (
    number          bigint      generated always as identity primary key,
    charter_version integer     not null references charter (version),
    mandate         text        not null references mandate,
    person          text        not null references person,
    deputy          boolean     not null,
    at              timestamptz not null,
    -- SHA-256 of what was signed.
    content_hash    text        not null,
    recompute       boolean     not null,
    -- A signature does not outlive the text it stands under.
    voided_at       timestamptz
);
create unique index charter_signature_side on charter_signature (charter_version, mandate) where voided_at is null;
create unique index charter_signature_person on charter_signature (charter_version, person) where voided_at is null;

-- The first charter -------------------------------------------------------------------------------------------------

insert into charter (version, name, state, made_at, in_force_from, tries, maximum_laps, contact_attempts,
                     attempt_spacing, questions, ideal_profile)
values (1, 'First charter', 'signed', now(), timestamptz '2020-01-01 00:00:00Z', 3, 3, 4, 'PT8H', 3,
        'Companies of 20 to 2,000 people in our home markets that have the problem we solve, '
        || 'reached through a person who decides on the purchase or advises on it.');

insert into charter_clause (charter_version, clause, label_en, label_de, who, element, high, normal, low, reminder_share) values
    (1, 'qualifyLead',     'Qualify a lead',     'Lead qualifizieren',    'marketing',     'Activity_QualifyLead',     'PT4H',  'PT8H',  'PT16H',  0.5),
    (1, 'completeLead',    'Complete a lead',    'Lead vervollständigen', 'marketing',     'Activity_CompleteLead',    'PT8H',  'PT16H', 'PT24H',  0.5),
    (1, 'assignRep',       'Find a rep',         'Rep finden',            'sales-manager', 'Event_AssignOverdue',      'PT1H',  'PT2H',  'PT4H',   null),
    (1, 'answerQuestion',  'Answer a question',  'Frage beantworten',     'marketing',     'Activity_AnswerQuestion',  'PT2H',  'PT4H',  'PT8H',   0.5),
    (1, 'answerHandOff',   'Answer a hand-off',  'Übergabe beantworten',  'sales-rep',     'Activity_AnswerHandOff',   'PT1H',  'PT2H',  'PT4H',   0.5),
    (1, 'makeContact',     'Make contact',       'Kontakt aufnehmen',     'sales-rep',     'Activity_MakeContact',     'PT2H',  'PT4H',  'PT8H',   0.5),
    (1, 'decideOutcome',   'Decide the outcome', 'Ausgang entscheiden',   'sales-rep',     'Activity_DecideOutcome',   'PT40H', 'PT80H', 'PT120H', 0.75),
    (1, 'reviewRejection', 'Review a rejection', 'Ablehnung prüfen',      'marketing',     'Activity_ReviewRejection', 'PT8H',  'PT16H', 'PT24H',  0.5),
    (1, 'giveVerdict',     'Give a verdict',     'Urteil geben',          'arbiter',       'Activity_GiveVerdict',     'PT8H',  'PT16H', 'PT24H',  0.5),
    (1, 'placeLead',       'Place a lead',       'Lead zuteilen',         'sales-manager', 'Activity_PlaceLead',       'PT1H',  'PT2H',  'PT4H',   0.5);

insert into charter_rung (charter_version, clause, moment, whom) values
    (1, 'any',             'remind',  'holder'),
    (1, 'any',             'overdue', 'holder'),
    (1, 'any',             'overdue', 'sales-manager'),
    (1, 'qualifyLead',     'remind',  'holder'),
    (1, 'qualifyLead',     'remind',  'marketing'),
    (1, 'qualifyLead',     'overdue', 'marketing'),
    (1, 'qualifyLead',     'overdue', 'process-owner'),
    (1, 'completeLead',    'remind',  'holder'),
    (1, 'completeLead',    'remind',  'marketing'),
    (1, 'completeLead',    'overdue', 'marketing'),
    (1, 'completeLead',    'overdue', 'process-owner'),
    (1, 'assignRep',       'overdue', 'sales-manager'),
    (1, 'answerQuestion',  'remind',  'holder'),
    (1, 'answerQuestion',  'remind',  'marketing'),
    (1, 'answerQuestion',  'overdue', 'marketing'),
    (1, 'answerQuestion',  'overdue', 'process-owner'),
    (1, 'answerHandOff',   'remind',  'owner'),
    (1, 'answerHandOff',   'overdue', 'owner'),
    (1, 'answerHandOff',   'overdue', 'sales-manager'),
    (1, 'makeContact',     'remind',  'owner'),
    (1, 'makeContact',     'overdue', 'owner'),
    (1, 'makeContact',     'overdue', 'sales-manager'),
    (1, 'decideOutcome',   'remind',  'owner'),
    (1, 'decideOutcome',   'overdue', 'owner'),
    (1, 'decideOutcome',   'overdue', 'sales-manager'),
    (1, 'reviewRejection', 'remind',  'holder'),
    (1, 'reviewRejection', 'remind',  'marketing'),
    (1, 'reviewRejection', 'overdue', 'marketing'),
    (1, 'reviewRejection', 'overdue', 'process-owner'),
    (1, 'giveVerdict',     'remind',  'holder'),
    (1, 'giveVerdict',     'remind',  'arbiter'),
    (1, 'giveVerdict',     'overdue', 'arbiter'),
    (1, 'giveVerdict',     'overdue', 'process-owner'),
    (1, 'placeLead',       'remind',  'sales-manager'),
    (1, 'placeLead',       'overdue', 'sales-manager'),
    (1, 'placeLead',       'overdue', 'process-owner');

-- Eight working hours after a promise of either side broke, both heads hear of it. A waiting lead has become a promise
-- of the sales manager's by then.
insert into charter_rung (charter_version, clause, moment, after, whom)
select distinct 1, clause, 'after', 'PT8H', 'heads' from charter_rung where clause <> 'assignRep';

insert into charter_list (charter_version, list, label_en, label_de) values
    (1, 'rejectionReasons',     'Reasons to reject a lead',           'Gründe, einen Lead abzulehnen'),
    (1, 'notReadyReasons',      'Reasons why a lead is not ready',    'Gründe, warum ein Lead nicht so weit ist'),
    (1, 'marketingCauses',      'Causes on marketing''s side',        'Ursachen auf Seiten des Marketings'),
    (1, 'learned',              'What sales learned',                 'Was der Vertrieb erfahren hat'),
    (1, 'lostReasons',          'Reasons why a lead is lost',         'Gründe, warum ein Lead verloren ist'),
    (1, 'breachReasons',        'Reasons why a promise was broken',   'Gründe, warum eine Zusage gebrochen wurde'),
    (1, 'qualificationAnswers', 'Answers to qualification questions', 'Antworten auf Qualifizierungsfragen');

insert into charter_option (charter_version, list, position, value, label_en, label_de, next_step) values
    (1, 'rejectionReasons', 1, 'notOurCustomer',  'Outside the ideal customer profile', 'Passt nicht zum Wunschkunden', 'junk'),
    (1, 'rejectionReasons', 2, 'noNeed',          'No need that we serve',              'Kein Bedarf, den wir decken', 'recycle'),
    (1, 'rejectionReasons', 3, 'noBudget',        'No budget in sight',                 'Kein Budget in Sicht', 'recycle'),
    (1, 'rejectionReasons', 4, 'tooEarly',        'Too early, still gathering information', 'Zu früh, informiert sich noch', 'recycle'),
    (1, 'rejectionReasons', 5, 'wrongPerson',     'Wrong person, no say in the purchase', 'Falsche Person, ohne Mitsprache beim Kauf', 'recycle'),
    (1, 'rejectionReasons', 6, 'wrongContact',    'Contact details are wrong',          'Kontaktdaten stimmen nicht', 'recycle'),
    (1, 'rejectionReasons', 7, 'existingCustomer','Customer or open deal already',      'Bereits Kunde oder in Verhandlung', 'junk'),
    (1, 'rejectionReasons', 8, 'competitor',      'Competitor, applicant or supplier',  'Wettbewerber, Bewerber oder Lieferant', 'junk'),
    (1, 'rejectionReasons', 9, 'other',           'Another reason, in words',           'Ein anderer Grund, in Worten', 'recycle');

insert into charter_option (charter_version, list, position, value, label_en, label_de) values
    (1, 'notReadyReasons', 1, 'noContact',        'Could not be reached',               'War nicht zu erreichen'),
    (1, 'notReadyReasons', 2, 'tooEarly',         'Wants to buy later',                 'Will später kaufen'),
    (1, 'notReadyReasons', 3, 'noBudget',         'No budget this year',                'In diesem Jahr kein Budget'),
    (1, 'notReadyReasons', 4, 'noDecision',       'Decision put off',                   'Entscheidung vertagt'),
    (1, 'notReadyReasons', 5, 'changedPerson',    'The person we spoke to has left',    'Ansprechperson hat gewechselt'),

    (1, 'marketingCauses', 1, 'wrongFacts',       'A fact we handed over was wrong',    'Eine übergebene Angabe war falsch'),
    (1, 'marketingCauses', 2, 'missingFacts',     'A fact was missing',                 'Eine Angabe fehlte'),
    (1, 'marketingCauses', 3, 'tooSoon',          'Handed over too soon',               'Zu früh übergeben'),
    (1, 'marketingCauses', 4, 'wrongAudience',    'The campaign reached the wrong people', 'Die Kampagne erreichte die Falschen'),
    (1, 'marketingCauses', 5, 'criteria',         'Our criteria let it through',        'Unsere Kriterien ließen ihn durch'),
    (1, 'marketingCauses', 6, 'none',             'Nothing on our side',                'Nichts auf unserer Seite'),

    (1, 'learned', 1, 'futureProject',            'A project is planned',               'Ein Projekt ist geplant'),
    (1, 'learned', 2, 'needsInformation',         'Needs information first',            'Braucht zuerst Informationen'),
    (1, 'learned', 3, 'otherPerson',              'Someone else decides',               'Jemand anderes entscheidet'),
    (1, 'learned', 4, 'boundElsewhere',           'Bound to another supplier for now',  'Vorerst an einen anderen Anbieter gebunden'),
    (1, 'learned', 5, 'notInterested',            'Does not want to hear from us',      'Möchte nichts von uns hören'),

    (1, 'lostReasons', 1, 'price',                'Price',                              'Preis'),
    (1, 'lostReasons', 2, 'competitor',           'Chose a competitor',                 'Entschied sich für Wettbewerber'),
    (1, 'lostReasons', 3, 'missingFeature',       'Something was missing in our offer', 'Im Angebot fehlte etwas'),
    (1, 'lostReasons', 4, 'ownSolution',          'Solves it alone',                    'Löst es selbst'),
    (1, 'lostReasons', 5, 'noProject',            'The project was called off',         'Vorhaben wurde abgesagt'),
    (1, 'lostReasons', 6, 'silence',              'No answer any more',                 'Meldet sich nicht mehr'),

    (1, 'qualificationAnswers', 1, 'yes',         'Yes',                                'Ja'),
    (1, 'qualificationAnswers', 2, 'partly',      'Partly',                             'Teilweise'),
    (1, 'qualificationAnswers', 3, 'no',          'No',                                 'Nein'),
    (1, 'qualificationAnswers', 4, 'unknown',     'Not known yet',                      'Noch nicht bekannt'),

    (1, 'breachReasons', 1, 'tooMuch',      'Too much to do at once',                 'Zu viel auf einmal'),
    (1, 'breachReasons', 2, 'absent',       'Absent, and nobody stood in',            'Abwesend und nicht vertreten'),
    (1, 'breachReasons', 3, 'notSeen',      'Did not see it in time',                 'Nicht rechtzeitig gesehen'),
    (1, 'breachReasons', 4, 'otherSide',    'Waited for somebody else',               'Auf andere gewartet'),
    (1, 'breachReasons', 5, 'missingFacts', 'What was handed over was incomplete',    'Die Übergabe war unvollständig'),
    (1, 'breachReasons', 6, 'notPossible',  'The agreed time was too short for this', 'Die vereinbarte Zeit war dafür zu kurz'),
    (1, 'breachReasons', 7, 'system',       'Lead Relay was not available',           'Lead Relay war nicht erreichbar'),
    (1, 'breachReasons', 8, 'other',        'Another reason, in words',               'Ein anderer Grund, in Worten');

insert into charter_question (charter_version, position, field, label_en, label_de) values
    (1, 1, 'need',      'Is there a need?',             'Gibt es einen Bedarf?'),
    (1, 2, 'budget',    'Is a budget available?',       'Ist ein Budget vorhanden?'),
    (1, 3, 'timeframe', 'When do they want to decide?', 'Wann soll die Entscheidung fallen?'),
    (1, 4, 'authority', 'Does the person decide?',      'Entscheidet die Person?');

insert into charter_table (charter_version, decision, table_version) values
    (1, 'lead-fit', 1),
    (1, 'lead-maturity', 1),
    (1, 'lead-matrix', 1);

-- What is expected; both sides look at it again after a quarter.
insert into charter_figure (charter_version, metric, value, owner, review)
select 1, metric, value, owner, (current_date + interval '90 days')::date
from (values
    ('revenueTarget',  100000, 'head-of-sales'),
    ('averageDeal',      5000, 'head-of-sales'),
    ('closeRate',        0.25, 'head-of-sales'),
    ('acceptanceRate',    0.8, 'head-of-sales'),
    ('volumeGoal',        100, 'head-of-marketing'),
    ('completeness',      0.9, 'head-of-marketing')) expected (metric, value, owner);
