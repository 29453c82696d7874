package org.hone.plugins.augmentation;

import java.util.random.RandomGenerator;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Noise;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Colour jitter: brightness, contrast and colour of each image are changed by factors of their own,
 * one after the other in random order. It acts on images in the units of the data, where black is
 * 0, and keeps within the range that the batch shows.
 *
 * <pre>
 * {@code factor ~ U(1 - strength, 1 + strength),  x = factor * x + (1 - factor) * (black | mean grey | own grey)}
 * </pre>
 *
 * Names: {@code brightness}, {@code contrast} and {@code color}, the strengths; 0.5 each in the
 * paper.
 *
 * @see <a href="https://arxiv.org/abs/1312.5402">Howard 2013, section 2.2</a>
 */
public final class ColorJitter implements Technique {
  @Override
  public String id() {
    return "color-jitter";
  }

  @Override
  public Slot slot() {
    return Slot.AUGMENTATION;
  }

  @Override
  public String summary() {
    return "Changes brightness, contrast and colour of images at random.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Howard",
        "Some Improvements on Deep Convolutional Neural Network Based Image Classification",
        2013,
        "https://arxiv.org/abs/1312.5402");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfImages(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    FloatDistribution strengths = FloatDistribution.of(0, 0.9);
    SearchSpace light =
        SearchSpace.of(
            Parameter.of("brightness", strengths, 0.5), Parameter.of("contrast", strengths, 0.5));
    return Kinds.channels(task) == 1
        ? light
        : light.plus(SearchSpace.of(Parameter.of("color", strengths, 0.5)));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double[] strengths = {
      values.number("brightness"),
      values.number("contrast"),
      values.contains("color") ? values.number("color") : 0
    };
    return recipe.withFeed(
        feed ->
            feed.withRows(
                (batch, run) -> {
                  Colors colors = Colors.of(batch);
                  ImageEdit edit = (image, random) -> jittered(image, colors, strengths, random);
                  return edit.each(batch, run.random());
                }));
  }

  static Image jittered(Image image, Colors colors, double[] strengths, RandomGenerator random) {
    Image changed = image;
    for (int kind : Noise.permutation(random, strengths.length)) {
      double factor = 1 + strengths[kind] * (2 * random.nextDouble() - 1);
      changed =
          switch (kind) {
            case 0 -> colors.brightness(changed, factor);
            case 1 -> colors.contrast(changed, factor);
            default -> colors.color(changed, factor);
          };
    }
    return changed;
  }
}
