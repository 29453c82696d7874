package org.hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.search.space.Parameter;

/**
 * The documents' pages of techniques: one for each slot, and one that lists them all.
 *
 * @param techniques in the order of application
 */
record TechniquePages(List<TechniqueFacts> techniques) {
  private static final String INDEX = "README.md";
  private static final String MARK =
      "<!-- Written by `hone techniques --markdown src/site/techniques`: change the techniques, not this page. -->\n";

  TechniquePages {
    techniques = List.copyOf(techniques);
  }

  /** Text by name of the file. */
  Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    pages.put(INDEX, index());
    for (Slot slot : Slot.values()) {
      if (!of(slot).isEmpty()) {
        pages.put(file(slot), page(slot));
      }
    }
    return pages;
  }

  /** Writes all into a folder, which is made if it is not there. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> page : pages().entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue());
    }
  }

  private List<TechniqueFacts> of(Slot slot) {
    return techniques.stream().filter(one -> one.technique().slot() == slot).toList();
  }

  private static String file(Slot slot) {
    return slot.id() + ".md";
  }

  private String index() {
    String rows =
        techniques.stream().map(TechniquePages::row).collect(Collectors.joining("\n", "", "\n"));
    long slots = Arrays.stream(Slot.values()).filter(slot -> !of(slot).isEmpty()).count();
    return """
        %s
        # Techniques

        %d techniques in %d slots, in the order in which they are applied. Of a slot marked with * a recipe has one at most. `hone techniques` tells
        the same in the terminal, `hone techniques --task image` for one kind of data, and of a jar of your own with `--plugins`:
        see [plug-ins](../plugins.md) and [how to write one](../technique-tutorial.md).

        | technique | slot | what it does | for |
        |---|---|---|---|
        %s"""
        .formatted(MARK, techniques.size(), slots, rows);
  }

  private static String row(TechniqueFacts one) {
    Slot slot = one.technique().slot();
    return "| [%s](%s#%s) | %s%s | %s | %s |"
        .formatted(
            one.id(),
            file(slot),
            one.id(),
            slot.id(),
            slot.isExclusive() ? " \\*" : "",
            one.technique().summary(),
            String.join(", ", one.tasks()));
  }

  private String page(Slot slot) {
    String title =
        slot.id().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + slot.id().substring(1);
    return """
        %s
        # %s

        %s [All techniques](README.md).
        %s"""
        .formatted(
            MARK,
            title.replace('-', ' '),
            slot.isExclusive()
                ? "A recipe has one of these at most."
                : "A recipe has any number of these.",
            of(slot).stream().map(TechniquePages::section).collect(Collectors.joining()));
  }

  private static String section(TechniqueFacts one) {
    StringBuilder text =
        new StringBuilder("\n## %s\n\n%s\n".formatted(one.id(), one.technique().summary()));
    if (!one.parameters().isEmpty()) {
      text.append("\n| parameter | range | default |\n|---|---|---|\n");
      one.parameters().forEach(parameter -> text.append(row(parameter)));
    }
    text.append("\nFor: ").append(String.join(", ", one.tasks())).append('.');
    if (!one.conflicts().isEmpty()) {
      text.append(" Not together with: ").append(String.join(", ", one.conflicts())).append('.');
    }
    if (!one.needs().isEmpty()) {
      text.append(" Needs: ").append(String.join(", ", one.needs())).append('.');
    }
    one.onRequest().ifPresent(words -> text.append(" O%s.".formatted(words.substring(1))));
    Citation source = one.technique().source();
    return text.append(
            "\n\nSource: %s, [%s](%s), %d.\n"
                .formatted(source.authors(), source.title(), source.url(), source.year()))
        .toString();
  }

  private static String row(Parameter parameter) {
    return "| `%s` | %s | %s |\n"
        .formatted(
            parameter.name(),
            parameter.distribution().describe().replace("|", "\\|"),
            TechniqueFacts.preferred(parameter).map(String::valueOf).orElse(""));
  }
}
