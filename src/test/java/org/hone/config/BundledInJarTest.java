package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installed, Hone is a jar, possibly in a folder with a space in its name. */
class BundledInJarTest {
  @TempDir Path folder;

  @Test
  void bundledDataAreReadFromTheJar() throws Exception {
    Path jar = jar(folder.resolve("a jar.jar"));
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> bundled = loader.loadClass(Bundled.class.getName());
      Object data = bundled.getEnumConstants()[0];

      assertThat(call(bundled, data, "names")).isEqualTo(Bundled.DATA.names());
      Path folder = (Path) call(bundled, data, "folder");
      assertThat(Files.size(folder.resolve("digits.csv.gz"))).isEqualTo(57_512);
      assertThat(folder.resolve("digits.csv.gz").getFileSystem().provider().getScheme())
          .isEqualTo("jar");
    }
  }

  private static Object call(Class<?> type, Object target, String name) throws Exception {
    Method method = type.getDeclaredMethod(name);
    method.setAccessible(true);
    return method.invoke(target);
  }

  private static Path jar(Path jar) throws Exception {
    Path classes =
        Path.of(Bundled.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String part : List.of("org/hone/config", "org/hone/data")) {
        add(classes, classes.resolve(part), zip);
      }
    }
    return jar;
  }

  private static void add(Path root, Path part, ZipOutputStream zip) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
  }
}
