-- What tells that two leads are of one company: the company as TextNormalizer compares names, and the domain of the
-- address. Leads of before get a key that is the same for all but a few letters (dotless i, sharp s); it becomes exact when the
-- lead's details change.
alter table lead add column company_key text;
alter table lead add column mail_domain text;
update lead set
    company_key = nullif(lower(regexp_replace(btrim(company), '\s+', ' ', 'g')), ''),
    mail_domain = nullif(split_part(email, '@', 2), '')
where company is not null or email is not null;
create index lead_company on lead (company_key) where merged_into is null and company_key is not null;
create index lead_mail_domain on lead (mail_domain) where merged_into is null and mail_domain is not null;
