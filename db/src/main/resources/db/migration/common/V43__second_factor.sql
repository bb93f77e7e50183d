-- What an account asks for besides the password: codes of an authenticator app (TOTP).
create table second_factor (
    account_id  bigint       primary key references account (id),
    company_id  bigint       not null references company (id),
    -- sealed with the installation's secret
    secret      varchar(200) not null,
    prepared_at timestamp with time zone not null,
    -- null until the first right code
    on_since    timestamp with time zone,
    -- the half minute of the last code used: none is good twice
    last_step   bigint       not null
);

create sequence recovery_code_seq start with 50 increment by 50;
create table recovery_code (
    id         bigint      primary key,
    company_id bigint      not null references company (id),
    account_id bigint      not null references account (id),
    -- SHA-256: the code itself is with the person only
    code_hash  varchar(64) not null,
    used_at    timestamp with time zone,
    unique (account_id, code_hash)
);
