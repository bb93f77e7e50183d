-- Single sign-on: each company may have one OpenID provider. The secret is sealed with PARLEY_SECRET.
create table sign_on_provider (
    company_id    bigint        primary key references company (id),
    issuer        varchar(500)  not null,
    client_id     varchar(200)  not null,
    sealed_secret varchar(1200),
    switched_on   boolean       not null,
    -- whether people of the listed domains may sign in by password, too; owners always may
    passwords     boolean       not null,
    -- what becomes of somebody who has no account: nobody, agent
    newcomers     varchar(12)   not null,
    version       bigint        default 0 not null
);

-- whose e-mail is led there; a domain leads to one provider of the whole installation
create table sign_on_domain (
    domain      varchar(253) primary key,
    company_id  bigint       not null references sign_on_provider (company_id)
);
create index sign_on_domain_company on sign_on_domain (company_id);

-- whom a provider means by a subject, for good
create sequence sign_on_identity_seq start with 50 increment by 50;
create table sign_on_identity (
    id          bigint       primary key,
    company_id  bigint       not null references company (id),
    account_id  bigint       not null references account (id) on delete cascade,
    issuer      varchar(500) not null,
    subject     varchar(255) not null,
    created_at  timestamp with time zone not null,
    constraint sign_on_identity_subject unique (company_id, issuer, subject),
    constraint sign_on_identity_account unique (account_id, issuer)
);
