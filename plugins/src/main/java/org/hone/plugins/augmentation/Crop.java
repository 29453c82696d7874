package org.hone.plugins.augmentation;

import java.util.random.RandomGenerator;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Random crops: each image gets a rim of zeros, the mean of the data, and a part of the old size is
 * cut out of it anywhere.
 *
 * <p>Name: {@code padding}, the rim on each side as a share of height or width; 4 of 32 pixels in
 * the paper.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al., CVPR 2016, section 4.2</a>
 */
public final class Crop extends ImageAugmentation {
  @Override
  public String id() {
    return "crop";
  }

  @Override
  public String summary() {
    return "Cuts images out of padded ones at random places.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "He et al.",
        "Deep Residual Learning for Image Recognition",
        2016,
        "https://arxiv.org/abs/1512.03385");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("padding", FloatDistribution.of(0.03, 0.3), 0.125));
  }

  @Override
  ImageEdit edit(ParameterValues values) {
    double padding = values.number("padding");
    return (image, random) -> cropped(image, padding, random);
  }

  static Image cropped(Image image, double padding, RandomGenerator random) {
    int down = offset(image.height(), padding, random);
    int right = offset(image.width(), padding, random);
    return image.redrawn(
        (channel, row, column) -> image.at(channel, row + down, column + right, 0));
  }

  /** From one end of the rim to the other; the rim is rounded up to whole pixels. */
  private static int offset(int size, double padding, RandomGenerator random) {
    int rim = (int) Math.ceil(padding * size);
    return random.nextInt(2 * rim + 1) - rim;
  }
}
