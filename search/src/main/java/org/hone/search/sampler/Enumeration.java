package org.hone.search.sampler;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.hone.search.space.Allowed;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * The points of a tree in which each active parameter branches into its candidates: a walk from the
 * root to a leaf is a point. The walks are ordered, the last parameter changing fastest.
 */
record Enumeration(SearchSpace space, Candidates.Choice candidates) {

  /** A walk: the branch taken at each active parameter, of how many. */
  static final class Walk {
    private final int[] branches;

    /** Empty if constraints leave nothing where the walk ended. */
    final Optional<ParameterValues> point;

    private final int[] widths;

    private Walk(int[] branches, int[] widths, Optional<ParameterValues> point) {
      this.branches = branches;
      this.widths = widths;
      this.point = point;
    }

    /** Whether no other walk comes after this one. */
    boolean isLast() {
      return turn() < 0;
    }

    /** The last depth at which there is another branch; -1 if there is none. */
    private int turn() {
      int depth = branches.length - 1;
      while (depth >= 0 && branches[depth] + 1 == widths[depth]) {
        depth--;
      }
      return depth;
    }
  }

  /** There is no branch to go on by. */
  private static final class DeadEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadEnd() {
      super("no candidate is left by the constraints", null, false, false);
    }
  }

  /** The first walk. */
  Walk first() {
    return walk(width -> 0);
  }

  /** A walk that takes any branch, given how many there are. */
  Walk walk(IntUnaryOperator chosen) {
    return new Walker(new int[0], chosen).walk();
  }

  /** The walk after another, which is not the last. */
  Walk after(Walk walk) {
    int[] start = Arrays.copyOf(walk.branches, walk.turn() + 1);
    start[start.length - 1]++;
    return new Walker(start, width -> 0).walk();
  }

  private final class Walker {
    private final int[] start;
    private final IntUnaryOperator chosen;
    private final int[] branches = new int[space.size()];
    private final int[] widths = new int[space.size()];
    private int depth;

    Walker(int[] start, IntUnaryOperator chosen) {
      this.start = start;
      this.chosen = chosen;
    }

    Walk walk() {
      Optional<ParameterValues> point;
      try {
        point = Optional.of(space.choose(this::branch));
      } catch (DeadEnd e) {
        point = Optional.empty();
      }
      return new Walk(Arrays.copyOf(branches, depth), Arrays.copyOf(widths, depth), point);
    }

    private double branch(Parameter parameter, Allowed allowed) {
      Candidates all = candidates.of(parameter);
      int[] left = left(all, allowed);
      if (left.length == 0) {
        throw new DeadEnd();
      }
      widths[depth] = left.length;
      branches[depth] = depth < start.length ? start[depth] : chosen.applyAsInt(left.length);
      return all.values().applyAsDouble(left[branches[depth++]]);
    }

    private int[] left(Candidates all, Allowed allowed) {
      IntStream indices = IntStream.range(0, all.count());
      return space.constraints().isEmpty()
          ? indices.toArray()
          : indices.filter(i -> allowed.test(all.values().applyAsDouble(i))).toArray();
    }
  }
}
