package org.hone.plugins.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/** What becomes of a gradient of 3, then another number, then zeros. */
final class Clipped {
  private Clipped() {}

  static INDArray by(Technique technique, Map<String, ?> strengths, double second) {
    List<INDArray> seen = new ArrayList<>();
    Recipe plain =
        Trial.before(
            Trial.recipe(Trial.CLASSES, new Sgd(0)),
            run -> run.gradients().assign(0).putScalar(0, 3).putScalar(1, second));
    Recipe recipe = Trial.with(technique, plain, Trial.CLASSES, strengths);
    Trial.train(Trial.after(recipe, run -> seen.add(run.gradients().dup())), Trial.CLASSES, 1);
    return seen.get(0);
  }
}
