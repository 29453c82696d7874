package org.hone.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hone.engine.Dl4jEngine;
import org.hone.engine.backend.Finding;
import org.hone.engine.backend.NativeLayer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone doctor}. */
@Command(
    name = "doctor",
    header = "Says what computes, and what of the fast native layer is in force.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Dl4jEngine engine = new Dl4jEngine();
    List<Finding> findings = NativeLayer.inspect().findings();
    if (json) {
      line(JsonText.of(facts(engine, findings)));
      return 0;
    }
    line(engine.name() + " on " + engine.device());
    findings.forEach(
        one ->
            line(
                "%-5s %-15s %s"
                    .formatted(one.active() ? "ok" : "slow", one.subject(), one.text())));
    return 0;
  }

  private static Map<String, Object> facts(Dl4jEngine engine, List<Finding> findings) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("engine", engine.name());
    facts.put("device", engine.device());
    facts.put(
        "findings",
        findings.stream()
            .map(
                one -> Map.of("subject", one.subject(), "active", one.active(), "text", one.text()))
            .toList());
    return facts;
  }

  private void line(String text) {
    spec.commandLine().getOut().println(text);
  }
}
