package de.gremienlauf.paper;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface SigningAuthorityRepository extends ListCrudRepository<SigningAuthority, Long> {

  List<SigningAuthority> findByMunicipalityAndUserIdOrderById(String municipality, String userId);
}
