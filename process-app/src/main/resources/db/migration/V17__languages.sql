-- A person's language is a choice of theirs: none speaks as the browser does. What the browser asked for last is what mail is
-- written in as long as nobody chose.
alter table person alter column locale drop not null;
alter table person alter column locale drop default;
alter table person add column language_seen text;

-- The demo's people had a language that nobody chose.
update person set locale = null where email like '%@demo.example';

-- What a fact is called in German; null where nobody has said it, and the label stands for both.
alter table fact_definition add column label_de text;

update fact_definition set label_de = german.label
from (values
    ('profileScore', 'Profile score', 'Profilwert'),
    ('activityScore', 'Activity score', 'Aktivitätswert'),
    ('visits', 'Visits', 'Besuche'),
    ('secondsOnSite', 'Seconds on the site', 'Sekunden auf der Website'),
    ('pagesPerVisit', 'Pages per visit', 'Seiten je Besuch'),
    ('companySize', 'Company size', 'Firmengröße'),
    ('lastActivity', 'Last activity', 'Letzte Aktivität'),
    ('occupation', 'Occupation', 'Beruf'),
    ('seniority', 'Seniority', 'Führungsebene'),
    ('country', 'Country', 'Land'),
    ('source', 'Source', 'Quelle'),
    ('captureChannel', 'Capture channel', 'Erfassungsweg')) as german (name, english, label)
where fact_definition.name = german.name and fact_definition.label = german.english;
