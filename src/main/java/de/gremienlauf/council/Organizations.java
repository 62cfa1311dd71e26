package de.gremienlauf.council;

import de.gremienlauf.engine.SharedMemory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads and writes bodies and offices: each step of a paper asks for several, and they seldom change. Whether one still
 * exists is asked of the database: what is begun for one that has just been succeeded would stay behind.
 */
@Component
class Organizations {

  private final OrganizationRepository rows;
  private final SharedMemory<Long, Organization> byId = new SharedMemory<>();
  private final SharedMemory<String, List<Organization>> byMunicipality = new SharedMemory<>();
  private final SharedMemory<Name, Organization> byName = new SharedMemory<>();

  private record Name(String municipality, String name) {
  }

  Organizations(OrganizationRepository rows) {
    this.rows = rows;
  }

  /** Reads several at once, so that {@link #find} has them. */
  void read(Collection<Long> ids) {
    byId.read(ids, missing -> rows.findAllById(missing).stream()
        .collect(Collectors.toMap(Organization::id, Function.identity())));
  }

  /** As it is now, whatever is remembered. */
  Optional<Organization> now(Long id) {
    return rows.findById(id);
  }

  /** The one of that name as it is now, whatever is remembered. */
  Optional<Organization> now(String municipality, String name) {
    return rows.findNamed(municipality, name).stream().findFirst();
  }

  Optional<Organization> find(Long id) {
    return Optional.ofNullable(byId.get(id, () -> now(id).orElse(null)));
  }

  /** The one of that name, whenever it exists. */
  Optional<Organization> find(String municipality, String name) {
    return Optional.ofNullable(byName.get(new Name(municipality, name),
        () -> now(municipality, name).orElse(null)));
  }

  /** All of a municipality by their names. */
  List<Organization> of(String municipality) {
    return byMunicipality.get(municipality, () -> List.copyOf(rows.findOfMunicipality(municipality)));
  }

  boolean anyOf(String municipality) {
    return rows.existsByMunicipality(municipality);
  }

  Organization save(Organization organization) {
    Organization saved = rows.save(organization);
    byId.changed();
    byMunicipality.changed();
    byName.changed();
    return saved;
  }
}
