package org.hone.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.technique.TechniqueChecker.Finding;
import org.hone.extension.PluginJar;

/** A jar with what was found out about its techniques. */
record CheckedJar(PluginJar jar, List<Checked> techniques) {

  /** A technique with every rule of the contract. */
  record Checked(Technique technique, List<Finding> findings) {
    long kept() {
      return findings.stream().filter(Finding::holds).count();
    }

    boolean holds() {
      return kept() == findings.size();
    }

    private List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          "  %s  [%s]  %s"
              .formatted(technique.id(), technique.slot().id(), technique.getClass().getName()));
      for (Finding finding : findings) {
        lines.add("    %-5s  %s".formatted(finding.holds() ? "ok" : "FAILS", finding.rule()));
        if (!finding.holds()) {
          lines.add("           " + finding.detail().replaceAll("\\s*\\R\\s*", " "));
        }
      }
      lines.add("    %d of %d rules hold".formatted(kept(), findings.size()));
      return lines;
    }

    private Map<String, Object> json() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("id", technique.id());
      facts.put("class", technique.getClass().getName());
      facts.put("holds", holds());
      facts.put("findings", findings);
      return facts;
    }
  }

  CheckedJar {
    techniques = List.copyOf(techniques);
  }

  boolean holds() {
    return techniques.stream().allMatch(Checked::holds);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(jar.provider().text()));
    for (Checked technique : techniques) {
      lines.add("");
      lines.addAll(technique.lines());
    }
    return lines;
  }

  Map<String, Object> json() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", jar.file().path().toString());
    facts.putAll(TechniqueFacts.json(jar.provider()));
    facts.put("holds", holds());
    facts.put("techniques", techniques.stream().map(Checked::json).toList());
    return facts;
  }
}
