package org.hone.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hone.engine.data.file.Sha256;

/**
 * Hone's artifacts as a Maven repository. Their version ends in the beginning of their hash: Maven
 * keeps what it has once seen, and must never take one Hone for another.
 *
 * @param version of all artifacts
 * @param files by path
 */
record Repository(String version, Map<String, byte[]> files) {
  private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");
  private static final String SNAPSHOT = "-SNAPSHOT";
  private static final int DIGITS = 12;

  Repository {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * Names all parts.
   *
   * @param poms by module; the one of the parent comes first and states the version of all
   * @param jars by module and ending, such as {@code api.jar} and {@code api-testkit.jar}
   */
  static Repository of(Map<String, String> poms, Map<String, byte[]> jars) {
    Matcher stated = VERSION.matcher(poms.values().iterator().next());
    if (!stated.find()) {
      throw new IllegalStateException("Hone's pom states no version");
    }
    String old = stated.group(1);
    String version = old.replace(SNAPSHOT, "") + "-" + hash(poms, jars);
    Map<String, byte[]> files = new LinkedHashMap<>();
    poms.forEach(
        (module, pom) ->
            files.put(
                path(module, version) + ".pom",
                pom.replace(">%s<".formatted(old), ">%s<".formatted(version))
                    .getBytes(StandardCharsets.UTF_8)));
    jars.forEach(
        (name, jar) -> {
          int end = name.replace(".jar", "-").indexOf('-');
          files.put(path(name.substring(0, end), version) + name.substring(end), jar);
        });
    return new Repository(version, files);
  }

  private static String path(String module, String version) {
    String artifact = "hone-" + module;
    return "org/hone/%s/%s/%s-%s".formatted(artifact, version, artifact, version);
  }

  private static String hash(Map<String, String> poms, Map<String, byte[]> jars) {
    MessageDigest digest = Sha256.digest();
    poms.values().forEach(pom -> digest.update(pom.getBytes(StandardCharsets.UTF_8)));
    jars.values().forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  /** Writes all files below the folder. */
  void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }
}
