-- Roles that a company makes for itself out of named permissions. Changes of a company's take turns by its row.
create sequence own_role_seq start with 50 increment by 50;
create table own_role (
    id          bigint       primary key,
    public_id   varchar(32)  not null unique,
    company_id  bigint       not null references company (id),
    name        varchar(60)  not null,
    -- the name in small letters: no two are told apart by these only
    folded_name varchar(180) not null,
    -- names with a blank before and behind each
    permissions varchar(800) not null,
    version     bigint       default 0 not null,
    constraint own_role_name unique (company_id, folded_name),
    constraint own_role_company unique (company_id, id)
);

-- an account has one of the desk's roles, or one of its own company's
alter table account alter column role drop not null;
alter table account add column own_role_id bigint;
alter table account add constraint account_own_role foreign key (company_id, own_role_id) references own_role (company_id, id);
alter table account add constraint account_one_role check (
    (role is not null and own_role_id is null) or (role is null and own_role_id is not null));
create index account_own_role_holders on account (own_role_id);
