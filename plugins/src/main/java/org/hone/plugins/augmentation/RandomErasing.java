package org.hone.plugins.augmentation;

import java.util.random.RandomGenerator;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Random erasing: in some images a rectangle of random place, size and proportions is filled with
 * noise of the data's own mean and deviation.
 *
 * <pre>{@code
 * S_e ~ U(s_l, s_h) * S,  r_e ~ U(r_1, 1 / r_1),  H_e = sqrt(S_e * r_e),  W_e = sqrt(S_e / r_e)
 * }</pre>
 *
 * Names: {@code probability} = p, 0.5 in the paper; {@code area} = s_h, 0.4 there; s_l is 0.02 and
 * r_1 is 0.3.
 *
 * @see <a href="https://arxiv.org/abs/1708.04896">Zhong et al., AAAI 2020, Algorithm 1</a>
 */
public final class RandomErasing extends ImageAugmentation {
  private static final double LEAST_AREA = 0.02;
  private static final double LEAST_ASPECT = 0.3;
  private static final int ATTEMPTS = 100;

  @Override
  public String id() {
    return "random-erasing";
  }

  @Override
  public String summary() {
    return "Fills rectangles of some images with noise.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zhong et al.",
        "Random Erasing Data Augmentation",
        2020,
        "https://arxiv.org/abs/1708.04896");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("probability", FloatDistribution.of(0.1, 1), 0.5),
        Parameter.of("area", FloatDistribution.of(0.05, 0.6), 0.4));
  }

  @Override
  ImageEdit edit(ParameterValues values) {
    double probability = values.number("probability");
    double area = values.number("area");
    return (image, random) ->
        random.nextDouble() < probability ? erased(image, area, random) : image;
  }

  static Image erased(Image image, double area, RandomGenerator random) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double size = random.nextDouble(LEAST_AREA, area) * image.height() * image.width();
      double aspect = random.nextDouble(LEAST_ASPECT, 1 / LEAST_ASPECT);
      int height = (int) Math.round(Math.sqrt(size * aspect));
      int width = (int) Math.round(Math.sqrt(size / aspect));
      if (height > 0 && width > 0 && height <= image.height() && width <= image.width()) {
        int top = random.nextInt(image.height() - height + 1);
        int left = random.nextInt(image.width() - width + 1);
        return image.redrawn(
            (channel, row, column) ->
                row >= top && row < top + height && column >= left && column < left + width
                    ? (float) random.nextGaussian()
                    : image.at(channel, row, column));
      }
    }
    return image;
  }
}
