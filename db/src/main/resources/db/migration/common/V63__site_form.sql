-- What a site asks before the first message: a JSON object, see PreChat
alter table site add column form varchar(40000) default '{}' not null;
