package org.hone.cli;

import java.util.concurrent.Callable;
import org.hone.agent.Version;
import org.hone.engine.Dl4jEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hone version}. */
@Command(
    name = "version",
    header = "Prints versions, and what computes.",
    mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Dl4jEngine engine = new Dl4jEngine();
    spec.commandLine().getOut().println("hone " + Version.text());
    spec.commandLine().getOut().println(engine.name() + " on " + engine.device());
    spec.commandLine().getOut().println("java " + Runtime.version());
    return 0;
  }
}
