-- How each person arranged the inbox; who has no row has arranged nothing.
create table inbox_layout (
    login      text     primary key references person,
    list_share smallint not null check (list_share between 20 and 80)
);
