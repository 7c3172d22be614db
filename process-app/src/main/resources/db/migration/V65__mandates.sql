-- Who may sign the charter: for each side one person and any number of deputies, and who said so when.
create table mandate (
    name    text    primary key check (name in ('head-of-marketing', 'head-of-sales')),
    holder  text    references person,
    -- Two administrators at once do not overwrite each other unseen.
    edition integer not null default 0
);

create table mandate_deputy (
    mandate text not null references mandate,
    login   text not null references person,
    primary key (mandate, login)
);

create table mandate_change (
    number   bigint generated always as identity primary key,
    mandate  text        not null references mandate,
    at       timestamptz not null,
    person   text        not null,
    holder   text,
    deputies text        not null
);
create index mandate_change_newest on mandate_change (mandate, number desc);

insert into mandate (name) values ('head-of-marketing'), ('head-of-sales');
