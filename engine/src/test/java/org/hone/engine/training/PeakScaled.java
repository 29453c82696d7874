package org.hone.engine.training;

import java.util.List;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;

/**
 * A rule of an author's own: momentum over the largest gradient so far; two memories that do not
 * begin at zero.
 */
record PeakScaled(double mu) implements StepRule {

  static RuleUpdater at(double rate) {
    return new RuleUpdater(new PeakScaled(0.9), rate);
  }

  @Override
  public List<String> memories() {
    return List.of("v", "peak");
  }

  @Override
  public double beginning() {
    return 0.01;
  }

  @Override
  public void step(Stretch weights, Step now) {
    float[] g = weights.gradient();
    float[] v = weights.memory("v");
    float[] peak = weights.memory("peak");
    float momentum = (float) now.momentumOr(mu);
    float rate = (float) (now.rate() / now.t());
    for (int i = weights.from(); i < weights.to(); i++) {
      v[i] = momentum * v[i] + g[i];
      peak[i] = Math.max(peak[i], Math.abs(g[i]));
      g[i] = rate * v[i] / peak[i];
    }
  }
}
