-- Leads, their journeys, and all that is known of them.

-- A person or company that may buy. One row per person, whatever the number of journeys.
create table lead (
    id              uuid        primary key,
    version         bigint      not null default 0,
    first_name      text,
    last_name       text,
    name            text,
    -- The name as TextNormalizer compares names.
    name_key        text,
    email           text,
    phone           text,
    phone_e164      text,
    company         text,
    title           text,
    website         text,
    street          text,
    postal_code     text,
    city            text,
    country         text,
    source          text,
    campaign        text,
    capture_channel text,
    origin          text        not null,
    external_id     text,
    -- A second number that people know the record by.
    number          text,
    owner           text,
    journey_id      uuid,
    -- What a person may type to find this lead, as SearchText makes it.
    search          text        not null default '',
    created_at      timestamptz not null,
    captured_at     timestamptz not null,
    merged_into     uuid        references lead (id),
    -- A lead that only an undone import had brought. Nothing identifies it any more: the same person begins afresh.
    undone_at       timestamptz
);
create index lead_captured_at on lead (captured_at desc, id) where merged_into is null;
create index lead_owner on lead (owner) where owner is not null;
create index lead_phone on lead (phone_e164) where phone_e164 is not null;

create table journey (
    id          uuid        primary key,
    lead_id     uuid        not null references lead (id),
    number      int         not null,
    previous_id uuid        references journey (id),
    -- Captured, returned or reopened; with the words of whoever reopened it.
    cause       text        not null,
    reason      text,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    end_reason  text,
    end_kind    text        check (end_kind in ('won', 'lost', 'disqualified', 'dormant', 'withdrawn')),
    step        text,
    step_name   text,
    route       text,
    priority    text,
    fit         text,
    maturity    int,
    track       text,
    lap         bigint      not null default 1,
    -- Null in the first lap: whoever completed a task since then had a part in the case.
    lap_since   timestamptz,
    unique (lead_id, number)
);
-- At most one living journey per lead.
create unique index journey_living on journey (lead_id) where ended_at is null;
create index journey_step on journey (step) where ended_at is null;
create index journey_end on journey (end_kind) where ended_at is not null;

alter table lead add constraint lead_journey foreign key (journey_id) references journey (id)
    deferrable initially deferred;

-- Who is who --------------------------------------------------------------------------------------------------------

-- What identifies a lead: a normalised e-mail address, or an origin and its own id. Unique, so that concurrent captures
-- of one person meet here and end in one lead.
create table lead_identity (
    kind    text not null check (kind in ('email', 'external', 'content')),
    scope   text not null,
    value   text not null,
    lead_id uuid not null references lead (id) deferrable initially deferred,
    primary key (kind, scope, value)
);
create index lead_identity_lead on lead_identity (lead_id);

-- The last state of each origin's record, as a hash: an unchanged record is no engagement.
create table lead_record (
    origin  text  not null,
    record  text  not null,
    lead_id uuid  not null references lead (id),
    hash    bytea not null,
    primary key (origin, record)
);
create index lead_record_lead on lead_record (lead_id);

-- Two leads that may be one person: a person decides.
create table duplicate_case (
    id         uuid        primary key,
    lead_a     uuid        not null references lead (id),
    lead_b     uuid        not null references lead (id),
    reason     text        not null,
    -- The records that wait for the decision, an array in the order in which they came, and when the first of them came.
    capture    jsonb,
    capture_at timestamptz,
    state      text        not null default 'open' check (state in ('open', 'merged', 'apart')),
    opened_at  timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    survivor   uuid        references lead (id),
    check (lead_a < lead_b)
);
create unique index duplicate_case_open on duplicate_case (lead_a, lead_b);
create index duplicate_case_state on duplicate_case (state, opened_at);

-- What came in ------------------------------------------------------------------------------------------------------

-- Every capture that brought something, one line each.
create table lead_capture (
    id         uuid        primary key,
    lead_id    uuid        not null references lead (id),
    journey_id uuid        references journey (id),
    at         timestamptz not null,
    outcome    text        not null,
    kind       text        not null,
    origin     text        not null,
    source     text,
    campaign   text,
    person     text
);
create index lead_capture_lead on lead_capture (lead_id, at);

create table lead_signal (
    id          uuid        primary key,
    lead_id     uuid        not null references lead (id),
    kind        text        not null,
    at          timestamptz not null,
    recorded_at timestamptz not null,
    source      text        not null
);
create index lead_signal_lead on lead_signal (lead_id, at);

-- Facts -------------------------------------------------------------------------------------------------------------

-- All that is known of a lead, contact details included, with where it came from, who said so and when.
create table lead_fact (
    lead_id  uuid        not null references lead (id),
    name     text        not null,
    label    text        not null,
    value    text        not null,
    position int         not null,
    source   text        not null,
    person   text,
    at       timestamptz not null,
    primary key (lead_id, name)
);

