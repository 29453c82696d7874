package org.hone.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hone.api.technique.Need;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.hone.config.ConfigException;
import org.hone.config.Origin;
import org.hone.config.Part;
import org.hone.config.StudyFile;
import org.hone.config.TeacherSettings;
import org.hone.engine.data.Prepared;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.Provenance;

/**
 * A study before it begins: what is to be learnt, and what is searched.
 *
 * @param task what is learnt from what, one line per fact
 */
public record TuningPlan(StudyFile file, TaskSource source, Assembly assembly, List<String> task) {
  private static final String ONE_OBJECTIVE = "cma-es";

  public TuningPlan {
    task = List.copyOf(task);
  }

  /**
   * Reads the data and assembles the space.
   *
   * @throws RuntimeException with a message for the user if file, data and techniques do not fit
   *     together
   */
  public static TuningPlan of(StudyFile file, TrainingEngine engine, Techniques techniques) {
    return of(file, engine, techniques, Optional.empty());
  }

  /**
   * Assembles the space; reads the data only if a split is not among those that are shared.
   *
   * @throws RuntimeException with a message for the user if file, data and techniques do not fit
   *     together
   */
  public static TuningPlan of(
      StudyFile file, TrainingEngine engine, Techniques techniques, Optional<SharedSplits> shared) {
    Part test = file.data().parts().test();
    if (test.share() == 0 && test.file().isEmpty()) {
      throw ConfigException.at(
          Origin.ofKey("data.test"),
          "0 leaves no rows to compare baseline and best on; allowed: more than 0, or a file");
    }
    TaskSource source = new TaskSource(file, engine, shared);
    if (source.objectives().size() > 1 && file.study().sampler().equals(ONE_OBJECTIVE)) {
      throw ConfigException.at(
          Origin.ofKey("study.sampler"),
          "'%s' searches for one objective, but there are several; allowed: any other, such as auto"
              .formatted(ONE_OBJECTIVE));
    }
    Prepared split = source.split(new Seeds(file.study().seed()).development());
    file.teacher()
        .map(TeacherSettings::files)
        .ifPresent(models -> TeacherModel.requireFit(models, engine, source, split));
    Task learnt = source.task(split, false);
    Answering answering = Answering.among(techniques, file.techniques(), learnt);
    Assembly assembly =
        new Assembler(answering.techniques(), learnt, brought(file), afterwards(file))
            .assemble(file.techniques());
    List<String> lines = new ArrayList<>(source.describe(split));
    answering.leftOut().forEach(reason -> lines.add("note: left out: " + reason));
    return new TuningPlan(file, source, assembly, lines);
  }

  private static Set<Need> brought(StudyFile file) {
    boolean teacher = file.teacher().filter(one -> one.generations() == 0).isPresent();
    return teacher ? Set.of(Need.TEACHER) : Set.of();
  }

  private static Set<String> afterwards(StudyFile file) {
    boolean again = file.teacher().filter(one -> one.generations() > 0).isPresent();
    return again ? Set.of(BornAgainPhase.TECHNIQUE) : Set.of();
  }

  /** How often the best recipe of the search learns from itself afterwards. */
  int generations() {
    return file.teacher().map(TeacherSettings::generations).orElse(0);
  }

  /** The parameters of the space that the search leaves alone, with their values. */
  Map<String, Object> held() {
    return generations() == 0
        ? Map.of()
        : assembly
            .catalogue()
            .find(BornAgainPhase.TECHNIQUE)
            .map(entry -> entry.on().parameter())
            .map(slot -> Map.of(slot, external(assembly.baseline(), slot)))
            .orElse(Map.of());
  }

  /** The parameters that are used after the search, and by nobody before. */
  List<Parameter> usedAfterwards() {
    Map<String, Object> held = held();
    Set<String> names =
        assembly.catalogue().techniques().stream()
            .filter(entry -> held.containsKey(entry.on().parameter()))
            .flatMap(entry -> entry.parameters().stream())
            .collect(Collectors.toSet());
    names.addAll(held.keySet());
    return assembly.space().parameters().stream()
        .filter(parameter -> names.contains(parameter.name()))
        .toList();
  }

  private static Object external(ParameterValues point, String name) {
    return point.distribution(name).external(point.raw(name));
  }

  /** A look at each technique alone, of those that the search is about. */
  List<ParameterValues> screening() {
    return assembly.screening().stream()
        .filter(point -> generations() == 0 || !assembly.isTaught(point))
        .toList();
  }

  /** What the study is about, and what in its data should be looked at, for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(task);
    source.dataset().warnings().forEach(warning -> lines.add("note: " + warning));
    return lines;
  }

  /** The budget of the search: one trial says it all where there is nothing to search. */
  int trials() {
    return assembly.isFixed() ? 1 : file.study().trials();
  }

  Seeds seeds() {
    return new Seeds(file.study().seed());
  }

  /** The recipe of a point, as people read it. */
  String recipeText(ParameterValues point) {
    return RecipeText.of(
        assembly.strengths(point),
        file.training(),
        Optional.of(assembly.recipe(source.baseline(), point)));
  }

  /**
   * How a trial comes about, as far as it is known before it begins. The recipe is told by whoever
   * runs it: applying techniques, which can do anything, is a part of the trial.
   */
  Provenance provenance(TrialRunner runner, ParameterValues point, long seed, Teachers teachers) {
    Map<String, String> versions = new LinkedHashMap<>();
    for (Catalogue.Entry entry : assembly.catalogue().techniques()) {
      versions.put(entry.id(), entry.version());
    }
    return new Provenance(
        seed,
        file.sha256(),
        RecipeText.of(assembly.strengths(point), file.training(), Optional.empty()),
        versions,
        runner.engine(),
        runner.device(),
        artifacts(teachers));
  }

  /** The hashes of what was there before the first trial. */
  private Map<String, String> artifacts(Teachers teachers) {
    Map<String, String> artifacts = new LinkedHashMap<>();
    artifacts.put("data", source.dataHash());
    file.network().files().forEach((what, file) -> artifacts.put(what, file.sha256()));
    artifacts.putAll(teachers.hashes());
    return artifacts;
  }
}
