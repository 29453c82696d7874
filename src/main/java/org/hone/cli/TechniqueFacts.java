package org.hone.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hone.api.technique.Technique;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.config.TechniquePreset;
import org.hone.extension.Provider;
import org.hone.search.space.Parameter;

/**
 * What can be told of a technique.
 *
 * @param applies whether to a task that was asked for
 * @param tasks what it is for, in words
 * @param parameters for the first task it applies to
 * @param trouble what it throws when it is asked
 */
record TechniqueFacts(
    Technique technique,
    Provider provider,
    boolean applies,
    List<String> tasks,
    List<Parameter> parameters,
    Optional<String> trouble) {

  /**
   * Asks it.
   *
   * @param asked the tasks in question
   * @param every a task of each kind
   */
  static TechniqueFacts of(Technique technique, List<Task> asked, List<Task> every) {
    Provider provider = Provider.of(technique);
    try {
      Optional<Task> first = asked.stream().filter(technique::appliesTo).findFirst();
      List<Parameter> parameters =
          first.map(task -> technique.parameters(task).parameters()).orElse(List.of());
      List<String> tasks = words(every.stream().filter(technique::appliesTo).toList());
      return new TechniqueFacts(
          technique, provider, first.isPresent(), tasks, parameters, Optional.empty());
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      return new TechniqueFacts(
          technique, provider, false, List.of(), List.of(), Optional.of(e.toString()));
    }
  }

  /** Kinds of rows; of tables, which alone come with more than one goal, the goal if only one. */
  private static List<String> words(List<Task> tasks) {
    List<String> words = new ArrayList<>();
    for (InputShape.Kind kind : InputShape.Kind.values()) {
      List<Goal> goals =
          tasks.stream().filter(task -> task.input().kind() == kind).map(Task::goal).toList();
      if (!goals.isEmpty()) {
        boolean single = kind == InputShape.Kind.TABLE && goals.size() == 1;
        words.add(word(kind) + (single ? " (%s)".formatted(word(goals.get(0))) : ""));
      }
    }
    return words;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String id() {
    return technique.id();
  }

  /** Names to choose between, in order of the alphabet. */
  List<String> conflicts() {
    return technique.conflictsWith().stream().sorted().toList();
  }

  List<String> needs() {
    return technique.needs().stream().sorted().map(TechniqueFacts::word).toList();
  }

  /** When it is searched, if that is not wherever it applies. */
  Optional<String> onRequest() {
    String presets =
        Arrays.stream(TechniquePreset.values())
            .filter(preset -> preset != TechniquePreset.ALL && preset.includes(technique))
            .map(TechniquePreset::id)
            .collect(Collectors.joining(", "));
    return Optional.of("only where a study names it")
        .filter(words -> technique.isOnRequest())
        .map(words -> presets.isEmpty() ? words : words + ", or has the preset " + presets);
  }

  /** For {@link JsonText}. */
  Map<String, Object> json() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", id());
    facts.put("slot", technique.slot().id());
    facts.put("exclusive", technique.slot().isExclusive());
    facts.put("summary", technique.summary());
    facts.put("source", technique.source().text());
    facts.put("applies", applies);
    facts.put("tasks", tasks);
    facts.put("parameters", parameters.stream().map(TechniqueFacts::json).toList());
    facts.put("conflicts-with", conflicts());
    facts.put("needs", needs());
    facts.put("on-request", technique.isOnRequest());
    facts.put("provider", json(provider));
    trouble.ifPresent(text -> facts.put("trouble", text));
    return facts;
  }

  /** Name and version of a jar, and its hash. */
  static Map<String, Object> json(Provider provider) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", provider.name());
    provider.version().ifPresent(version -> facts.put("version", version));
    provider.sha256().ifPresent(hash -> facts.put("sha256", hash));
    return facts;
  }

  private static Map<String, Object> json(Parameter parameter) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", parameter.name());
    facts.put("range", parameter.distribution().describe());
    preferred(parameter).ifPresent(value -> facts.put("default", value));
    return facts;
  }

  /** The default, as a user writes it. */
  static Optional<Object> preferred(Parameter parameter) {
    return parameter.preferred().isPresent()
        ? Optional.of(parameter.distribution().external(parameter.preferred().getAsDouble()))
        : Optional.empty();
  }
}
