package de.gremienlauf.mail;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A mail in the outbox.
 *
 * @param batch the mails that one process sends
 * @param messageId the header of that name with its angle brackets; made once, so that a mail sent twice is recognised
 * @param recipient the address; empty if there is none
 * @param sentAt when the mail server took it over, in Berlin
 * @param refusal why it is REFUSED, or was before it was SETTLED
 */
@Table("outbox_mail")
record OutboxMail(@Id Long id, String batch, String messageId, String recipient, String recipientName, String subject,
    String body, MailState state, LocalDateTime createdAt, LocalDateTime sentAt, String refusal,
    @MappedCollection(idColumn = "mail_id", keyColumn = "attachment_number") List<File> attachments) {

  /** A file of a mail; its bytes are in the document store. */
  @Table("outbox_attachment")
  record File(String fileName, String mediaType, String documentHash) {
  }
}
