package org.hone.engine.data.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256: what tells one content from another, in hexadecimal digits. */
public final class Sha256 {
  private final MessageDigest digest = digest();

  /** Of some bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** Of a text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of a file as it is now, in one piece. */
  public static String of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /** For whoever has bytes piece by piece. */
  public static MessageDigest digest() {
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
