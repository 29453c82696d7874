package org.hone.engine.data.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one source from another, in hexadecimal digits. */
public final class Sha256 {
  private final MessageDigest digest = digest();

  /** Of some bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Goes on with the name of a part and the part's own sum. */
  public Sha256 with(String name, String sum) {
    digest.update((name + "\n" + sum + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Of all parts; no more can be added. */
  public String sum() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
