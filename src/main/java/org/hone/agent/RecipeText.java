package org.hone.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.RuleUpdater;
import org.hone.config.TrainingSettings;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.nd4j.linalg.learning.config.IUpdater;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A recipe as people read it: YAML with its techniques, how it is trained, and the network that
 * follows.
 */
final class RecipeText {
  private RecipeText() {}

  /**
   * @param recipe empty if the techniques fail to make one
   */
  static String of(
      Map<String, Map<String, Object>> techniques,
      TrainingSettings training,
      Optional<Recipe> recipe) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("techniques", techniques);
    recipe.ifPresent(
        made -> {
          text.put("training", training(training, made));
          text.put("network", List.of(made.network().describe().split("\n")));
        });
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    return new Yaml(new Plainly(options), options).dump(text);
  }

  private static Map<String, Object> training(TrainingSettings training, Recipe recipe) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("epochs", training.epochs());
    text.put("batch-size", recipe.feed().batchSize());
    IUpdater updater = recipe.update().updater();
    if (updater.hasLearningRate()) {
      text.put("learning-rate", updater.getLearningRate(0, 0));
    }
    // one with a rule of its own is a technique, and named above
    if (!(updater instanceof RuleUpdater)) {
      text.put("optimizer", updater.getClass().getSimpleName());
    }
    return text;
  }

  /** The choice of nothing is YAML's null. */
  private static final class Plainly extends Representer {
    Plainly(DumperOptions options) {
      super(options);
      representers.put(Nothing.class, nothing -> representScalar(Tag.NULL, nothing.toString()));
    }
  }
}
