package org.hone.api.technique;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Specimens.Specimen;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Says whether a technique keeps the contract, by trying it on small tasks of each kind: tables,
 * images, sequences and texts, to classify and to regress.
 */
public final class TechniqueChecker {
  private static final int RANDOM_POINTS = 2;
  private static final int PLACES = 16;

  private final TrainingEngine engine;

  /**
   * One rule and whether it holds.
   *
   * @param detail what was seen, when it does not hold
   */
  public record Finding(String rule, boolean holds, String detail) {}

  public TechniqueChecker(TrainingEngine engine) {
    this.engine = engine;
  }

  /** Every rule with its outcome; an exception of the technique is a rule that does not hold. */
  public List<Finding> check(Technique technique) {
    List<Finding> findings = new ArrayList<>();
    findings.add(rule("its id is kebab-case", () -> idProblem(technique.id())));
    findings.add(
        rule("it says in a sentence what it does", () -> sentenceProblem(technique.summary())));
    findings.add(rule("it cites its source", () -> citationProblem(technique.source())));
    findings.add(rule("it does not conflict with itself", () -> conflictProblem(technique)));
    findings.add(rule("it says what it needs", () -> needsProblem(technique.needs())));
    List<Specimen> specimens =
        new Specimens(engine).offering(safely(() -> Set.copyOf(technique.needs()), Set.<Need>of()));
    findings.add(rule("it applies to some task", () -> applicabilityProblem(technique, specimens)));
    specimens.stream()
        .filter(specimen -> safely(() -> technique.appliesTo(specimen.task()), false))
        .forEach(specimen -> findings.addAll(check(technique, specimen)));
    return findings;
  }

  private List<Finding> check(Technique technique, Specimen specimen) {
    Task task = specimen.task();
    String where = " (%s, %s)".formatted(word(task.goal()), word(task.input().kind()));
    return List.of(
        rule("every parameter has a default" + where, () -> defaultProblem(technique, task)),
        rule("apply is pure" + where, () -> purityProblem(technique, task)),
        rule("it trains at any strength" + where, () -> trainingProblem(technique, specimen)),
        rule(
            "the same seed gives the same result" + where,
            () -> repetitionProblem(technique, specimen)));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A rule whose check returns what is wrong, or an empty text. */
  private static Finding rule(String name, Supplier<String> check) {
    try {
      String problem = check.get();
      return new Finding(name, problem.isEmpty(), problem);
    } catch (RuntimeException | LinkageError e) {
      return new Finding(name, false, "it threw " + e);
    }
  }

  private static <T> T safely(Supplier<T> answer, T otherwise) {
    try {
      return answer.get();
    } catch (RuntimeException | LinkageError e) {
      return otherwise;
    }
  }

  private static String citationProblem(Citation source) {
    return source.text().isBlank() ? "it is empty" : "";
  }

  private static String needsProblem(Set<Need> needs) {
    return EnumSet.allOf(Need.class).containsAll(needs) ? "" : "it needs %s".formatted(needs);
  }

  private static String idProblem(String id) {
    return Techniques.isKebabCase(id) ? "" : "the id is '%s'".formatted(id);
  }

  private static String sentenceProblem(String summary) {
    boolean sentence = summary.length() > 10 && summary.endsWith(".");
    return sentence ? "" : "the summary is '%s'".formatted(summary);
  }

  private static String conflictProblem(Technique technique) {
    boolean self =
        technique.conflictsWith().contains(technique.id())
            || technique.conflictsWith().contains(technique.slot().id());
    return self ? "it names itself or its own slot" : "";
  }

  private static String applicabilityProblem(Technique technique, List<Specimen> specimens) {
    List<Boolean> answers =
        specimens.stream().map(Specimen::task).map(technique::appliesTo).toList();
    return answers.contains(true) ? "" : "it applies to none";
  }

  private static String defaultProblem(Technique technique, Task task) {
    for (Parameter parameter : technique.parameters(task).parameters()) {
      if (parameter.preferred().isEmpty()) {
        return "'%s' has none".formatted(parameter.name());
      }
      if (!Techniques.isKebabCase(parameter.name())) {
        return "the name '%s' is not kebab-case".formatted(parameter.name());
      }
    }
    return technique.parameters(task).equals(technique.parameters(task))
        ? ""
        : "parameters() differs from call to call";
  }

  private static String purityProblem(Technique technique, Task task) {
    Recipe recipe = Specimens.baseline(task);
    String before = recipe.toString() + recipe.network().describe();
    ParameterValues values = technique.parameters(task).defaults();
    String once = technique.apply(recipe, values).network().describe();
    String twice = technique.apply(recipe, values).network().describe();
    if (!before.equals(recipe.toString() + recipe.network().describe())) {
      return "the given recipe changed";
    }
    return once.equals(twice) ? "" : "the second call gives another network";
  }

  private String trainingProblem(Technique technique, Specimen specimen) {
    for (ParameterValues values : points(technique.parameters(specimen.task()))) {
      TrainingResult result = train(technique, specimen, values);
      if (result.score().isEmpty() || !Double.isFinite(result.score().getAsDouble())) {
        return "with %s the training ended %s: %s"
            .formatted(
                values.external(), result.status(), result.reason().orElse("no finite score"));
      }
    }
    return "";
  }

  private String repetitionProblem(Technique technique, Specimen specimen) {
    ParameterValues values = technique.parameters(specimen.task()).defaults();
    double first = train(technique, specimen, values).score().orElse(Double.NaN);
    double second = train(technique, specimen, values).score().orElse(Double.NaN);
    return Double.compare(first, second) == 0
        ? ""
        : "the scores are %s and %s".formatted(first, second);
  }

  /** The defaults, the two ends of all ranges at once, and a few points between. */
  private static List<ParameterValues> points(SearchSpace space) {
    List<ParameterValues> points = new ArrayList<>();
    points.add(space.defaults());
    points.add(at(space, () -> 0.0));
    points.add(at(space, () -> 1.0));
    RandomState random = new RandomState(1);
    for (int i = 0; i < RANDOM_POINTS; i++) {
      points.add(at(space, random::nextDouble));
    }
    return points.stream().distinct().toList();
  }

  /** A point there; where a constraint forbids that, at the first of some evenly spaced places. */
  private static ParameterValues at(SearchSpace space, Supplier<Double> unit) {
    return space.choose(
        (parameter, allowed) ->
            DoubleStream.concat(
                    DoubleStream.of(unit.get()),
                    IntStream.rangeClosed(0, PLACES).mapToDouble(i -> (double) i / PLACES))
                .map(parameter.distribution()::fromUnit)
                .filter(allowed)
                .findFirst()
                .orElse(parameter.distribution().fromUnit(0)));
  }

  private TrainingResult train(Technique technique, Specimen specimen, ParameterValues values) {
    Recipe recipe = technique.apply(Specimens.baseline(specimen.task()), values);
    return engine.train(recipe, specimen.task(), specimen.terms());
  }
}
