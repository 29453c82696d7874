package org.hone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hone.agent.Environment;
import org.hone.extension.PluginFile;
import picocli.CommandLine.Option;

/** Options that say which techniques there are beside Hone's. */
final class PluginOptions {
  @Option(
      names = "--plugins",
      paramLabel = "JAR",
      description =
          "A jar of techniques, or a folder of such jars, beside those that the study file names."
              + " Repeatable.")
  private List<Path> plugins = List.of();

  /** With Hone's techniques and these. */
  Environment open(PrintWriter err) {
    return told(Environment.with(files()), err);
  }

  /** With those that the study names, too. */
  Environment open(Optional<Path> study, List<String> overrides, PrintWriter err) {
    return told(Environment.around(study, overrides, files()), err);
  }

  /** Makes the classes of these known, if there are any. */
  void enter(PrintWriter err) {
    if (!plugins.isEmpty()) {
      told(Environment.with(files()), err);
    }
  }

  private List<PluginFile> files() {
    return plugins.stream().map(PluginFile::of).toList();
  }

  private static Environment told(Environment environment, PrintWriter err) {
    environment.enter();
    environment.leftOut().forEach(one -> err.println("hone: left out: " + one));
    return environment;
  }
}
