-- Where a visitor went, what the host site says of it, what colleagues noted about the person, and from where it came last.
-- All of it goes with the visitor.
alter table visitor add column address varchar(64);

create sequence visitor_page_seq start with 50 increment by 50;
create table visitor_page (
    id         bigint        primary key,
    company_id bigint        not null references company (id),
    visitor_id bigint        not null references visitor (id) on delete cascade,
    url        varchar(2000) not null,
    title      varchar(200),
    at         timestamp with time zone not null
);
create index visitor_page_of on visitor_page (visitor_id, at);

create table visitor_attribute (
    visitor_id bigint       not null references visitor (id) on delete cascade,
    name       varchar(40)  not null,
    company_id bigint       not null references company (id),
    -- text, number, truth
    kind       varchar(10)  not null,
    said       varchar(200) not null,
    primary key (visitor_id, name)
);

create sequence visitor_note_seq start with 50 increment by 50;
create table visitor_note (
    id         bigint        primary key,
    public_id  varchar(32)   not null unique,
    company_id bigint        not null references company (id),
    visitor_id bigint        not null references visitor (id) on delete cascade,
    author_id  bigint        not null references account (id),
    body       varchar(2000) not null,
    at         timestamp with time zone not null
);
create index visitor_note_of on visitor_note (visitor_id, at);
