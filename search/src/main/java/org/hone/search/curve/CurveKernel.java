package org.hone.search.curve;

/**
 * How alike two trials are in what is still to come, given their curves so far and their
 * parameters, in units of the noise's variance.
 *
 * <pre>{@code
 * k = 100 + 10 z'z* + 10 matern(|z - z*| / 2) + a matern(|c - c*| / l)
 * z = level and fall of the curve, standardised; c = coordinates, six of them as far as one
 * }</pre>
 *
 * <p>The linear part carries a trend on, the first Matern part lets it bend and forgets what it
 * knows away from the curves it has seen, and the second lets parameters tell what a curve does not
 * yet.
 *
 * @param amplitude a; 0 if parameters do not matter
 * @param length l, on coordinates between 0 and 1
 * @see <a href="https://gaussianprocess.org/gpml/chapters/RW4.pdf">Rasmussen and Williams, Gaussian
 *     Processes for Machine Learning, 2006, chapter 4</a>
 */
record CurveKernel(double amplitude, double length) {
  private static final double CONSTANT = 100;
  private static final double LINEAR = 10;
  private static final double BENDING = 10;
  private static final double BENDING_LENGTH = 2;

  /** The covariance of two trials' remaining change, noise left out. */
  double of(CurvePoint a, CurvePoint b) {
    double level = a.level() - b.level();
    double fall = a.fall() - b.fall();
    double covariance =
        CONSTANT
            + LINEAR * (a.level() * b.level() + a.fall() * b.fall())
            + BENDING * matern(Math.sqrt(level * level + fall * fall) / BENDING_LENGTH);
    return amplitude == 0
        ? covariance
        : covariance + amplitude * matern(a.place().distance(b.place()) / length);
  }

  /** Smoothness 5/2. */
  private static double matern(double distance) {
    double r = Math.sqrt(5) * distance;
    return (1 + r + r * r / 3) * Math.exp(-r);
  }
}
