package de.gremienlauf.meeting;

import org.springframework.data.repository.ListCrudRepository;

interface MeetingMinutesRepository extends ListCrudRepository<MeetingMinutes, Long> {
}
