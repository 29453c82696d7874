package org.hone.extension;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.hone.api.technique.Technique;
import org.hone.engine.data.file.Sha256;

/**
 * What a jar says before any of its classes is loaded.
 *
 * @param libraries jars in the folder beside it, by name
 * @param sha256 of the jar and its libraries, in hexadecimal
 * @param version that its manifest states
 * @param classes that its services lines name
 */
record JarContents(
    Path file,
    List<Path> libraries,
    String sha256,
    Optional<String> version,
    List<String> classes) {
  static final String SERVICES = "META-INF/services/" + Technique.class.getName();

  JarContents {
    libraries = List.copyOf(libraries);
    classes = List.copyOf(classes);
  }

  static JarContents read(Path file) throws BrokenPluginException {
    if (!Files.isRegularFile(file)) {
      throw new BrokenPluginException("no such file");
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      List<Path> libraries = jarsIn(folder(file));
      return new JarContents(file, libraries, sha256(file, libraries), version(jar), lines(jar));
    } catch (ZipException e) {
      throw new BrokenPluginException("not a jar");
    } catch (IOException | UncheckedIOException | SecurityException e) {
      throw new BrokenPluginException("cannot be read (%s)".formatted(e));
    }
  }

  /** Where a plug-in's libraries lie: {@code my-trick.libs} beside {@code my-trick.jar}. */
  static Path folder(Path file) {
    return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.jar$", "") + ".libs");
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(one -> one.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Of a jar without libraries it is what any tool says of the file. */
  private static String sha256(Path file, List<Path> libraries) throws IOException {
    MessageDigest digest = Sha256.digest();
    update(digest, file);
    for (Path library : libraries) {
      digest.update(library.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      update(digest, library);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, Path file) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static Optional<String> version(JarFile jar) throws IOException {
    return Optional.ofNullable(jar.getManifest())
        .map(Manifest::getMainAttributes)
        .map(main -> main.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
  }

  private static List<String> lines(JarFile jar) throws IOException {
    JarEntry services = jar.getJarEntry(SERVICES);
    if (services == null) {
      return List.of();
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(jar.getInputStream(services), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .distinct()
          .toList();
    }
  }

  Provider provider() {
    return new Provider(file.getFileName().toString(), version, Optional.of(sha256));
  }

  URL[] urls() {
    return Stream.concat(Stream.of(file), libraries.stream())
        .map(JarContents::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
