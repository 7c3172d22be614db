-- The charter, the hours it counts in, and the ledger of promises.

create table business_calendar (
    version integer primary key,
    name    text not null,
    -- Null until the application first reads it: then the configured zone is written here and stays.
    zone    text
);

create table business_opening (
    calendar_version integer  not null references business_calendar (version),
    weekday          smallint not null check (weekday between 1 and 7),
    opens            time     not null,
    -- 00:00 closes at midnight.
    closes           time     not null,
    primary key (calendar_version, weekday, opens)
);

create table charter (
    version          integer     primary key,
    name             text        not null,
    in_force_from    timestamptz not null,
    calendar_version integer     not null references business_calendar (version),
    tries            integer     not null check (tries > 0),
    maximum_laps     integer     not null check (maximum_laps > 0),
    contact_attempts integer     not null check (contact_attempts > 0),
    -- Working time, ISO 8601, as all durations of a charter.
    attempt_spacing  text        not null,
    questions        integer     not null check (questions >= 0)
);

create table charter_clause (
    charter_version integer not null references charter (version),
    clause          text    not null,
    high            text    not null,
    normal          text    not null,
    low             text    not null,
    reminder_share  double precision check (reminder_share > 0 and reminder_share < 1),
    primary key (charter_version, clause)
);

create table charter_option (
    charter_version integer not null references charter (version),
    list            text    not null,
    position        integer not null,
    value           text    not null,
    label_en        text    not null,
    label_de        text    not null,
    primary key (charter_version, list, value)
);

create table promise (
    id               uuid        primary key,
    lead_id          uuid        not null,
    clause           text        not null,
    element          text        not null,
    priority         text        not null,
    charter_version  integer     not null,
    calendar_version integer     not null,
    work             text        not null,
    opened_at        timestamptz not null,
    due_at           timestamptz not null,
    remind_at        timestamptz,
    reminded_at      timestamptz,
    paused_at        timestamptz,
    state            text        not null check (state in ('open', 'kept', 'broken', 'void')),
    broken_at        timestamptz,
    -- When the promised step ended, in whichever way. A broken promise whose step still runs has none.
    ended_at         timestamptz,
    -- Working seconds after the due instant at which a broken promise's step was completed after all.
    late_seconds     bigint,
    arithmetic_en    text        not null,
    arithmetic_de    text        not null
);

-- One running promise for a lead and clause: what makes opening twice harmless.
create unique index promise_running on promise (lead_id, clause) where ended_at is null;
create index promise_of_lead on promise (lead_id, opened_at);

-- The first charter -------------------------------------------------------------------------------------------------

insert into business_calendar (version, name, zone) values (1, 'Monday to Friday, 9 to 17', null);
insert into business_opening (calendar_version, weekday, opens, closes)
select 1, weekday, time '09:00', time '17:00' from generate_series(1, 5) weekday;

insert into charter (version, name, in_force_from, calendar_version, tries, maximum_laps, contact_attempts,
                     attempt_spacing, questions)
values (1, 'First charter', timestamptz '2020-01-01 00:00:00Z', 1, 3, 3, 4, 'PT8H', 3);

insert into charter_clause (charter_version, clause, high, normal, low, reminder_share) values
    (1, 'qualifyLead',     'PT4H',  'PT8H',  'PT16H',  0.5),
    (1, 'completeLead',    'PT8H',  'PT16H', 'PT24H',  0.5),
    (1, 'assignRep',       'PT1H',  'PT2H',  'PT4H',   null),
    (1, 'answerQuestion',  'PT2H',  'PT4H',  'PT8H',   0.5),
    (1, 'answerHandOff',   'PT1H',  'PT2H',  'PT4H',   0.5),
    (1, 'makeContact',     'PT2H',  'PT4H',  'PT8H',   0.5),
    (1, 'decideOutcome',   'PT40H', 'PT80H', 'PT120H', 0.75),
    (1, 'reviewRejection', 'PT8H',  'PT16H', 'PT24H',  0.5),
    (1, 'giveVerdict',     'PT8H',  'PT16H', 'PT24H',  0.5),
    (1, 'placeLead',       'PT1H',  'PT2H',  'PT4H',   0.5);

insert into charter_option (charter_version, list, position, value, label_en, label_de) values
    (1, 'rejectionReasons', 1, 'notOurCustomer',  'Outside the ideal customer profile', 'Passt nicht zum Wunschkunden'),
    (1, 'rejectionReasons', 2, 'noNeed',          'No need that we serve',              'Kein Bedarf, den wir decken'),
    (1, 'rejectionReasons', 3, 'noBudget',        'No budget in sight',                 'Kein Budget in Sicht'),
    (1, 'rejectionReasons', 4, 'tooEarly',        'Too early, still gathering information', 'Zu früh, informiert sich noch'),
    (1, 'rejectionReasons', 5, 'wrongPerson',     'Wrong person, no say in the purchase', 'Falsche Person, ohne Mitsprache beim Kauf'),
    (1, 'rejectionReasons', 6, 'wrongContact',    'Contact details are wrong',          'Kontaktdaten stimmen nicht'),
    (1, 'rejectionReasons', 7, 'existingCustomer','Customer or open deal already',      'Bereits Kunde oder in Verhandlung'),
    (1, 'rejectionReasons', 8, 'competitor',      'Competitor, applicant or supplier',  'Wettbewerber, Bewerber oder Lieferant'),
    (1, 'rejectionReasons', 9, 'other',           'Another reason, in words',           'Ein anderer Grund, in Worten'),

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
    (1, 'qualificationAnswers', 4, 'unknown',     'Not known yet',                      'Noch nicht bekannt');
