package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** How a grant was used, as it is proven to the grantor (Verwendungsnachweis). */
@Table("proof_of_use")
class ProofOfUse {

  @Id Long id;
  @Version int version;
  Long projectId;
  ProofState state = ProofState.OPEN;
  LocalDate dueOn;
  String dueExplained;
  String narrative;
  BigDecimal computedGrant;
  String computation;
  LocalDate submittedOn;
  AuditResult auditResult;
  String auditNote;
  LocalDate auditedOn;
  BigDecimal repayment;
  String documentHash;
  String processInstanceId;
}
