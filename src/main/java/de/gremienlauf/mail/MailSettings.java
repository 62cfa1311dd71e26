package de.gremienlauf.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this installation sends mail; the mail server itself is {@code spring.mail}.
 *
 * @param from the sender's address, with or without a name before it: {@code Gremienbüro <gremien@stadt.example>}
 * @param domain the right side of every Message-ID
 */
@ConfigurationProperties("gremienlauf.mail")
record MailSettings(String from, String domain) {

  MailSettings {
    sender(from);
    if (domain == null || !domain.matches("[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException("gremienlauf.mail.domain is no domain: " + domain);
    }
  }

  InternetAddress sender() {
    return sender(from);
  }

  private static InternetAddress sender(String from) {
    try {
      InternetAddress sender = new InternetAddress(from, true);
      sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
      return sender;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException("gremienlauf.mail.from is no mail address: " + from, e);
    }
  }
}
