package de.gremienlauf.council;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface PersonRepository extends ListCrudRepository<Person, Long> {

  Optional<Person> findByMunicipalityAndName(String municipality, String name);
}
