package org.hone.search.importance;

import java.util.Arrays;
import java.util.List;

/**
 * What a tree predicts when one parameter is known and all others are averaged over their ranges,
 * and how much that varies.
 *
 * <pre>{@code
 * a_d(x) = sum over leaves that contain x in d of c * |leaf| / |leaf_d|
 * V_d = integral of (a_d(x) - a)^2 dx,   V = sum over leaves of |leaf| (c - a)^2
 * }</pre>
 *
 * @see <a href="https://proceedings.mlr.press/v32/hutter14.html">Hutter et al., ICML 2014,
 *     algorithm 2</a>
 */
final class Marginals {
  private final RegressionTree tree;
  private final List<Axis> axes;
  private final double mean;

  Marginals(RegressionTree tree, List<Axis> axes) {
    this.tree = tree;
    this.axes = axes;
    this.mean = tree.leaves().stream().mapToDouble(leaf -> leaf.volume() * leaf.mean()).sum();
  }

  /** V. */
  double total() {
    return tree.leaves().stream()
        .mapToDouble(leaf -> leaf.volume() * square(leaf.mean() - mean))
        .sum();
  }

  /** V_d. */
  double variance(int dimension) {
    Axis axis = axes.get(dimension);
    if (tree.leaves().stream().allMatch(leaf -> leaf.box().share(axis, dimension) == 1)) {
      return 0;
    }
    return axis.categories() > 0 ? ofCategories(dimension) : ofNumbers(dimension);
  }

  private double ofCategories(int dimension) {
    Axis axis = axes.get(dimension);
    double[] marginal = new double[axis.categories()];
    for (RegressionTree.Leaf leaf : tree.leaves()) {
      double part = part(leaf, dimension);
      leaf.box().categories(dimension).stream().forEach(category -> marginal[category] += part);
    }
    return Arrays.stream(marginal).map(a -> square(a - mean)).sum() / axis.categories();
  }

  /** The marginal is constant between the bounds of leaves. */
  private double ofNumbers(int dimension) {
    double[] bounds =
        tree.leaves().stream()
            .flatMapToDouble(
                leaf ->
                    Arrays.stream(
                        new double[] {leaf.box().low(dimension), leaf.box().high(dimension)}))
            .sorted()
            .distinct()
            .toArray();
    double[] steps = new double[bounds.length];
    for (RegressionTree.Leaf leaf : tree.leaves()) {
      double part = part(leaf, dimension);
      steps[Arrays.binarySearch(bounds, leaf.box().low(dimension))] += part;
      steps[Arrays.binarySearch(bounds, leaf.box().high(dimension))] -= part;
    }
    double variance = 0;
    double marginal = 0;
    for (int k = 0; k + 1 < bounds.length; k++) {
      marginal += steps[k];
      variance += (bounds[k + 1] - bounds[k]) * square(marginal - mean);
    }
    return variance;
  }

  private double part(RegressionTree.Leaf leaf, int dimension) {
    double share = leaf.box().share(axes.get(dimension), dimension);
    return share > 0 ? leaf.mean() * leaf.volume() / share : 0;
  }

  private static double square(double x) {
    return x * x;
  }
}
