package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class RmsPropTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new RmsProp();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.01, "decay", 0.8));
    INDArray s = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      s = s.mul(0.8).add(g.mul(g).mul(0.2));
      // Deeplearning4j lets the mean begin at eps and not at zero
      INDArray begun = s.add(1e-8 * Math.pow(0.8, t));
      INDArray step = g.div(Transforms.sqrt(begun).add(1e-8)).mul(0.01);
      assertThat(steps.error(t, step)).isLessThan(1e-4);
    }
  }
}
