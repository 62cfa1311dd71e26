package de.gremienlauf.substitution;

import org.springframework.data.repository.ListCrudRepository;

interface AbsenceEventRepository extends ListCrudRepository<AbsenceEvent, Long> {
}
