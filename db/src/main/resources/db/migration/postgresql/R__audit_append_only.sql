-- The application has no path that changes or deletes an entry; here the database refuses it as well, whoever asks.
create or replace function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is append-only';
end
$$;
drop trigger if exists audit_entry_append_only on audit_entry;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_append_only();
