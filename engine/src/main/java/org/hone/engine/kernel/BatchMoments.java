package org.hone.engine.kernel;

/**
 * Batch norm of batches of one shape: each channel by its own mean and variance over the batch.
 *
 * <pre>{@code
 * y = gamma (x - mean) / s + beta,   s = sqrt(variance + epsilon)
 * dbeta = sum dy,   dgamma = sum dy (x - mean) / s
 * dx = gamma / s (dy - dbeta / m - (x - mean) / s dgamma / m)
 * }</pre>
 *
 * with m elements of a channel in a batch. Arrays lie in memory without gaps, in C's order.
 *
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe, Szegedy, ICML 2015</a>
 */
interface BatchMoments {

  /** Normalizes. */
  void forward(NativeFloats x, float[] gamma, float[] beta, NativeFloats y);

  /** Errors of the input and of gamma and beta, after a {@link #forward} of the same. */
  void backward(
      NativeFloats x,
      NativeFloats dy,
      float[] gamma,
      NativeFloats dx,
      float[] dGamma,
      float[] dBeta);

  /** Of the channels, over the batch that was last normalized. */
  float[] means();

  /** Of the channels, over the batch that was last normalized; divided by the number of places. */
  float[] variances();
}
