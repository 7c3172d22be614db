-- What each person chose for themselves; who has no row has chosen nothing.
create table person_setting (
    login           text    primary key references person,
    names_in_titles boolean not null default false
);
