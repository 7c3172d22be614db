-- What is learned of a lead: three agreed lists, whose answers become facts of the lead.

-- A process owner may have a field of such a name already: it keeps its words.
insert into fact_definition (name, label, label_de, type, fact) values
    ('interest', 'Interest',        'Interesse',             'listed', true),
    ('timeline', 'Time of buying',  'Zeitpunkt des Kaufs',   'listed', true),
    ('decider',  'Say in the purchase', 'Rolle beim Kauf',   'listed', true)
on conflict (name) do nothing;

-- The first charter comes with the product. Where nobody has signed it or agreed on another it offers these lists too; whoever has
-- signed one finds what is missing among its findings, and agrees on lists in the next version.
create temporary table untouched on commit drop as
select version from charter
where version = 1 and not exists (select from charter later where later.version > 1)
  and not exists (select from charter_signature);

insert into charter_list (charter_version, list, label_en, label_de)
select version, list, label_en, label_de
from untouched, (values
    ('interest', 'What leads are interested in', 'Wofür Leads sich interessieren'),
    ('timeline', 'When leads want to decide',    'Wann Leads entscheiden wollen'),
    ('decider',  'What say a person has',        'Was eine Person zu sagen hat')) as shipped (list, label_en, label_de)
on conflict do nothing;

insert into charter_option (charter_version, list, position, value, label_en, label_de)
select version, list, position, value, label_en, label_de
from untouched, (values
    ('interest', 1, 'gettingStarted', 'Getting started',               'Der Einstieg'),
    ('interest', 2, 'prices',         'Prices and contracts',          'Preise und Verträge'),
    ('interest', 3, 'integration',    'Working with other systems',    'Zusammenspiel mit anderen Systemen'),
    ('interest', 4, 'dataProtection', 'Data protection',               'Datenschutz'),
    ('interest', 5, 'examples',       'Examples of other customers',   'Beispiele anderer Kunden'),
    ('timeline', 1, 'now',            'Within a month',                'Innerhalb eines Monats'),
    ('timeline', 2, 'quarter',        'Within three months',           'Innerhalb von drei Monaten'),
    ('timeline', 3, 'year',           'Within a year',                 'Innerhalb eines Jahres'),
    ('timeline', 4, 'later',          'Later than that',               'Noch später'),
    ('timeline', 5, 'unknown',        'Not known',                     'Nicht bekannt'),
    ('decider',  1, 'decides',        'Decides',                       'Entscheidet'),
    ('decider',  2, 'recommends',     'Recommends',                    'Empfiehlt'),
    ('decider',  3, 'collects',       'Collects information',          'Sammelt Informationen'),
    ('decider',  4, 'unknown',        'Not known',                     'Nicht bekannt'))
    as shipped (list, position, value, label_en, label_de)
on conflict do nothing;
