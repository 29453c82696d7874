package org.hone.cli;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hone.api.recipe.Architecture;
import org.hone.api.technique.Need;
import org.hone.api.technique.Specimens;
import org.hone.api.technique.Technique;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.nd4j.linalg.activations.Activation;

/**
 * A small task of each kind, images with residual blocks too, with whatever artifacts a technique
 * needs.
 */
final class SampleTasks {
  private static final Architecture RESIDUAL =
      new Architecture.ResidualCnn(List.of(4, 4), Activation.RELU);

  private final TrainingEngine engine;
  private final Specimens specimens;
  private final Map<Set<Need>, List<Task>> byNeeds = new HashMap<>();

  SampleTasks(TrainingEngine engine) {
    this.engine = engine;
    specimens = new Specimens(engine);
  }

  List<Task> of(Technique technique) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    needs.addAll(technique.needs());
    return byNeeds.computeIfAbsent(needs, this::tasks);
  }

  private List<Task> tasks(Set<Need> needs) {
    List<Task> plain = specimens.tasks(needs);
    Stream<Task> residual =
        plain.stream()
            .filter(task -> task.input().kind() == InputShape.Kind.IMAGE)
            .map(
                task ->
                    task.withNetwork(
                        engine.generate(RESIDUAL, task.input(), task.goal(), task.outputs())));
    return Stream.concat(plain.stream(), residual).toList();
  }
}
