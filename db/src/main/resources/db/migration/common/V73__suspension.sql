-- A company that the operator has shut out: its people and visitors come in no more, and nothing of it is deleted. Null: it is let in.
alter table company add column suspended_at timestamp with time zone;
-- said with it, for its people
alter table company add column suspended_reason varchar(300);
