package org.hone.engine.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Iterative stratification: deals out what has several labels, so that each part has its share of
 * each. The label that fewest of what is left have comes first, since it is the one that can still
 * be missed; whatever has it goes to the part that wants most of that label, among equals to the
 * one that wants most rows, then at random.
 *
 * <p>Names in the paper: {@code wanted} = c_j^i, {@code wantedRows} = c_j, {@code shares} = r_j.
 * Departing from it, what is dealt out may be a group of rows, which has a label as often as its
 * rows do; large ones go first, and in the end parts get the least that they need.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-23808-6_10">Sechidis, Tsoumakas and Vlahavas, On
 *     the stratification of multi-label data, ECML PKDD 2011, Algorithm 1</a>
 */
public final class IterativeStratification {
  private final int[] units;
  private final int[] sizes;
  private final List<int[]> labels;
  private final int labelCount;

  /**
   * Of some units.
   *
   * @param sizes how many rows each has
   * @param labels of each, numbered from 0, as often as its rows have them
   */
  IterativeStratification(int[] units, int[] sizes, List<int[]> labels) {
    this.units = units;
    this.sizes = sizes;
    this.labels = List.copyOf(labels);
    this.labelCount = 1 + labels.stream().flatMapToInt(Arrays::stream).max().orElse(-1);
  }

  /**
   * The units of each part.
   *
   * @param shares of all rows, by part
   * @param least how many units each part is to have at least, where there are enough
   */
  List<int[]> deal(double[] shares, int[] least, SplittableRandom random) {
    Deal deal = new Deal(shares, random);
    for (int label = deal.rarest(); label >= 0; label = deal.rarest()) {
      deal.all(label);
    }
    deal.rest();
    deal.level(least);
    return IntStream.range(0, shares.length).mapToObj(deal::unitsOf).toList();
  }

  /** A deal in progress. */
  private final class Deal {
    private static final int NONE = -1;

    private final SplittableRandom random;
    private final int[] order;
    private final int[] partOf = new int[units.length];
    private final int[] left = new int[labelCount];
    private final double[] wantedRows;
    private final double[][] wanted;
    private final List<List<Integer>> having = new ArrayList<>();

    Deal(double[] shares, SplittableRandom random) {
      this.random = random;
      this.order = largeFirst();
      Arrays.fill(partOf, NONE);
      labels.forEach(ofUnit -> Arrays.stream(ofUnit).forEach(label -> left[label]++));
      double rows = Arrays.stream(sizes).sum();
      wantedRows = Arrays.stream(shares).map(share -> share * rows).toArray();
      wanted =
          Arrays.stream(shares)
              .mapToObj(share -> Arrays.stream(left).mapToDouble(count -> count * share).toArray())
              .toArray(double[][]::new);
      IntStream.range(0, labelCount).forEach(label -> having.add(new ArrayList<>()));
      for (int unit : order) {
        Arrays.stream(labels.get(unit)).distinct().forEach(label -> having.get(label).add(unit));
      }
    }

    private int[] largeFirst() {
      int[] shuffled = Split.shuffle(IntStream.range(0, units.length).toArray(), random);
      return Arrays.stream(shuffled)
          .boxed()
          .sorted((one, other) -> sizes[other] - sizes[one])
          .mapToInt(unit -> unit)
          .toArray();
    }

    /** The label that is left least often, but is left. */
    int rarest() {
      int rarest = NONE;
      for (int label = 0; label < labelCount; label++) {
        if (left[label] > 0 && (rarest == NONE || left[label] < left[rarest])) {
          rarest = label;
        }
      }
      return rarest;
    }

    void all(int label) {
      for (int unit : having.get(label)) {
        if (partOf[unit] == NONE) {
          give(unit, neediest(label));
        }
      }
    }

    void rest() {
      for (int unit : order) {
        if (partOf[unit] == NONE) {
          give(unit, neediest(NONE));
        }
      }
    }

    private void give(int unit, int part) {
      partOf[unit] = part;
      wantedRows[part] -= sizes[unit];
      for (int label : labels.get(unit)) {
        left[label]--;
        wanted[part][label]--;
      }
    }

    private int neediest(int label) {
      int best = 0;
      int equals = 1;
      for (int part = 1; part < wantedRows.length; part++) {
        int need = label == NONE ? 0 : Double.compare(wanted[part][label], wanted[best][label]);
        need = need == 0 ? Double.compare(wantedRows[part], wantedRows[best]) : need;
        equals = need == 0 ? equals + 1 : need > 0 ? 1 : equals;
        if (need > 0 || (need == 0 && random.nextInt(equals) == 0)) {
          best = part;
        }
      }
      return best;
    }

    /** Takes small units from the part that has most to spare. */
    void level(int[] least) {
      for (int part = 0; part < least.length; part++) {
        int from = richest(least);
        while (spare(part, least) < 0 && spare(from, least) > 0) {
          int[] most = unitIndices(from);
          partOf[most[most.length - 1]] = part;
          from = richest(least);
        }
      }
    }

    private int richest(int[] least) {
      return IntStream.range(0, least.length)
          .boxed()
          .max(Comparator.comparingInt(part -> spare(part, least)))
          .orElseThrow();
    }

    private int spare(int part, int[] least) {
      return unitIndices(part).length - least[part];
    }

    /** Large ones first. */
    private int[] unitIndices(int part) {
      return Arrays.stream(order).filter(unit -> partOf[unit] == part).toArray();
    }

    int[] unitsOf(int part) {
      return Arrays.stream(unitIndices(part)).map(unit -> units[unit]).sorted().toArray();
    }
  }
}
