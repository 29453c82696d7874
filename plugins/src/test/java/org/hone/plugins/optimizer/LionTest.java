package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class LionTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Lion();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.01));
    INDArray m = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      INDArray step = Transforms.sign(m.mul(0.9).add(g.mul(0.1))).mul(0.01);
      m = m.mul(0.99).add(g.mul(0.01));
      assertThat(steps.error(t, step)).isLessThan(1e-6);
    }
  }
}
