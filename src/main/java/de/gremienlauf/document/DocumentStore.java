package de.gremienlauf.document;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps bytes in the database, addressed by their SHA-256 hash: they never change, and equal bytes are kept once.
 * Whoever needs a name or a media type of their own for the bytes keeps it beside the hash. Takes part in the caller's
 * transaction.
 */
@Service
public class DocumentStore {

  private final JdbcClient jdbc;
  private final TransactionTemplate nested;

  public DocumentStore(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.nested = new TransactionTemplate(transactionManager);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Stores the bytes, or finds them already stored: then the media type of the first time stays. */
  public StoredDocument put(byte[] content, String mediaType) {
    String hash = sha256(content);
    Optional<StoredDocument> known = find(hash);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      // Somebody may store the same bytes right now. PostgreSQL gives up the whole transaction after a failed insert,
      // so the insert stands behind a save point.
      nested.executeWithoutResult(status -> insert(hash, content, mediaType));
      return new StoredDocument(hash, mediaType, content.length);
    } catch (DuplicateKeyException storedMeanwhile) {
      return find(hash).orElseThrow(() -> storedMeanwhile);
    }
  }

  /**
   * The bytes behind a hash.
   *
   * @throws NoSuchElementException if nothing is stored under the hash
   * @throws IllegalStateException if the stored bytes are no longer those that the hash stands for
   */
  public byte[] content(String hash) {
    byte[] content = jdbc.sql("select content from document where hash = :hash").param("hash", hash)
        .query((row, number) -> row.getBytes("content")).optional()
        .orElseThrow(() -> new NoSuchElementException("No document with hash " + hash));
    if (!sha256(content).equals(hash)) {
      throw new IllegalStateException("The bytes stored under " + hash + " have been changed");
    }
    return content;
  }

  public Optional<StoredDocument> find(String hash) {
    return jdbc.sql("select hash, media_type, size from document where hash = :hash").param("hash", hash)
        .query((row, number) ->
            new StoredDocument(row.getString("hash"), row.getString("media_type"), row.getLong("size")))
        .optional();
  }

  private void insert(String hash, byte[] content, String mediaType) {
    // As a stream: H2 takes at most one megabyte as a plain byte array.
    jdbc.sql("insert into document (hash, media_type, size, content) values (:hash, :mediaType, :size, :content)")
        .param("hash", hash)
        .param("mediaType", mediaType)
        .param("size", (long) content.length)
        .param("content", new SqlBinaryValue(new ByteArrayInputStream(content), content.length))
        .update();
    String source = PdfRenderer.source(content);
    if (source != null) {
      jdbc.sql("insert into document_source (hash, html) values (:hash, :html)").param("hash", hash)
          .param("html", source).update();
    }
  }

  /** The hash of a content in hexadecimal digits. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
