-- What was changed of the hours is named by its path: company, or site=acme&department=...&channel=chat.
alter table audit_entry alter column subject set data type varchar(200);
