package org.hone.api.technique;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Decision;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Says whether a technique keeps the contract, by trying it on small tasks of each kind: tables to classify and to
 * regress, images to classify.
 */
public final class TechniqueChecker {
  private static final int RANDOM_POINTS = 2;
  private static final int EPOCHS = 2;

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
    findings.add(rule("it cites its source", () -> none(technique.source())));
    findings.add(rule("it does not conflict with itself", () -> conflictProblem(technique)));
    List<Task> tasks = new Specimens(engine).tasks();
    findings.add(rule("it applies to some task", () -> applicabilityProblem(technique, tasks)));
    for (Task task : tasks) {
      if (holds(() -> technique.appliesTo(task))) {
        String where = " (%s, %s)".formatted(task.goal(), task.input().kind());
        findings.add(
            rule("every parameter has a default" + where, () -> defaultProblem(technique, task)));
        findings.add(rule("apply is pure" + where, () -> purityProblem(technique, task)));
        findings.add(
            rule("it trains at any strength" + where, () -> trainingProblem(technique, task)));
        findings.add(
            rule(
                "the same seed gives the same result" + where,
                () -> repetitionProblem(technique, task)));
      }
    }
    return findings;
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

  private static boolean holds(Supplier<Boolean> condition) {
    try {
      return condition.get();
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  private static String none(Object seen) {
    return String.valueOf(seen).isBlank() ? "it is empty" : "";
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

  private static String applicabilityProblem(Technique technique, List<Task> tasks) {
    List<Boolean> answers = tasks.stream().map(technique::appliesTo).toList();
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

  private String trainingProblem(Technique technique, Task task) {
    for (ParameterValues values : points(technique.parameters(task))) {
      TrainingResult result = train(technique, task, values);
      if (result.score().isEmpty() || !Double.isFinite(result.score().getAsDouble())) {
        return "with %s the training ended %s: %s"
            .formatted(values.external(), result.status(), result.reason().orElse("no finite score"));
      }
    }
    return "";
  }

  private String repetitionProblem(Technique technique, Task task) {
    ParameterValues values = technique.parameters(task).defaults();
    double first = train(technique, task, values).score().orElse(Double.NaN);
    double second = train(technique, task, values).score().orElse(Double.NaN);
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

  private static ParameterValues at(SearchSpace space, Supplier<Double> unit) {
    return space.choose((parameter, allowed) -> parameter.distribution().fromUnit(unit.get()));
  }

  private TrainingResult train(Technique technique, Task task, ParameterValues values) {
    return engine.train(technique.apply(Specimens.baseline(task), values), task, new ShortTerms());
  }

  private record ShortTerms() implements Terms {
    @Override
    public long seed() {
      return 1;
    }

    @Override
    public int epochs() {
      return EPOCHS;
    }

    @Override
    public Decision report(int epoch, double score, Map<String, Double> readings) {
      return Decision.CONTINUE;
    }
  }
}
