package org.hone.api.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Suitability;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;
import org.nd4j.linalg.activations.Activation;

/**
 * Keeps the contract of an engine without training anything: the score is a pure function of
 * recipe, seed and epoch. How good a recipe is in the end lies in [0, 1]; the way there is an
 * exponential curve with a little noise from the seed. It diverges above a learning rate of a
 * million.
 */
public final class FakeEngine implements TrainingEngine {
  private final ToDoubleFunction<Recipe> quality;

  /** Recipes are as good as chance has it: any two differ. */
  public FakeEngine() {
    this(FakeEngine::byChance);
  }

  /** Recipes are as good as the function says, in [0, 1]. */
  public FakeEngine(ToDoubleFunction<Recipe> quality) {
    this.quality = quality;
  }

  private static double byChance(Recipe recipe) {
    return new RandomState(text(recipe).hashCode()).nextDouble();
  }

  /** What tells recipes apart here. */
  static String text(Recipe recipe) {
    return "%d rows, %d and %d augmentations, %s, %s, %s, %d rules, %s, %d acts, %s"
        .formatted(
            recipe.feed().batchSize(),
            recipe.feed().rows().size(),
            recipe.feed().batches().size(),
            recipe.update().updater(),
            recipe.update().rateByLayer(),
            recipe.update().stages().stream().map(stage -> stage.position()).toList(),
            recipe.weights().size(),
            recipe.stopping().isPresent(),
            recipe.finish().size(),
            recipe.network().describe());
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public String device() {
    return "imagination";
  }

  @Override
  public Network generate(Architecture architecture, InputShape input, Goal goal, int outputs) {
    Suitability.require(architecture, input);
    return FakeNetwork.of(architecture, outputs);
  }

  /** Any file that holds JSON is a network of two dense layers. */
  @Override
  public Network open(Path file, InputShape input, Goal goal, int outputs) {
    try {
      if (!Files.readString(file).strip().startsWith("{")) {
        throw new IllegalArgumentException(file + ": is no network");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("%s: cannot be read (%s)".formatted(file, e), e);
    }
    Architecture plan = new Architecture.Mlp(List.of(4, 4), Activation.RELU);
    return FakeNetwork.own(plan, outputs);
  }

  @Override
  public TrainingResult train(Recipe recipe, Task task, Terms terms) {
    return new FakeTraining(recipe, task, terms, quality.applyAsDouble(recipe)).train();
  }
}
