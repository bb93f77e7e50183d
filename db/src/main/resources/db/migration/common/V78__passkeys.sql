-- Passkeys (WebAuthn): a key of the person's device or password keeper that signs in instead of a password and its second factor.
create sequence passkey_seq start with 50 increment by 50;
create table passkey (
    id              bigint        primary key,
    public_id       varchar(22)   not null unique,
    company_id      bigint        not null references company (id),
    account_id      bigint        not null references account (id) on delete cascade,
    -- SHA-256 of the credential id, which is up to 1,023 bytes long
    credential_hash varchar(64)   not null unique,
    -- authenticator model, credential id and public key as the authenticator gave them, base64url: no secret
    credential      varchar(4000) not null,
    name            varchar(60)   not null,
    sign_count      bigint        not null,
    -- whether the key may exist on several devices, and whether it does
    backup_eligible boolean       not null,
    backed_up       boolean       not null,
    created_at      timestamp with time zone not null,
    used_at         timestamp with time zone
);
create index passkey_account on passkey (account_id);

-- Challenges that were answered, until their time is over anyway: each is good once. Of no company: nobody is known yet.
create table passkey_challenge (
    challenge_hash varchar(64) primary key,
    used_at        timestamp with time zone not null
);
