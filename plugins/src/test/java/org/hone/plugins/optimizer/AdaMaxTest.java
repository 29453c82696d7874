package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class AdaMaxTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new AdaMax();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.01));
    INDArray m = steps.zeros();
    INDArray u = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      m = m.mul(0.9).add(g.mul(0.1));
      u = Transforms.max(u.mul(0.999), Transforms.abs(g));
      INDArray step = m.div(u.add(1e-30)).mul(0.01 / (1 - Math.pow(0.9, t)));
      assertThat(steps.error(t, step)).isLessThan(1e-5);
    }
  }
}
