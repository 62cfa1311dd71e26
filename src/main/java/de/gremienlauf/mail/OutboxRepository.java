package de.gremienlauf.mail;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface OutboxRepository extends ListCrudRepository<OutboxMail, Long> {

  @Query("select id from outbox_mail where id = :id for update")
  Long lock(Long id);

  @Query("select id from outbox_mail where batch = :batch and state = 'PENDING' order by id")
  List<Long> pending(String batch);

  List<OutboxMail> findByBatchAndStateOrderById(String batch, MailState state);

  boolean existsByRecipientAndState(String recipient, MailState state);

  @Modifying
  @Query("update outbox_mail set state = 'SENT', sent_at = :at where id = :id")
  void markSent(Long id, LocalDateTime at);

  @Modifying
  @Query("update outbox_mail set state = 'KEPT' where id = :id")
  void markKept(Long id);

  @Modifying
  @Query("update outbox_mail set state = 'REFUSED', refusal = :reason where id = :id")
  void markRefused(Long id, String reason);

  @Modifying
  @Query("update outbox_mail set state = 'SETTLED' where id = :id and state = 'REFUSED'")
  void markSettled(Long id);

  @Modifying
  @Query("update outbox_mail set state = 'PENDING', recipient = :address, refusal = null"
      + " where id = :id and state = 'REFUSED'")
  void readdress(Long id, String address);
}
