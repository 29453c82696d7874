package org.hone.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;

/** Reads one parameter of a space file. */
final class ParameterReader {
  static final List<String> KEYS =
      List.of("name", "type", "low", "high", "log", "step", "choices", "when", "default");

  private static final List<String> OF_NUMBERS = List.of("low", "high", "log", "step");
  private static final int LONGEST_NAME = 512;
  private static final ValueType<String> NAME =
      ValueType.text(
          "a parameter's name",
          "a name of at most %d letters".formatted(LONGEST_NAME),
          name -> name.length() <= LONGEST_NAME);
  private static final ValueType<Double> NUMBER = ValueType.real("a finite one", any -> true);
  private static final ValueType<Double> STEP = ValueType.real("more than 0", step -> step > 0);
  private static final ValueType<Boolean> FLAG = flag();

  /** What a type makes of the other keys. */
  @FunctionalInterface
  private interface Type {
    Distribution read(ParameterReader reader);
  }

  private static final ValueType<Type> TYPE = types();

  private final Section section;
  private final Map<String, Parameter> before;

  /**
   * @param before the parameters that stand before this one, by name
   */
  ParameterReader(Section section, Map<String, Parameter> before) {
    this.section = section;
    this.before = before;
  }

  private static ValueType<Boolean> flag() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("true", true);
    words.put("false", false);
    return ValueType.oneOf("true or false", words);
  }

  private static ValueType<Type> types() {
    Map<String, Type> types = new LinkedHashMap<>();
    types.put("float", ParameterReader::floats);
    types.put("int", ParameterReader::ints);
    types.put("categorical", ParameterReader::categories);
    return ValueType.oneOf("a type of parameter", types);
  }

  /** The parameter. */
  Parameter read() {
    String name = required("name", NAME);
    Distribution distribution = required("type", TYPE).read(this);
    OptionalDouble preferred =
        Absent.find(section, "default")
            .map(node -> OptionalDouble.of(Choices.internal(node, distribution)))
            .orElse(OptionalDouble.empty());
    return new Parameter(name, distribution, preferred, conditions());
  }

  private Distribution floats() {
    refuse(List.of("choices"), "float");
    double low = bare("low", NUMBER);
    double high = bare("high", NUMBER);
    boolean log = log();
    Optional<Double> step = optional("step", STEP);
    requireOrder(low, high, low, high);
    requireLog(log, low > 0, low, "more than 0");
    if (step.isPresent()) {
      requireFit(step.get(), low, high);
    }
    if (log && step.isPresent()) {
      throw bothLogAndStep();
    }
    return made(() -> new FloatDistribution(low, high, step.orElse(0.0), log));
  }

  private Distribution ints() {
    refuse(List.of("choices"), "int");
    long low = bare("low", ValueType.anyLong());
    long high = bare("high", ValueType.anyLong());
    boolean log = log();
    long step = optional("step", ValueType.atLeast(1)).orElse(1);
    requireOrder(low, high, low, high);
    requireLog(log, low > 0, low, "1 or more");
    if (log && step > 1) {
      throw bothLogAndStep();
    }
    requireFit(step, low, high);
    return made(() -> new IntDistribution(low, high, step, log));
  }

  private Distribution categories() {
    refuse(OF_NUMBERS, "categorical");
    Node written =
        Absent.find(section, "choices")
            .orElseThrow(
                () ->
                    ConfigException.at(
                        section.originOf("choices"), "is missing; needed: a list of values"));
    List<Object> choices = new ArrayList<>();
    for (Node node : written.items()) {
      Object choice = Choices.value(node);
      if (choices.contains(choice)) {
        throw ConfigException.at(
            node.origin(), "%s is listed twice; keep one".formatted(Choices.text(choice)));
      }
      choices.add(choice);
    }
    if (choices.isEmpty()) {
      throw ConfigException.at(written.origin(), "is empty; needed: one value or more");
    }
    return new CategoricalDistribution(choices);
  }

  /** All parents are required together. */
  private List<Literal> conditions() {
    List<Literal> literals = new ArrayList<>();
    Absent.find(section, "when")
        .map(node -> node.asSection(parents(node)))
        .ifPresent(
            when ->
                when.entries()
                    .forEach(
                        (name, entry) ->
                            literals.add(
                                ConstraintReader.literal(parent(name, entry), entry.value()))));
    return literals;
  }

  /** Their names are checked one by one, where they stand. */
  private static List<String> parents(Node when) {
    return when instanceof Section section
        ? List.copyOf(section.entries().keySet())
        : List.of("PARENT: [VALUE, ...]");
  }

  private Parameter parent(String name, Section.Entry entry) {
    Parameter parent = before.get(name);
    if (parent == null) {
      throw ConfigException.unknown(
          entry.key(), "parameter before this one", name, before.keySet());
    }
    return parent;
  }

  private boolean log() {
    return optional("log", FLAG).orElse(false);
  }

  private void refuse(List<String> keys, String type) {
    for (String key : keys) {
      Absent.find(section, key)
          .ifPresent(
              node -> {
                throw ConfigException.at(
                    node.origin(), "does not go with type %s; leave it out".formatted(type));
              });
    }
  }

  private <T> T required(String key, ValueType<T> type) {
    return optional(key, type)
        .orElseThrow(
            () ->
                ConfigException.at(
                    section.origin().below(key), "is missing; needed: %s".formatted(type.noun())));
  }

  private <T> Optional<T> optional(String key, ValueType<T> type) {
    return Absent.find(section, key).map(node -> node.as(type));
  }

  /** A number that is not written as a text. */
  private <T> T bare(String key, ValueType<T> type) {
    Absent.find(section, key)
        .ifPresent(
            node -> {
              if (node instanceof Node.Scalar scalar && scalar.quoted()) {
                throw type.refuse(node.origin(), "the text " + Choices.text(scalar.text()));
              }
            });
    return required(key, type);
  }

  private void requireOrder(double low, double high, Object lowText, Object highText) {
    if (low > high) {
      throw ConfigException.at(
          section.originOf("low"),
          "the range is reversed, low=%s, high=%s; allowed: low <= high"
              .formatted(lowText, highText));
    }
  }

  private void requireLog(boolean log, boolean positive, Object low, String allowed) {
    if (log && !positive) {
      throw ConfigException.at(
          section.originOf("low"),
          "%s does not go with log: true; allowed: %s".formatted(low, allowed));
    }
  }

  private ConfigException bothLogAndStep() {
    return ConfigException.at(
        section.originOf("step"), "does not go with log: true; leave one of them out");
  }

  /** Exact in decimals: 0..1 by 0.1 fits, whatever binary fractions say. */
  private void requireFit(Number step, Number low, Number high) {
    BigDecimal width = decimal(high).subtract(decimal(low));
    BigDecimal whole = width.divide(decimal(step), 0, RoundingMode.FLOOR).multiply(decimal(step));
    if (whole.compareTo(width) != 0) {
      throw ConfigException.at(
          section.originOf("step"),
          "%s does not fit, from low=%s it leads to %s and past high=%s; allowed: whole steps from low to high"
              .formatted(step, low, decimal(low).add(whole).toPlainString(), high));
    }
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof Double real
        ? BigDecimal.valueOf(real)
        : BigDecimal.valueOf(number.longValue());
  }

  /** The last word is the distribution's own. */
  private Distribution made(Supplier<Distribution> distribution) {
    try {
      return distribution.get();
    } catch (IllegalArgumentException e) {
      throw ConfigException.at(section.origin(), String.valueOf(e.getMessage()));
    }
  }
}
