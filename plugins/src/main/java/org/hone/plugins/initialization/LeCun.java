package org.hone.plugins.initialization;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;

/**
 * LeCun initialization: sums of standardised inputs have variance one.
 *
 * <pre>{@code W ~ N(0, 1 / inputs)}</pre>
 *
 * Name in the paper: inputs = m, the fan-in.
 *
 * @see <a href="https://doi.org/10.1007/3-540-49430-8_2">LeCun et al. 1998, section 4.6</a>
 */
public final class LeCun extends Initialization {
  @Override
  public String id() {
    return "lecun";
  }

  @Override
  public String summary() {
    return "Draws first weights so that sums of standardised inputs have variance one.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "LeCun et al.", "Efficient BackProp", 1998, "https://doi.org/10.1007/3-540-49430-8_2");
  }

  @Override
  IWeightInit weights(ParameterValues values) {
    return WeightInit.LECUN_NORMAL.getWeightInitFunction();
  }
}
