package de.gremienlauf.mail;

/** What has become of a mail in the outbox. */
public enum MailState {

  /** Still to be sent. */
  PENDING,

  /** The mail server has taken it over. */
  SENT,

  /** The mail server will never take it over like this, or its address is none; the office has to do something. */
  REFUSED,

  /** The office has informed the recipient in another way. */
  SETTLED,

  /** Not sent, because no mail server was set up when its turn came; it is not sent later either. */
  KEPT
}
