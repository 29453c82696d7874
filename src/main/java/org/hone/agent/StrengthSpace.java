package org.hone.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hone.config.ConfigException;
import org.hone.config.Setting;
import org.hone.config.TechniqueChoice;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Constraint;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.LessOrEqual;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/** A technique's own parameters as a study file wants them searched: narrowed, or fixed. */
final class StrengthSpace {
  private final SearchSpace offered;
  private final TechniqueChoice choice;
  private final Map<String, Parameter> narrowed = new LinkedHashMap<>();

  /**
   * @param offered what the technique has
   * @param choice what the study file says of it
   */
  StrengthSpace(SearchSpace offered, TechniqueChoice choice) {
    this.offered = offered;
    this.choice = choice;
  }

  /**
   * The parameters to search; those that can never be active are left out.
   *
   * @throws ConfigException if a setting names no parameter or goes beyond what the technique has
   */
  SearchSpace narrowed() {
    Set<String> names = new LinkedHashSet<>();
    offered.parameters().forEach(parameter -> names.add(parameter.name()));
    choice
        .settings()
        .forEach(
            (name, setting) -> {
              if (!names.contains(name)) {
                throw ConfigException.unknown(setting.origin(), "parameter", name, names);
              }
            });
    offered.parameters().forEach(this::narrow);
    List<Constraint> constraints =
        offered.constraints().stream().flatMap(one -> translated(one).stream()).toList();
    return new SearchSpace(List.copyOf(narrowed.values()), constraints);
  }

  private void narrow(Parameter parameter) {
    Setting setting = choice.settings().get(parameter.name());
    List<Literal> conditions = new ArrayList<>();
    for (Literal condition : parameter.conditions()) {
      Optional<Literal> possible = translated(condition);
      if (possible.isEmpty()) {
        if (setting != null) {
          throw neverActive(setting, condition);
        }
        return;
      }
      conditions.add(possible.get());
    }
    Parameter own = setting == null ? unsaid(parameter) : with(parameter, said(parameter, setting));
    narrowed.put(
        own.name(), new Parameter(own.name(), own.distribution(), own.preferred(), conditions));
  }

  private static ConfigException neverActive(Setting setting, Literal condition) {
    return ConfigException.at(
        setting.origin(),
        "means nothing with what is said of '%s'; allowed: leave one of them out"
            .formatted(condition.parameter()));
  }

  /** Where nothing is said, what is always on is as its author recommends. */
  private Parameter unsaid(Parameter parameter) {
    return choice instanceof TechniqueChoice.On && parameter.preferred().isPresent()
        ? with(parameter, single(parameter.distribution(), parameter.preferred().getAsDouble()))
        : parameter;
  }

  /** The parameter with another distribution; its default stays if it still can. */
  private static Parameter with(Parameter parameter, Distribution distribution) {
    OptionalDouble preferred = OptionalDouble.empty();
    if (parameter.preferred().isPresent()) {
      double before = parameter.preferred().getAsDouble();
      preferred = translated(before, parameter.distribution(), distribution);
    }
    return new Parameter(parameter.name(), distribution, preferred, parameter.conditions());
  }

  private static Distribution said(Parameter parameter, Setting setting) {
    Distribution whole = parameter.distribution();
    try {
      if (setting instanceof Setting.Fixed fixed) {
        return single(whole, whole.internal(fixed.value()));
      }
      if (setting instanceof Setting.Subset subset && whole instanceof CategoricalDistribution) {
        subset.values().forEach(whole::internal);
        return new CategoricalDistribution(subset.values());
      }
      if (setting instanceof Setting.Range range && !(whole instanceof CategoricalDistribution)) {
        return between(whole, whole.internal(range.low()), whole.internal(range.high()));
      }
    } catch (IllegalArgumentException e) {
      throw ConfigException.at(setting.origin(), String.valueOf(e.getMessage()));
    }
    throw ConfigException.at(
        setting.origin(), "%s is not a part of: %s".formatted(setting.written(), whole.describe()));
  }

  private static Distribution single(Distribution whole, double value) {
    return whole instanceof CategoricalDistribution
        ? CategoricalDistribution.of(whole.external(value))
        : between(whole, value, value);
  }

  private static Distribution between(Distribution whole, double low, double high) {
    if (whole instanceof IntDistribution ints) {
      return new IntDistribution((long) low, (long) high, ints.step(), ints.log());
    }
    FloatDistribution floats = (FloatDistribution) whole;
    return new FloatDistribution(low, high, floats.step(), floats.log());
  }

  private Optional<Constraint> translated(Constraint constraint) {
    if (constraint instanceof LessOrEqual) {
      return narrowed.keySet().containsAll(constraint.parameters())
          ? Optional.of(constraint)
          : Optional.empty();
    }
    AtMostOne rule = (AtMostOne) constraint;
    List<Literal> possible = new ArrayList<>();
    rule.literals().forEach(literal -> translated(literal).ifPresent(possible::add));
    return possible.size() < 2 ? Optional.empty() : Optional.of(new AtMostOne(possible));
  }

  /**
   * The literal of the narrowed parameter, whose categories have other indices; empty if it can
   * never hold.
   */
  private Optional<Literal> translated(Literal literal) {
    Parameter now = narrowed.get(literal.parameter());
    if (now == null) {
      return Optional.empty();
    }
    Distribution before = offered.parameter(literal.parameter()).distribution();
    Set<Double> values = new LinkedHashSet<>();
    literal
        .values()
        .forEach(value -> translated(value, before, now.distribution()).ifPresent(values::add));
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new Literal(literal.parameter(), values));
  }

  private static OptionalDouble translated(double value, Distribution before, Distribution now) {
    try {
      return OptionalDouble.of(now.internal(before.external(value)));
    } catch (IllegalArgumentException outside) {
      return OptionalDouble.empty();
    }
  }

  /** The narrowed parameters under {@code prefix}, existing only while the technique is on. */
  static List<Parameter> under(String prefix, SearchSpace space, Literal on) {
    return space.parameters().stream()
        .map(parameter -> parameter.prefixed(prefix))
        .map(parameter -> parameter.isConditional() ? parameter : parameter.when(on))
        .toList();
  }
}
