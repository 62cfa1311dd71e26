--liquibase formatted sql

-- Sets of ids that are always read with their row stand in it: a table of their own cost a statement each time.
--changeset gremienlauf:aggregate-1
alter table agenda_item add column referred_to bigint array;
update agenda_item set referred_to = (select array_agg(distinct r.organization_id order by r.organization_id)
  from item_referral r where r.agenda_item = agenda_item.id)
where exists (select 1 from item_referral r where r.agenda_item = agenda_item.id);
drop table item_referral;
alter table paper add column co_signing_offices bigint array;
update paper set co_signing_offices = (select array_agg(distinct o.organization_id order by o.organization_id)
  from co_signing_office o where o.paper = paper.id)
where exists (select 1 from co_signing_office o where o.paper = paper.id);
drop table co_signing_office;
alter table meeting add column joint_bodies bigint array;
update meeting set joint_bodies = (select array_agg(distinct j.organization_id order by j.organization_id)
  from joint_body j where j.meeting = meeting.id)
where exists (select 1 from joint_body j where j.meeting = meeting.id);
drop table joint_body;
