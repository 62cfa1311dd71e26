package de.gremienlauf.council;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MembershipRepository extends ListCrudRepository<Membership, Long> {

  List<Membership> findByPersonIdAndOrganizationId(Long personId, Long organizationId);

  @Query("select * from membership where organization_id = :organization")
  List<Membership> findOfOrganization(Long organization);
}
