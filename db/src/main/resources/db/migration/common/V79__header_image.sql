-- The picture at the head of the widget's first page: its address on Parley's own origin, and how large it is.
alter table site add column header varchar(300);
alter table site add column header_width integer;
alter table site add column header_height integer;
