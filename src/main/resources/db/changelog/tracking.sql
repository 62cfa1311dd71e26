--liquibase formatted sql

--changeset gremienlauf:tracking-1
-- Since when a station stands in the sequence and when it fell away: what was open on a past day can be asked for.
alter table consultation add column planned_on date;
alter table consultation add column dropped_on date;
