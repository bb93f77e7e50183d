-- What a file needs beyond the desk's first tables: where its bytes lie, how its check goes on, and a company's own rules.

-- The name in the file store: generated, and no part of it leaves the building.
alter table stored_file add column store_key varchar(32) not null;
-- image/jpeg or image/png once there is a thumbnail
alter table stored_file add column thumbnail_type varchar(20);
alter table stored_file add column check_attempts integer not null;
-- when the check is due (again); while one runs, when another node may take it over
alter table stored_file add column next_check_at timestamp with time zone not null;
-- The state changed after the message went out, and the conversation does not say so yet. Cleared in the transaction that says it.
alter table stored_file add column announce_due boolean not null;
create index stored_file_due on stored_file (state, next_check_at);
create index stored_file_announce on stored_file (announce_due, checked_at);
-- quotas: what somebody, and a company's visitors together, uploaded lately
create index stored_file_uploader on stored_file (uploader, uploaded_at);
create index stored_file_company on stored_file (company_id, uploaded_at);

-- What a company lets people upload; without a row Parley's own limits hold.
create table file_rules (
    company_id bigint primary key references company (id),
    max_bytes  bigint       not null,
    -- names of kinds, separated by commas
    kinds      varchar(500) not null
);
