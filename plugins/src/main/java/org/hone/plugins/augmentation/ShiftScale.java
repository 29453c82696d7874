package org.hone.plugins.augmentation;

import java.util.random.RandomGenerator;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Shifts and scalings: each image is moved and enlarged or reduced by amounts of its own. What
 * comes in at the rim is 0, the mean of the data.
 *
 * <pre>{@code
 * dx ~ U(-shift, shift) * width,  dy ~ U(-shift, shift) * height,  factor ~ U(1 - scale, 1 + scale)
 * }</pre>
 *
 * Names: {@code shift} and {@code scale}, as shares; 0.1 each in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1202.2745">Ciresan et al., CVPR 2012, on traffic signs</a>
 */
public final class ShiftScale extends ImageAugmentation {
  @Override
  public String id() {
    return "shift-scale";
  }

  @Override
  public String summary() {
    return "Moves, enlarges and reduces images at random.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Ciresan et al.",
        "Multi-column Deep Neural Networks for Image Classification",
        2012,
        "https://arxiv.org/abs/1202.2745");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("shift", FloatDistribution.of(0.01, 0.3), 0.1),
        Parameter.of("scale", FloatDistribution.of(0.01, 0.4), 0.1));
  }

  @Override
  ImageEdit edit(ParameterValues values) {
    double shift = values.number("shift");
    double scale = values.number("scale");
    return (image, random) -> moved(image, shift, scale, random);
  }

  static Image moved(Image image, double shift, double scale, RandomGenerator random) {
    double right = shift * image.width() * (2 * random.nextDouble() - 1);
    double down = shift * image.height() * (2 * random.nextDouble() - 1);
    double factor = 1 + scale * (2 * random.nextDouble() - 1);
    return Warp.shiftAndScale(right, down, factor).of(image, 0);
  }
}
