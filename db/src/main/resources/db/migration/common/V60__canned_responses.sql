-- Prepared answers. Changes of a company's take turns by its row, whose version says whether a list that was read is still the present one.
alter table company add column canned_version bigint default 0 not null;

create sequence canned_response_seq start with 50 increment by 50;
create table canned_response (
    id            bigint        primary key,
    public_id     varchar(32)   not null unique,
    company_id    bigint        not null references company (id),
    -- in small letters, without the stroke that calls it
    shortcut      varchar(40)   not null,
    -- for its conversations only; null for those of all
    department_id bigint        references department (id),
    -- for whoever speaks no language that has its own text
    text          varchar(4000) not null,
    version       bigint        default 0 not null,
    constraint canned_response_shortcut unique (company_id, shortcut)
);

create table canned_text (
    canned_response_id bigint        not null references canned_response (id),
    -- a BCP 47 tag
    language           varchar(35)   not null,
    company_id         bigint        not null references company (id),
    text               varchar(4000) not null,
    primary key (canned_response_id, language)
);
create index canned_text_company on canned_text (company_id);
