package org.hone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reads the section {@code network} of a network that comes out of a file. */
final class NetworkFileReader {
  private static final ValueType<String> SHA_256 =
      ValueType.text(
          "a SHA-256", "64 hexadecimal digits", Pattern.compile("[0-9a-f]{64}").asMatchPredicate());

  private NetworkFileReader() {}

  /**
   * The network's file as it is now.
   *
   * @param study the study file
   * @throws ConfigException if there is no such file, or not with the contents that were said
   */
  static NetworkSettings read(Section network, Path study) {
    Origin origin = network.originOf("file");
    String source = network.require("file", ValueType.path()).toString();
    Path file = study.toAbsolutePath().resolveSibling(source);
    if (!Files.isRegularFile(file)) {
      throw ConfigException.at(origin, "no such file: " + file);
    }
    String sha256 = sha256(file, origin);
    network
        .find("sha256", SHA_256)
        .filter(said -> !said.equals(sha256))
        .ifPresent(
            said -> {
              throw ConfigException.at(
                  origin,
                  "%s has changed: its SHA-256 is %s, but was %s".formatted(file, sha256, said));
            });
    return new NetworkSettings.OfFile(file, source, sha256);
  }

  private static String sha256(Path file, Origin origin) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw ConfigException.at(origin, "%s cannot be read (%s)".formatted(file, e.getMessage()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }
}
