package org.hone.plugins.augmentation;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Rotations: each image is turned about its centre by an angle of its own. What comes in at the
 * corners is 0, the mean of the data.
 *
 * <pre>{@code angle ~ U(-degrees, degrees)}</pre>
 *
 * Name: {@code degrees}, beta in the paper, 15 there.
 *
 * @see <a href="https://arxiv.org/abs/1003.0358">Ciresan et al., Neural Computation 2010, section
 *     3</a>
 */
public final class Rotation extends ImageAugmentation {
  @Override
  public String id() {
    return "rotation";
  }

  @Override
  public String summary() {
    return "Turns images by small random angles.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Ciresan et al.",
        "Deep, Big, Simple Neural Nets for Handwritten Digit Recognition",
        2010,
        "https://arxiv.org/abs/1003.0358");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("degrees", FloatDistribution.of(1, 45), 15));
  }

  @Override
  ImageEdit edit(ParameterValues values) {
    double degrees = values.number("degrees");
    return (image, random) -> Warp.rotation(random.nextDouble(-degrees, degrees)).of(image, 0);
  }
}
