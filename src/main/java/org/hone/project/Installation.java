package org.hone.project;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.agent.UserException;
import org.hone.api.technique.Technique;
import org.hone.engine.Dl4jEngine;
import org.hone.search.space.SearchSpace;

/** The Hone that runs, in pieces: jars and poms of what a technique is built and tested with. */
final class Installation {
  private static final String CONTRACT = "org/hone/api/testkit/TechniqueContract.class";
  private static final String KIT = "kit";
  private static final String TEST_KIT = "-testkit.jar";

  private Installation() {}

  /** The modules with a class by which each is found. */
  private static final Map<String, Class<?>> MODULES = modules();

  private static Map<String, Class<?>> modules() {
    Map<String, Class<?>> modules = new LinkedHashMap<>();
    modules.put("search", SearchSpace.class);
    modules.put("api", Technique.class);
    modules.put("engine", Dl4jEngine.class);
    return modules;
  }

  /** All of it, as files of a Maven repository. */
  static Repository repository() throws IOException {
    Map<String, byte[]> jars = new LinkedHashMap<>();
    Map<String, String> poms = new LinkedHashMap<>();
    poms.put("parent", resource("pom.xml"));
    for (Map.Entry<String, Class<?>> module : MODULES.entrySet()) {
      poms.put(module.getKey(), resource(module.getKey() + "/pom.xml"));
      jars.put(module.getKey() + ".jar", JarBytes.of(place(module.getValue()), any -> true));
    }
    jars.put("api" + TEST_KIT, testKit());
    return Repository.of(poms, jars);
  }

  /** A text that lies beside this class. */
  static String resource(String name) throws IOException {
    try (InputStream in = Installation.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the folder beside the libraries; where Hone is tested, on the class path. */
  private static byte[] testKit() throws IOException {
    Optional<Path> kit = kit();
    if (kit.isPresent()) {
      return Files.readAllBytes(kit.get());
    }
    URL contract = Installation.class.getClassLoader().getResource(CONTRACT);
    if (contract == null) {
      throw new UserException(
          "this Hone lacks hone-api%s in its folder '%s'; build it anew, or take a whole distribution"
              .formatted(TEST_KIT, KIT));
    }
    String place = contract.toString().replace("/" + CONTRACT, "").replaceFirst("^jar:", "");
    return JarBytes.of(
        Path.of(URI.create(place.replaceFirst("!$", ""))),
        name -> name.startsWith("org/hone/api/testkit/"));
  }

  private static Optional<Path> kit() throws IOException {
    Path libraries = place(Technique.class).toAbsolutePath().getParent();
    Path folder = libraries == null ? Path.of(KIT) : libraries.resolveSibling(KIT);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> kits = files.filter(file -> file.toString().endsWith(TEST_KIT)).toList();
      return kits.stream().findFirst();
    }
  }
}
