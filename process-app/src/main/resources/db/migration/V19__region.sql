-- The region as whose dates and numbers a person wants to read them; null follows the browser.
alter table person_setting add column if not exists region text
    constraint person_setting_region check (region ~ '^[A-Z]{2}$');
