package org.hone.agent;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Task;
import org.hone.config.ConfigException;
import org.hone.config.Origin;
import org.hone.config.TechniqueChoice;
import org.hone.config.TechniqueChoices;
import org.hone.config.TechniquePreset;
import org.hone.extension.Provider;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Constraint;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.Catalogue;

/**
 * Makes the search space of a study: for every exclusive slot one categorical (a technique of it,
 * or none), for every other technique one on/off, and under each its own parameters, conditional on
 * it. Conflicts become constraints.
 */
public final class Assembler {
  private static final String NONE = "none";
  private static final TechniqueChoice OFF =
      new TechniqueChoice.Off(Origin.of("techniques: not listed"));

  private final Techniques known;
  private final Task task;
  private final Set<Need> brought;
  private final Set<String> afterwards;

  /** A technique with what the study file says of it. */
  private record Chosen(Technique technique, TechniqueChoice choice) {
    boolean isAlwaysOn() {
      return choice instanceof TechniqueChoice.On;
    }
  }

  /** Techniques for this task, chosen from those known, without any artifact. */
  public Assembler(Techniques known, Task task) {
    this(known, task, Set.of(), Set.of());
  }

  /**
   * Techniques for this task, chosen from those known.
   *
   * @param brought artifacts that the study brings; pretrained weights come with the task's network
   * @param afterwards ids of techniques that are there, whatever the choices say, for use after the
   *     search; what they need will be there by then
   */
  public Assembler(Techniques known, Task task, Set<Need> brought, Set<String> afterwards) {
    this.known = known;
    this.task = task;
    this.afterwards = Set.copyOf(afterwards);
    this.brought = EnumSet.noneOf(Need.class);
    this.brought.addAll(brought);
    if (task.network().pretrained().isPresent()) {
      this.brought.add(Need.PRETRAINED);
    }
  }

  /**
   * The space that the choices ask for.
   *
   * @throws ConfigException if a choice does not fit the task, its technique, or another choice
   */
  public Assembly assemble(TechniqueChoices choices) {
    List<Chosen> chosen = chosen(choices);
    Map<String, Literal> switches = new LinkedHashMap<>();
    List<Parameter> selectors = new ArrayList<>();
    for (Slot slot : Slot.values()) {
      List<Chosen> ofSlot = chosen.stream().filter(one -> one.technique().slot() == slot).toList();
      if (slot.isExclusive() && !ofSlot.isEmpty()) {
        selectors.add(exclusive(slot, ofSlot, switches));
      } else {
        ofSlot.forEach(one -> selectors.add(onOff(one, switches)));
      }
    }
    List<Parameter> parameters = new ArrayList<>(selectors);
    List<Constraint> constraints = new ArrayList<>(conflicts(chosen, switches));
    List<Catalogue.Entry> entries = new ArrayList<>();
    for (Chosen one : chosen) {
      String prefix = Assembly.prefix(one.technique());
      Literal on = literal(switches, one.technique().id());
      SearchSpace own =
          new StrengthSpace(
                  Asking.of(one.technique()).answer(it -> it.parameters(task)), one.choice())
              .narrowed();
      List<Parameter> conditional = StrengthSpace.under(prefix, own, on);
      parameters.addAll(conditional);
      own.constraints().forEach(constraint -> constraints.add(constraint.prefixed(prefix)));
      entries.add(entry(one.technique(), on, conditional));
    }
    return new Assembly(
        new SearchSpace(parameters, constraints),
        chosen.stream().map(Chosen::technique).toList(),
        new Catalogue(entries));
  }

  private static Literal literal(Map<String, Literal> switches, String id) {
    return Optional.ofNullable(switches.get(id)).orElseThrow();
  }

  private List<Chosen> chosen(TechniqueChoices choices) {
    if (choices instanceof TechniqueChoices.Listed listed) {
      return known.all().stream()
          .map(technique -> new Chosen(technique, choice(listed, technique.id())))
          .filter(one -> !(one.choice() instanceof TechniqueChoice.Off))
          .map(this::requireUsable)
          .toList();
    }
    TechniquePreset preset = ((TechniqueChoices.Preset) choices).preset();
    Origin origin = Origin.of("techniques: " + preset.id());
    return known.all().stream()
        .filter(technique -> preset.includes(technique) || afterwards.contains(technique.id()))
        .filter(technique -> missing(technique).isEmpty() && applies(technique))
        .map(
            technique ->
                new Chosen(
                    technique, new TechniqueChoice.Search(preset.settings(technique), origin)))
        .toList();
  }

  private TechniqueChoice choice(TechniqueChoices.Listed listed, String id) {
    boolean later = afterwards.contains(id);
    TechniqueChoice said =
        listed
            .byId()
            .getOrDefault(
                id, later ? new TechniqueChoice.Search(Map.of(), Origin.of("teacher")) : OFF);
    if (later && !(said instanceof TechniqueChoice.Search)) {
      throw ConfigException.at(
          said.origin(),
          "'%s' is used after the search (teacher.born-again); allowed: search, {use: search} with strengths, or leave it out"
              .formatted(id));
    }
    return said;
  }

