-- In which language the pages speak to a colleague, as a BCP 47 tag; null: as the browser asks.
alter table account add column language varchar(35);
