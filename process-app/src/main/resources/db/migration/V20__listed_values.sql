-- The values that the decision tables test for, in the tables' own spelling.
delete from fact_value where name = 'seniority' or (name = 'occupation' and key = 'self-employed');
insert into fact_value (name, key, value)
select name, lower(value), value from (values
    ('seniority', 'C-Level'), ('seniority', 'Executive'), ('seniority', 'Owner'),
    ('seniority', 'Founder'), ('seniority', 'Director'), ('seniority', 'VP'), ('seniority', 'Head'),
    ('seniority', 'Manager'), ('seniority', 'Senior'), ('seniority', 'Specialist'),
    ('seniority', 'Student'), ('seniority', 'Intern'), ('seniority', 'Applicant'),
    ('occupation', 'Self-Employed'), ('occupation', 'Employed'), ('source', 'Recommendation')
) as listed (name, value);
insert into fact_value (name, key, value) values
    ('seniority', 'c_suite', 'C-Level'), ('seniority', 'c-suite', 'C-Level'),
    ('seniority', 'c level', 'C-Level'), ('seniority', 'vice president', 'VP'),
    ('seniority', 'entry', 'Specialist'), ('seniority', 'junior', 'Specialist');

-- Of two statements at the same instant the one recorded later counts.
alter table lead_consent add column number bigint generated always as identity;
