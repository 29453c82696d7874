package org.hone.plugins.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ClipByValueTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ClipByValue();
  }

  @Test
  void eachElementIsHeldWithinTheLimit() {
    INDArray gradient = Clipped.by(technique(), Map.of("limit", 2.5), -4);
    assertThat(gradient.getDouble(0)).isEqualTo(2.5, within(1e-6));
    assertThat(gradient.getDouble(1)).isEqualTo(-2.5, within(1e-6));
    assertThat(gradient.getDouble(2)).isZero();
    assertThat(Clipped.by(technique(), Map.of("limit", 3.5), -3).getDouble(0)).isEqualTo(3);
  }
}
