--liquibase formatted sql

--changeset gremienlauf:table-paper-1
-- What was handed in after the invitation, a line for each.
alter table agenda_item add column table_papers varchar(100000);
