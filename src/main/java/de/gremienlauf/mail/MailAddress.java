package de.gremienlauf.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Mail addresses of one person each, as every mail server takes them: with an ASCII domain and no display name. */
final class MailAddress {

  /** RFC 5321, 4.5.3.1.3, without the angle brackets. */
  private static final int MAX_LENGTH = 254;

  private MailAddress() {
  }

  /** The address to send to; empty if the text is none. */
  static Optional<String> parse(String text) {
    String stripped = text == null ? "" : text.strip();
    int at = stripped.lastIndexOf('@');
    if (at < 1 || stripped.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      // An address that differs from what was parsed of it had a name, a comment or a second address in it.
      String domain = IDN.toASCII(stripped.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      String address = stripped.substring(0, at) + "@" + domain;
      InternetAddress parsed = new InternetAddress(address, true);
      boolean plain = parsed.getAddress().equals(address) && parsed.getPersonal() == null && !parsed.isGroup()
          && address.length() <= MAX_LENGTH && StandardCharsets.US_ASCII.newEncoder().canEncode(address)
          && address.chars().noneMatch(Character::isISOControl) && domain.indexOf('.') > 0;
      return plain ? Optional.of(address) : Optional.empty();
    } catch (AddressException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
