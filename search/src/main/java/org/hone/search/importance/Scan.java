package org.hone.search.importance;

/** Sums on either side of a split that moves from left to right. */
final class Scan {
  private final double leastWeight;
  private double weight;
  private double sum;
  private double leftWeight;
  private double leftSum;

  Scan(double leastWeight) {
    this.leastWeight = leastWeight;
  }

  /** Says what will be moved later. */
  void expect(double entryWeight, double loss) {
    weight += entryWeight;
    sum += entryWeight * loss;
  }

  void moveLeft(double entryWeight, double loss) {
    leftWeight += entryWeight;
    leftSum += entryWeight * loss;
  }

  double leftShare() {
    return leftWeight / weight;
  }

  /** {@code w_l w_r / w (mean_l - mean_r)^2}; 0 if a side is too light. */
  double gain() {
    double rightWeight = weight - leftWeight;
    if (leftWeight < leastWeight || rightWeight < leastWeight) {
      return 0;
    }
    double difference = leftSum / leftWeight - (sum - leftSum) / rightWeight;
    return leftWeight * rightWeight / weight * difference * difference;
  }
}
