package de.gremienlauf.support;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The mail server of this test run: a real one (SMTP), which can be told to refuse mails and to be out of order. */
public final class MailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final int PORT = FreePort.next();
  private static final Server SERVER = new Server();

  /** What it answers instead of accepting, by recipient; the sender and the content have keys of their own. */
  private static final Map<String, Supplier<String>> ANSWERS = new ConcurrentHashMap<>();

  private static final String FROM = "MAIL";
  private static final String CONTENT = "DATA";

  static {
    SERVER.start();
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of("spring.mail.host=localhost", "spring.mail.port=" + PORT).applyTo(context);
  }

  public static int port() {
    return PORT;
  }

  /** It forgets all mails and accepts whatever comes. */
  public static void clear() {
    ANSWERS.clear();
    if (!SERVER.isRunning()) {
      SERVER.start();
    }
    try {
      SERVER.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that arrived, in no particular order. */
  public static List<MimeMessage> mails() {
    return Stream.of(SERVER.getReceivedMessages()).toList();
  }

  public static List<MimeMessage> mailsTo(String address) {
    return mails().stream().filter(mail -> {
      try {
        return mail.getAllRecipients()[0].toString().contains(address);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }).toList();
  }

  /** It answers to this recipient, e.g. {@code 550 No such user}. */
  public static void refuseRecipient(String address, String answer) {
    ANSWERS.put(address, () -> answer);
  }

  public static void refuseSender(String answer) {
    ANSWERS.put(FROM, () -> answer);
  }

  /** It does or answers this when it has got a whole mail; null accepts the mail. */
  public static void onContent(Supplier<String> answer) {
    ANSWERS.put(CONTENT, answer);
  }

  public static void stop() {
    SERVER.stop();
  }

  public static void start() {
    SERVER.start();
  }

  private static String answer(String key) {
    Supplier<String> answer = ANSWERS.get(key);
    return answer == null ? null : answer.get();
  }

  private static final class Server extends GreenMail {

    private Server() {
      super(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers managers) {
      return Map.of(ServerSetup.PROTOCOL_SMTP, new SmtpServer(config[0], new Refusing(managers)));
    }
  }

  /** GreenMail accepts everything; a refusal is asked for here. */
  private static final class Refusing extends Managers {

    private final Managers others;
    private final SmtpManager smtp;

    private Refusing(Managers others) {
      this.others = others;
      this.smtp = new SmtpManager(others.getImapHostManager(), others.getUserManager()) {
        @Override
        public String checkSender(SmtpState state, MailAddress sender) {
          return answer(FROM);
        }

        @Override
        public String checkRecipient(SmtpState state, MailAddress recipient) {
          return answer(recipient.getEmail());
        }

        @Override
        public String checkData(SmtpState state) {
          return answer(CONTENT);
        }
      };
    }

    @Override
    public SmtpManager getSmtpManager() {
      return smtp;
    }

    @Override
    public UserManager getUserManager() {
      return others.getUserManager();
    }

    @Override
    public ImapHostManager getImapHostManager() {
      return others.getImapHostManager();
    }
  }
}
