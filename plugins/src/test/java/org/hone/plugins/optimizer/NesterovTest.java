package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class NesterovTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Nesterov();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.1, "momentum", 0.8));
    INDArray v = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      INDArray before = v;
      v = v.mul(0.8).sub(g.mul(0.1));
      INDArray step = before.mul(0.8).sub(v.mul(1.8));
      assertThat(steps.error(t, step)).isLessThan(1e-6);
    }
  }
}
