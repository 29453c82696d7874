package org.hone.plugins.augmentation;

import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * RandAugment: each image goes through some operations, drawn anew with the same chance each, all
 * of one magnitude. The fourteen operations are those of the paper. They act on images in the units
 * of the data; what comes in at the rim is the image's mean, and where an operation counts in
 * levels, there are 256 of them from the darkest to the brightest number of the batch.
 *
 * <p>Names: {@code operations} = N, 2 in the paper; {@code magnitude} = M of 10, 9 there. At 10 an
 * image is turned by 30 degrees, sheared by 0.3, shifted by 150/331 of its side, and its colour,
 * contrast, brightness or sharpness is changed by a factor of 1 +- 0.9, each in a direction drawn
 * at random; pixels from level 0 on are inverted (solarize), and four of eight bits are left
 * (posterize). Stretching and equalizing its levels knows no magnitude.
 *
 * @see <a href="https://arxiv.org/abs/1909.13719">Cubuk et al., NeurIPS 2020; the ranges are those
 *     of AutoAugment, arXiv 1805.09501, Table 6</a>
 */
public final class RandAugment implements Technique {
  private static final double SHIFT = 150.0 / 331;

  static final List<Operation> OPERATIONS =
      List.of(
          (image, colors, strength) -> image,
          (image, colors, strength) -> colors.levels().stretched(image),
          (image, colors, strength) -> colors.levels().equalized(image),
          warp((image, strength) -> Warp.rotation(30 * strength)),
          (image, colors, strength) ->
              colors.levels().solarized(image, 256 * (1 - Math.abs(strength))),
          (image, colors, strength) -> colors.color(image, 1 + 0.9 * strength),
          (image, colors, strength) ->
              colors.levels().posterized(image, 8 - (int) Math.round(4 * Math.abs(strength))),
          (image, colors, strength) -> colors.contrast(image, 1 + 0.9 * strength),
          (image, colors, strength) -> colors.brightness(image, 1 + 0.9 * strength),
          (image, colors, strength) -> colors.sharpness(image, 1 + 0.9 * strength),
          warp((image, strength) -> Warp.shear(0.3 * strength, 0)),
          warp((image, strength) -> Warp.shear(0, 0.3 * strength)),
          warp((image, strength) -> Warp.shiftAndScale(SHIFT * strength * image.width(), 0, 1)),
          warp((image, strength) -> Warp.shiftAndScale(0, SHIFT * strength * image.height(), 1)));

  @Override
  public String id() {
    return "rand-augment";
  }

  @Override
  public Slot slot() {
    return Slot.AUGMENTATION;
  }

  @Override
  public String summary() {
    return "Changes each image by some operations of one magnitude.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Cubuk et al.",
        "RandAugment: Practical Automated Data Augmentation with a Reduced Search Space",
        2020,
        "https://arxiv.org/abs/1909.13719");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfImages(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("operations", IntDistribution.of(1, 3), 2),
        Parameter.of("magnitude", FloatDistribution.of(1, 10), 9));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    int operations = values.integer("operations");
    double magnitude = values.number("magnitude");
    return recipe.withFeed(
        feed ->
            feed.withRows(
                (batch, run) -> {
                  Colors colors = Colors.of(batch);
                  ImageEdit edit =
                      (image, random) -> changed(image, colors, operations, magnitude, random);
                  return edit.each(batch, run.random());
                }));
  }

  static Image changed(
      Image image, Colors colors, int operations, double magnitude, RandomGenerator random) {
    Image changed = image;
    for (int i = 0; i < operations; i++) {
      double strength = (random.nextBoolean() ? magnitude : -magnitude) / 10;
      Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
      changed = operation.apply(changed, colors, strength);
    }
    return changed;
  }

  /** One of those to draw from, at a strength from -1 to 1. */
  @FunctionalInterface
  interface Operation {
    Image apply(Image image, Colors colors, double strength);
  }

  private static Operation warp(BiFunction<Image, Double, Warp> warp) {
    return (image, colors, strength) -> warp.apply(image, strength).of(image, image.mean());
  }
}