create table lead_fact_history (
    id          bigint      generated always as identity primary key,
    lead_id     uuid        not null references lead (id),
    name        text        not null,
    label       text        not null,
    value       text,
    source      text        not null,
    person      text,
    at          timestamptz not null,
    replaced_at timestamptz not null,
    replaced_by text        not null,
    -- False for a captured value that did not replace what a person had corrected.
    was_current boolean     not null default true
);
create index lead_fact_history_lead on lead_fact_history (lead_id, id);

-- What an anonymous form says of a known person and what differs from what is known. It is shown beside the fact until
-- a person takes it over or dismisses it.
create table lead_claim (
    id         uuid        primary key,
    lead_id    uuid        not null references lead (id),
    name       text        not null,
    label      text        not null,
    typed      text        not null,
    -- What was known when it was typed, null when nothing was.
    known      text,
    origin     text        not null,
    at         timestamptz not null,
    decision   text        check (decision in ('taken', 'dismissed')),
    decided_by text,
    decided_at timestamptz,
    check ((decision is null) = (decided_at is null))
);
-- A value may be as long as 10,000 characters, hence the digest.
create unique index lead_claim_open on lead_claim (lead_id, name, md5(typed)) where decision is null;
create index lead_claim_lead on lead_claim (lead_id, at desc);

-- Which fields the rules may read, and what values they may hold. Nothing else reaches a decision.
create table fact_definition (
    name       text    primary key,
    label      text    not null,
    type       text    not null check (type in ('number', 'boolean', 'listed', 'text')),
    fact       boolean not null,
    minimum    numeric,
    maximum    numeric,
    changed_by text,
    changed_at timestamptz
);

-- The value in the spelling of the decision tables, under each spelling by which it may come in.
create table fact_value (
    name  text not null references fact_definition (name) on delete cascade,
    key   text not null,
    value text not null,
    primary key (name, key)
);

-- Consent -----------------------------------------------------------------------------------------------------------

create table lead_consent (
    id          uuid        primary key,
    -- Of two statements at the same instant the one recorded later counts.
    number      bigint      generated always as identity,
    lead_id     uuid        not null references lead (id),
    channel     text        not null check (channel in ('MAIL', 'CALL', 'AT_SOURCE')),
    given       boolean     not null,
    -- What the statement is worth as evidence; see docs/reference/consent.md.
    kind        text        not null default 'OWN_WORD'
        check (kind in ('OWN_WORD', 'DATED_CELL', 'UNDATED_CELL', 'DATED_RECORD', 'UNDATED_RECORD',
                        'DECLARATION', 'FORM', 'REMEMBERED')),
    purpose     text        not null,
    basis       text        not null,
    wording     text,
    source      text        not null,
    person      text,
    at          timestamptz not null,
    -- Nobody knows when it was said: it is older than anything said in the product, and "at" is when it was recorded.
    undated     boolean     not null default false,
    recorded_at timestamptz not null,
    -- What a person decided about a claim to be later than an objection.
    decision    text        check (decision in ('confirmed', 'dismissed')),
    decided_by  text,
    decided_at  timestamptz
);
create index lead_consent_lead on lead_consent (lead_id, channel, at);
create index lead_consent_claims on lead_consent (lead_id, channel)
    where given and decision is null and kind in ('DATED_CELL', 'DATED_RECORD');

-- Objections as keyed hashes: they outlive erasure and hold when the same person is captured again.
create table lead_objection (
    channel text        not null,
    hash    bytea       not null,
    at      timestamptz not null,
    primary key (hash, channel)
);

create table lead_secret (
    name  text  primary key,
    value bytea not null
);

-- What a source or an origin declares about the people it brings: which channels, on what basis.
create table declaration (
    scope      text        not null check (scope in ('origin', 'source', 'kind')),
    name       text        not null,
    mail       boolean     not null,
    call       boolean     not null,
    basis      text        not null,
    wording    text,
    changed_by text,
    changed_at timestamptz,
    primary key (scope, name)
);

-- What there is from the first day ----------------------------------------------------------------------------------

insert into fact_definition (name, label, type, fact, minimum, maximum) values
    ('profileScore', 'Profile score', 'number', true, 0, 100),
    ('activityScore', 'Activity score', 'number', true, 0, 100),
    ('visits', 'Visits', 'number', true, 0, 100000),
    ('secondsOnSite', 'Seconds on the site', 'number', true, 0, 10000000),
    ('pagesPerVisit', 'Pages per visit', 'number', true, 0, 10000),
    ('companySize', 'Company size', 'number', true, 0, 10000000),
    ('lastActivity', 'Last activity', 'listed', true, null, null),
    ('occupation', 'Occupation', 'listed', true, null, null),
    ('seniority', 'Seniority', 'listed', true, null, null),
    ('country', 'Country', 'listed', true, null, null),
    ('source', 'Source', 'listed', true, null, null),
    ('captureChannel', 'Capture channel', 'listed', true, null, null);

