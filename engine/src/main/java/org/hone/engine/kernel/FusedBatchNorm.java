package org.hone.engine.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's batch norm over images and tables, computed in training by {@link ChannelNorm}
 * and {@link ColumnNorm}, which go through memory once forward and once back. Everything else,
 * inference too, is Deeplearning4j's own.
 */
final class FusedBatchNorm extends BatchNormalization {
  private static final String GAMMA = BatchNormalizationParamInitializer.GAMMA;
  private static final String BETA = BatchNormalizationParamInitializer.BETA;
  private static final String MEAN = BatchNormalizationParamInitializer.GLOBAL_MEAN;
  private static final String VARIANCE = BatchNormalizationParamInitializer.GLOBAL_VAR;
  private static final String LOG_DEVIATION = BatchNormalizationParamInitializer.GLOBAL_LOG_STD;

  /** Elements that are kept in Java's memory, twice: a channel of all images, or a table. */
  private static final long MOST_ELEMENTS = 1L << 22;

  private transient @Nullable BatchMoments kept;
  private transient long[] keptShape = {};

  /** That of the pass that is on its way. */
  private transient @Nullable BatchMoments current;

  FusedBatchNorm(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  /** Whether a layer of this configuration is computed here at all. */
  static boolean computes(org.deeplearning4j.nn.conf.layers.BatchNormalization layer) {
    return !layer.isLockGammaBeta() && layer.getCnn2DFormat() == CNN2DFormat.NCHW;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    current = null;
    if (!training || !isPlain(input)) {
      return super.activate(training, workspaces);
    }
    BatchMoments norm = normFor(input.shape());
    INDArray outputs =
        workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, input.shape(), 'c');
    NativeFloats x = NativeFloats.of(input);
    NativeFloats y = NativeFloats.of(outputs);
    NativeFloats gamma = NativeFloats.of(getParam(GAMMA));
    NativeFloats beta = NativeFloats.of(getParam(BETA));
    KernelCall.make(
        NativeCall.opaque(
            () -> norm.forward(x, gamma.all(), beta.all(), y),
            List.of(Operand.of(input)),
            List.of(Operand.of(outputs))),
        List.of(input, outputs));
    current = norm;
    return outputs;
  }

  private boolean isPlain(INDArray array) {
    long channels = layerConf().getNOut();
    long elements = array.rank() == 4 ? array.length() / channels : array.length();
    return (array.rank() == 4 || array.rank() == 2)
        && array.size(1) == channels
        && array.dataType() == DataType.FLOAT
        && elements <= MOST_ELEMENTS
        && NativeFloats.canRead(array);
  }

  private BatchMoments normFor(long[] shape) {
    BatchMoments known = kept;
    if (known != null && Arrays.equals(shape, keptShape)) {
      return known;
    }
    int rows = (int) shape[0];
    int channels = (int) shape[1];
    double epsilon = layerConf().getEps();
    BatchMoments made =
        shape.length == 4
            ? new ChannelNorm(rows, channels, (int) (shape[2] * shape[3]), epsilon)
            : new ColumnNorm(rows, channels, epsilon);
    kept = made;
    keptShape = shape.clone();
    return made;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray outputErrors, LayerWorkspaceMgr workspaces) {
    BatchMoments norm = current;
    current = null;
    if (norm == null) {
      return super.backpropGradient(outputErrors, workspaces);
    }
    INDArray source = NativeFloats.canRead(outputErrors) ? outputErrors : outputErrors.dup('c');
    INDArray inputErrors =
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
    NativeFloats x = NativeFloats.of(input);
    NativeFloats dy = NativeFloats.of(source);
    NativeFloats dx = NativeFloats.of(inputErrors);
    NativeFloats gamma = NativeFloats.of(getParam(GAMMA));
    NativeFloats dGamma = NativeFloats.of(view(GAMMA));
    NativeFloats dBeta = NativeFloats.of(view(BETA));
    Runnable statistics = statistics(norm);
    KernelCall.make(
        NativeCall.opaque(
            () -> {
              float[] scale = gamma.all();
              float[] ofScale = new float[scale.length];
              float[] ofShift = new float[scale.length];
              norm.backward(x, dy, scale, dx, ofScale, ofShift);
              dGamma.putAll(ofScale);
              dBeta.putAll(ofShift);
              statistics.run();
            },
            List.of(Operand.of(source), Operand.of(input)),
            written(inputErrors)),
        List.of(source, input, inputErrors));
    Gradient gradient = new DefaultGradient();
    gradientViews.forEach(gradient::setGradientFor);
    return new Pair<>(gradient, inputErrors);
  }

  private INDArray view(String key) {
    return Objects.requireNonNull(gradientViews.get(key), key);
  }

  private List<Operand> written(INDArray inputErrors) {
    return Stream.concat(Stream.of(inputErrors), gradientViews.values().stream())
        .map(Operand::of)
        .toList();
  }

  private Runnable statistics(BatchMoments norm) {
    MovingStatistics moving = new MovingStatistics(layerConf().getDecay());
    NativeFloats mean = NativeFloats.of(getParam(MEAN));
    NativeFloats dMean = NativeFloats.of(view(MEAN));
    boolean logarithmic = layerConf().isUseLogStd();
    String key = logarithmic ? LOG_DEVIATION : VARIANCE;
    NativeFloats spread = NativeFloats.of(getParam(key));
    NativeFloats dSpread = NativeFloats.of(view(key));
    return () -> {
      dMean.putAll(moving.difference(mean.all(), norm.means()));
      dSpread.putAll(
          logarithmic
              ? moving.logarithmic(spread.all(), norm.variances())
              : moving.difference(spread.all(), norm.variances()));
    };
  }
}
