create sequence desk_phone_seq start with 50 increment by 50;
create sequence phone_binding_seq start with 50 increment by 50;

-- A colleague's SIP phone. Its extension is the user name at the registrar, so it is one of the whole installation.
create table desk_phone (
    id          bigint primary key,
    public_id   varchar(32) not null unique,
    company_id  bigint      not null references company (id),
    account_id  bigint      not null references account (id),
    extension   varchar(10) not null unique,
    -- H(extension:realm:password) in hexadecimal, by algorithm (RFC 8760); the password itself is kept nowhere
    ha1_sha256  varchar(64) not null,
    ha1_md5     varchar(32) not null,
    created_at  timestamp with time zone not null
);
create index desk_phone_account on desk_phone (account_id);

-- Where a phone can be reached until when (RFC 3261, section 10.3).
create table phone_binding (
    id             bigint primary key,
    company_id     bigint        not null references company (id),
    phone_id       bigint        not null references desk_phone (id),
    contact        varchar(1000) not null,
    call_id        varchar(255)  not null,
    cseq           bigint        not null,
    -- thousandths; null where the phone said nothing
    preference     integer,
    transport      varchar(10)   not null,
    remote_address varchar(60)   not null,
    remote_port    integer       not null,
    expires_at     timestamp with time zone not null
);
create index phone_binding_phone on phone_binding (phone_id);
create index phone_binding_expires on phone_binding (expires_at);
