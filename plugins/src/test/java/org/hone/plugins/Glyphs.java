package org.hone.plugins;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.RandomState;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Two faint letters to be told apart. While training, something else than the letter tells them
 * apart as well, and more easily; when it counts, it does not. Judged by the share of wrong
 * answers.
 */
public final class Glyphs {
  private static final int SIDE = 10;
  private static final int GLYPH = 5;
  private static final double FAINT = 0.8;
  private static final double NOISE = 0.2;
  private static final List<String> LETTERS =
      List.of(
          "11111" + "10000" + "11110" + "10000" + "10000",
          "00010" + "00010" + "00010" + "10010" + "01110");

  private Glyphs() {}

  /**
   * How an image shows its letter.
   *
   * @param angle in degrees
   * @param light what its pixels are multiplied by
   * @param leftSpot how bright a spot on the left is, beside the first letter only
   * @param rightSpot the same on the right
   */
  public record View(
      boolean mirrored,
      double angle,
      double scale,
      int right,
      double light,
      double leftSpot,
      double rightSpot) {
    static final View PLAIN = new View(false, 0, 1, 0, 1, 0, 0);

    double spot(int x) {
      return x < 2 ? leftSpot : x >= SIDE - 2 ? rightSpot : 0;
    }

    public static View mirrored(boolean mirrored) {
      return new View(mirrored, 0, 1, 0, 1, 0, 0);
    }

    public static View turned(double degrees) {
      return new View(false, degrees, 1, 0, 1, 0, 0);
    }

    public static View scaled(double scale) {
      return new View(false, 0, scale, 0, 1, 0, 0);
    }

    public static View shifted(int right) {
      return new View(false, 0, 1, right, 1, 0, 0);
    }

    public static View lit(double light) {
      return new View(false, 0, 1, 0, light, 0, 0);
    }

    public static View spotted(double left, double right) {
      return new View(false, 0, 1, 0, 1, left, right);
    }
  }

  /** The first letter in one view and the second in the other; when it counts, both in either. */
  public static Planted misledBy(View first, View second) {
    return misledBy(first, second, new Architecture.Mlp(List.of(32), Activation.RELU));
  }

  /** The same for another network than one that takes images pixel by pixel. */
  public static Planted misledBy(View first, View second, Architecture plan) {
    return planted(
        plan,
        (letter, random) -> letter == 0 ? first : second,
        (letter, random) -> random.nextBoolean() ? first : second);
  }

  /** All letters in one view; when it counts, in another. */
  public static Planted thenAs(View training, View validation) {
    return planted(
        new Architecture.Mlp(List.of(32), Activation.RELU),
        (letter, random) -> training,
        (letter, random) -> validation);
  }

  /** The view of an image of a letter. */
  @FunctionalInterface
  private interface Viewer {
    View of(int letter, RandomGenerator random);
  }

  private static Planted planted(Architecture plan, Viewer training, Viewer validation) {
    return Planted.of(
        Planted.task(
            Goal.CLASSIFICATION,
            InputShape.image(SIDE, SIDE, 1),
            plan,
            examples(120, training, 1),
            examples(300, validation, 2)),
        20,
        new Adam(1e-2),
        60);
  }

  private static Examples examples(int rows, Viewer viewer, long seed) {
    RandomState random = new RandomState(seed);
    INDArray features = Nd4j.zeros(rows, 1, SIDE, SIDE);
    INDArray labels = Nd4j.zeros(rows, LETTERS.size());
    for (int row = 0; row < rows; row++) {
      int letter = row % LETTERS.size();
      View view = viewer.of(letter, random);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          double ink = ink(LETTERS.get(letter), view, y, x);
          double spot = letter == 0 && y >= 3 && y < 7 ? view.spot(x) : 0;
          double pixel = view.light() * (1 + FAINT * ink) + spot;
          features.putScalar(new int[] {row, 0, y, x}, pixel + NOISE * random.nextGaussian());
        }
      }
      labels.putScalar(row, letter, 1);
    }
    return Examples.of(features, labels);
  }

  /** What of the letter lies at a place of the image. */
  private static double ink(String letter, View view, int y, int x) {
    double centre = (SIDE - 1) / 2.0;
    double angle = Math.toRadians(view.angle());
    double down = (y - centre) / view.scale();
    double right = (x - centre - view.right()) / view.scale();
    double v = Math.cos(angle) * down - Math.sin(angle) * right;
    double u = Math.sin(angle) * down + Math.cos(angle) * right;
    int row = (int) Math.floor(v + GLYPH / 2.0);
    int column = (int) Math.floor((view.mirrored() ? -u : u) + GLYPH / 2.0);
    boolean inside = row >= 0 && row < GLYPH && column >= 0 && column < GLYPH;
    return inside ? letter.charAt(row * GLYPH + column) - '0' : 0;
  }
}
