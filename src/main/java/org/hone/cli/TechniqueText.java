package org.hone.cli;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.space.Parameter;

/** A technique in lines for the terminal. */
record TechniqueText(TechniqueFacts facts) {
  private static final String INDENT = "    ";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String note = facts.applies() ? "" : "  (not for this task)";
    lines.add("%s  [%s]%s".formatted(facts.id(), facts.technique().slot().id(), note));
    lines.add(INDENT + facts.technique().summary());
    facts.trouble().ifPresent(text -> lines.add(INDENT + "cannot be used, it throws " + text));
    facts.parameters().forEach(parameter -> lines.add(INDENT + line(parameter)));
    if (!facts.tasks().isEmpty()) {
      lines.add(INDENT + "for " + String.join(", ", facts.tasks()));
    }
    if (!facts.conflicts().isEmpty()) {
      lines.add(INDENT + "not together with " + String.join(", ", facts.conflicts()));
    }
    if (!facts.needs().isEmpty()) {
      lines.add(INDENT + "needs " + String.join(", ", facts.needs()));
    }
    facts.onRequest().ifPresent(words -> lines.add(INDENT + words));
    lines.add(INDENT + facts.technique().source().text());
    lines.add(INDENT + "from " + facts.provider().text());
    return lines;
  }

  private static String line(Parameter parameter) {
    String preferred =
        TechniqueFacts.preferred(parameter).map(" (default %s)"::formatted).orElse("");
    return "%-16s %s%s".formatted(parameter.name(), parameter.distribution().describe(), preferred);
  }
}