-- The values that the decision tables test for, in the tables' own spelling, and others that are common.
insert into fact_value (name, key, value)
select name, lower(value), value from (values
    ('lastActivity', 'Email Opened'), ('lastActivity', 'SMS Sent'),
    ('lastActivity', 'Olark Chat Conversation'), ('lastActivity', 'Page Visited on Website'),
    ('lastActivity', 'Converted to Lead'), ('lastActivity', 'Email Bounced'),
    ('lastActivity', 'Email Link Clicked'), ('lastActivity', 'Form Submitted on Website'),
    ('lastActivity', 'Unreachable'), ('lastActivity', 'Unsubscribed'),
    ('lastActivity', 'Had a Phone Conversation'), ('lastActivity', 'Approached upfront'),
    ('lastActivity', 'View in browser link Clicked'), ('lastActivity', 'Visited Booth in Tradeshow'),
    ('lastActivity', 'Email Received'), ('lastActivity', 'Email Marked Spam'),
    ('lastActivity', 'Resubscribed to emails'), ('lastActivity', 'Downloaded'),
    ('lastActivity', 'Meeting Asked'),
    ('occupation', 'Unemployed'), ('occupation', 'Working Professional'), ('occupation', 'Student'),
    ('occupation', 'Businessman'), ('occupation', 'Housewife'), ('occupation', 'Self-Employed'),
    ('occupation', 'Employed'), ('occupation', 'Retired'), ('occupation', 'Other'),
    ('seniority', 'C-Level'), ('seniority', 'Executive'), ('seniority', 'Owner'), ('seniority', 'Founder'),
    ('seniority', 'Director'), ('seniority', 'VP'), ('seniority', 'Head'), ('seniority', 'Manager'),
    ('seniority', 'Senior'), ('seniority', 'Specialist'), ('seniority', 'Student'), ('seniority', 'Intern'),
    ('seniority', 'Applicant'),
    ('captureChannel', 'API'), ('captureChannel', 'Landing Page Submission'),
    ('captureChannel', 'Lead Add Form'), ('captureChannel', 'Lead Import'),
    ('captureChannel', 'Quick Add Form'), ('captureChannel', 'Web form'),
    ('captureChannel', 'Entered by hand'),
    ('source', 'Google'), ('source', 'Bing'), ('source', 'Direct Traffic'), ('source', 'Olark Chat'),
    ('source', 'Organic Search'), ('source', 'Reference'), ('source', 'Referral'),
    ('source', 'Referral Sites'), ('source', 'Welingak Website'), ('source', 'Facebook'),
    ('source', 'LinkedIn'), ('source', 'Instagram'), ('source', 'X'), ('source', 'Click2call'),
    ('source', 'Live Chat'), ('source', 'Press Release'), ('source', 'YouTube'),
    ('source', 'Social Media'), ('source', 'NC_EDM'), ('source', 'Newsletter'), ('source', 'E-mail'),
    ('source', 'Webinar'), ('source', 'Trade Show'), ('source', 'Event'), ('source', 'Web'),
    ('source', 'Website'), ('source', 'Web form'), ('source', 'Download'), ('source', 'Phone Inquiry'),
    ('source', 'Partner'), ('source', 'Partner Referral'), ('source', 'Purchased List'),
    ('source', 'Advertisement'), ('source', 'Employee Referral'), ('source', 'Cold Call'),
    ('source', 'Word of mouth'), ('source', 'Recommendation'), ('source', 'Campaign'), ('source', 'Other')
) as listed (name, value);

-- Other spellings of the same value.
insert into fact_value (name, key, value) values
    ('seniority', 'c_suite', 'C-Level'), ('seniority', 'c-suite', 'C-Level'),
    ('seniority', 'c level', 'C-Level'), ('seniority', 'vice president', 'VP'),
    ('seniority', 'entry', 'Specialist'), ('seniority', 'junior', 'Specialist'),
    ('source', 'press_release', 'Press Release'), ('source', 'youtubechannel', 'YouTube'),
    ('source', 'linked in', 'LinkedIn'), ('source', 'twitter', 'X'), ('source', 'email', 'E-mail'),
    ('source', 'tradeshow', 'Trade Show'), ('source', 'trade fair', 'Trade Show'),
    ('source', 'direct', 'Direct Traffic'), ('source', 'organic', 'Organic Search'),
    ('source', 'paid search', 'Advertisement'), ('source', 'google ads', 'Advertisement'),
    ('source', 'chat', 'Live Chat'), ('source', 'referal', 'Referral'),
    ('source', 'webform', 'Web form'), ('source', 'web-to-lead', 'Web form');

-- A person who fills in our form, or whom a system of ours passes on, asked to be contacted; whoever runs this product
-- changes or removes the line when that is not so. A file says nothing by itself.
insert into declaration (scope, name, mail, call, basis, wording) values
    ('kind', 'FORM', true, true, 'enquiry', 'The person sent the web form.'),
    ('kind', 'API', true, true, 'enquiry', 'The sending system passes on people who asked to be contacted.');
