package org.hone.search.importance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A regression tree as its leaves: a partition of the space with a constant in each part. Grown on
 * a bootstrap sample; each node asks the best question about a random choice of the parameters.
 */
final class RegressionTree {
  private static final double LEAST_LEAF_WEIGHT = 3;
  private static final double SHARE_OF_PARAMETERS = 5.0 / 6;
  private static final int DEEPEST = 64;

  record Leaf(Box box, double volume, double mean) {}

  private final Samples samples;
  private final RandomGenerator random;
  private final SplitSearch search;
  private final List<Leaf> leaves = new ArrayList<>();

  private RegressionTree(Samples samples, RandomGenerator random) {
    this.samples = samples;
    this.random = random;
    this.search = new SplitSearch(samples, LEAST_LEAF_WEIGHT);
  }

  static RegressionTree grow(Samples samples, RandomGenerator random) {
    RegressionTree tree = new RegressionTree(samples, random);
    tree.grow(Node.bootstrap(samples.size(), random), Box.whole(samples.axes()), 0);
    return tree;
  }

  List<Leaf> leaves() {
    return leaves;
  }

  private void grow(Node node, Box box, int depth) {
    Optional<Split> split =
        depth < DEEPEST && node.weight() >= 2 * LEAST_LEAF_WEIGHT
            ? bestSplit(node)
            : Optional.empty();
    if (split.isEmpty()) {
      leaves.add(new Leaf(box, box.volume(samples.axes()), node.mean(samples)));
      return;
    }
    grow(node.side(split.get(), true, samples), box.side(split.get(), true), depth + 1);
    grow(node.side(split.get(), false, samples), box.side(split.get(), false), depth + 1);
  }

  /** Looks at further parameters if none of those chosen explains anything. */
  private Optional<Split> bestSplit(Node node) {
    int dimensions = samples.axes().size();
    int enough = (int) Math.ceil(SHARE_OF_PARAMETERS * dimensions);
    Optional<Split> best = Optional.empty();
    BitSet left = new BitSet();
    left.set(0, dimensions);
    for (int looked = 0; looked < dimensions && (looked < enough || best.isEmpty()); looked++) {
      int dimension = nth(left, random.nextInt(dimensions - looked));
      left.clear(dimension);
      Optional<Split> split = search.best(node, dimension);
      if (split.isPresent() && split.get().gain() > best.map(Split::gain).orElse(0.0)) {
        best = split;
      }
    }
    return best;
  }

  private static int nth(BitSet set, int n) {
    int index = set.nextSetBit(0);
    for (int k = 0; k < n; k++) {
      index = set.nextSetBit(index + 1);
    }
    return index;
  }
}
