-- What a site's pages say by themselves to a visitor who has not written, and when: a JSON array of rules, see ChatInvites
alter table site add column invites varchar(40000) default '[]' not null;
