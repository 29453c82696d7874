package org.hone.plugins.augmentation;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Horizontal flips: some images are mirrored, left to right. For images that stay what they are
 * when mirrored: not for digits or letters.
 *
 * <p>Name: {@code probability} of each image, 1/2 in the paper.
 *
 * @see <a
 *     href="https://papers.nips.cc/paper_files/paper/2012/hash/c399862d3b9d6b76c8436e924a68c45b-Abstract.html">Krizhevsky
 *     et al., NeurIPS 2012, section 4.1</a>
 */
public final class Flip extends ImageAugmentation {
  @Override
  public String id() {
    return "flip";
  }

  @Override
  public String summary() {
    return "Mirrors some images while training.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Krizhevsky et al.",
        "ImageNet Classification with Deep Convolutional Neural Networks",
        2012,
        "https://papers.nips.cc/paper_files/paper/2012/hash/c399862d3b9d6b76c8436e924a68c45b-Abstract.html");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("probability", FloatDistribution.of(0.1, 0.9), 0.5));
  }

  @Override
  ImageEdit edit(ParameterValues values) {
    double probability = values.number("probability");
    return (image, random) -> random.nextDouble() < probability ? mirrored(image) : image;
  }

  static Image mirrored(Image image) {
    return image.redrawn(
        (channel, row, column) -> image.at(channel, row, image.width() - 1 - column));
  }
}
