package org.hone.api.training;

/** Names of the meters that every engine reads once per epoch. */
public final class Meters {
  /**
   * Mean loss of the epoch's batches, as trained on; without penalties on weights, so that it
   * compares with the next.
   */
  public static final String TRAIN_LOSS = "hone.trial.loss.train";

  /**
   * Loss on the validation rows: mean cross-entropy, or mean squared error of the scaled target.
   */
  public static final String VALIDATION_LOSS = "hone.trial.loss.validation";

  /** The objective on the validation rows. */
  public static final String VALIDATION_SCORE = "hone.trial.score.validation";

  /** The objective on the test rows, of the final weights. */
  public static final String TEST_SCORE = "hone.trial.score.test";

  private static final String FIGURE = "hone.trial.figure.";

  /** The learning rate of the last step. */
  public static final String LEARNING_RATE = "hone.trial.learning.rate";

  /**
   * Mean Euclidean norm of the gradient before any stage, over the epoch's first pass and now and
   * then a later one.
   */
  public static final String GRADIENT_NORM = "hone.step.gradient.norm";

  /** Norm of the last update divided by the norm of the weights. */
  public static final String UPDATE_RATIO = "hone.step.update.ratio";

  /** Norm of a layer's weights; by layer, now and then. */
  public static final String LAYER_WEIGHT_NORM = "hone.step.layer.weight.norm";

  /** Norm of the last update divided by that of the weights; by layer, now and then. */
  public static final String LAYER_UPDATE_RATIO = "hone.step.layer.update.ratio";

  /** Share of a layer's units that are zero for all rows of a sample; by layer, now and then. */
  public static final String LAYER_DEAD_SHARE = "hone.step.layer.dead.share";

  /** Mean time of a step, seconds. */
  public static final String STEP_SECONDS = "hone.step.seconds";

  /** Training rows per second. */
  public static final String ROWS_PER_SECOND = "hone.step.rows.per.second";

  /** Steps whose update was skipped, since the training began. */
  public static final String SKIPPED_STEPS = "hone.step.skipped";

  /** By what the loss was multiplied in the last step; only where the precision is narrow. */
  public static final String LOSS_SCALE = "hone.step.loss.scale";

  /** Resident memory of the process, bytes. */
  public static final String MEMORY_BYTES = "hone.worker.memory.bytes";

  private Meters() {}

  /** A reading of a single layer. */
  public static String ofLayer(String meter, String layer) {
    return meter + "{layer=" + layer + "}";
  }

  /** A figure that {@link Terms#figures} asked for, of the final weights. */
  public static String figure(String id) {
    return FIGURE + id;
  }
}
