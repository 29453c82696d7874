package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class AdaGradTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new AdaGrad();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.1));
    INDArray s = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      s = s.add(g.mul(g));
      INDArray step = g.div(Transforms.sqrt(s).add(1e-7)).mul(0.1);
      assertThat(steps.error(t, step)).isLessThan(1e-5);
    }
  }
}
