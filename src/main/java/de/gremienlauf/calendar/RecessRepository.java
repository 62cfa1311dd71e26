package de.gremienlauf.calendar;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface RecessRepository extends ListCrudRepository<Recess, Long> {

  List<Recess> findByMunicipalityOrderByFirstDay(String municipality);
}
