package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A call for funds (Mittelabruf) and what became of the money. Amounts in euro. */
@Table("funds_call")
class FundsCall {

  @Id Long id;
  @Version int version;
  Long projectId;
  FundsCallState state = FundsCallState.PREPARED;
  LocalDate calledOn;
  BigDecimal amount;
  LocalDate paymentsUntil;
  String purpose;
  LocalDate paidOn;
  BigDecimal paid;
  LocalDate useUntil;
  String useExplained;
  BigDecimal used;
  LocalDate usedConfirmedOn;
  String refusal;
  String processInstanceId;
}