  /** What the technique needs and nobody brings. */
  private List<Need> missing(Technique technique) {
    return technique.needs().stream()
        .filter(need -> !brought.contains(need) && !afterwards.contains(technique.id()))
        .sorted()
        .toList();
  }

  private boolean applies(Technique technique) {
    return Asking.of(technique).answer(it -> it.appliesTo(task));
  }

  private Chosen requireUsable(Chosen one) {
    Technique technique = one.technique();
    List<Need> missing = missing(technique);
    if (!missing.isEmpty()) {
      throw ConfigException.at(
          one.choice().origin(),
          "'%s' needs %s"
              .formatted(
                  technique.id(),
                  missing.stream().map(Assembler::wayTo).collect(joining(", and "))));
    }
    if (!applies(technique)) {
      throw ConfigException.at(
          one.choice().origin(),
          "'%s' does not apply to this task (%s, %s); leave it out, or say off"
              .formatted(technique.id(), word(task.goal()), word(task.input().kind())));
    }
    return one;
  }

  /** What is needed, and the key that brings it. */
  private static String wayTo(Need need) {
    return switch (need) {
      case TEACHER -> "a teacher; say under 'teacher' where it comes from";
      case PRETRAINED ->
          "pretrained weights; name a saved model under 'network.pretrained' or 'network.file'";
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The slot's categorical: none and its techniques, or the one that is always on. */
  private static Parameter exclusive(
      Slot slot, List<Chosen> ofSlot, Map<String, Literal> switches) {
    Optional<Chosen> always = ofSlot.stream().filter(Chosen::isAlwaysOn).findFirst();
    if (always.isPresent() && ofSlot.size() > 1) {
      Chosen other =
          ofSlot.stream().filter(one -> !one.equals(always.get())).findFirst().orElseThrow();
      throw ConfigException.at(
          other.choice().origin(),
          "slot '%s' takes one technique, and '%s' is always on; allowed: off"
              .formatted(slot.id(), always.get().technique().id()));
    }
    List<Object> choices = new ArrayList<>();
    if (always.isEmpty()) {
      choices.add(NONE);
    }
    ofSlot.forEach(one -> choices.add(one.technique().id()));
    Parameter selector = Parameter.of(slot.id(), new CategoricalDistribution(choices));
    ofSlot.forEach(
        one -> switches.put(one.technique().id(), Literal.of(selector, one.technique().id())));
    return selector;
  }

  private static Parameter onOff(Chosen one, Map<String, Literal> switches) {
    CategoricalDistribution choices =
        one.isAlwaysOn() ? CategoricalDistribution.of(true) : CategoricalDistribution.flag();
    Parameter flag = Parameter.of(one.technique().id(), choices);
    switches.put(one.technique().id(), Literal.of(flag, true));
    return flag;
  }

  /** "At most one" for each pair that either side names. */
  private static List<Constraint> conflicts(List<Chosen> chosen, Map<String, Literal> switches) {
    List<Constraint> conflicts = new ArrayList<>();
    IntStream.range(0, chosen.size())
        .forEach(
            i ->
                chosen.subList(i + 1, chosen.size()).stream()
                    .filter(conflictsWith(chosen.get(i)))
                    .forEach(other -> conflicts.add(conflict(chosen.get(i), other, switches))));
    return conflicts;
  }

  /** Techniques of one exclusive slot exclude each other anyway. */
  private static Predicate<Chosen> conflictsWith(Chosen one) {
    Technique technique = one.technique();
    return other ->
        !(technique.slot().isExclusive() && technique.slot() == other.technique().slot())
            && (names(technique, other.technique()) || names(other.technique(), technique));
  }

  private static boolean names(Technique technique, Technique other) {
    Set<String> named = technique.conflictsWith();
    return named.contains(other.id()) || named.contains(other.slot().id());
  }

  /** Beside what is always on a conflicting technique could never be used. */
  private static Constraint conflict(Chosen one, Chosen other, Map<String, Literal> switches) {
    if (one.isAlwaysOn()) {
      throw impossible(other, one);
    }
    if (other.isAlwaysOn()) {
      throw impossible(one, other);
    }
    return new AtMostOne(
        List.of(
            literal(switches, one.technique().id()), literal(switches, other.technique().id())));
  }

  private static ConfigException impossible(Chosen one, Chosen always) {
    return ConfigException.at(
        one.choice().origin(),
        "'%s' cannot be combined with '%s', which is always on; allowed: off"
            .formatted(one.technique().id(), always.technique().id()));
  }

  private static Catalogue.Entry entry(Technique technique, Literal on, List<Parameter> own) {
    return new Catalogue.Entry(
        technique.id(),
        technique.slot().id(),
        Provider.of(technique).identity(),
        technique.source().text(),
        on,
        own.stream().map(Parameter::name).toList());
  }
}
