--liquibase formatted sql

--changeset gremienlauf:session-1
alter table organization add column mail_address varchar(320);
alter table person add column mail_address varchar(320);
alter table membership add column political_group varchar(500);
alter table membership add column seat varchar(30) default 'COUNCIL_MEMBER' not null;
alter table membership add column deputy boolean default false not null;
alter table membership add column deputy_for bigint references person(id);
alter table membership add column participation varchar(20) default 'PERMANENT' not null;
update membership set seat = case
  when lower(membership_role) like '%sachkundig%einwohner%' then 'EXPERT_RESIDENT'
  when lower(membership_role) like '%sachkundig%' then 'EXPERT_CITIZEN'
  when voting_right then 'COUNCIL_MEMBER' else 'ADVISORY' end;
create index membership_organization on membership(organization_id);
create index membership_person on membership(person_id);
create index person_name on person(municipality, name);
