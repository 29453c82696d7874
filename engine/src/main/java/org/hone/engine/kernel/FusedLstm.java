package org.hone.engine.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.params.LSTMParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.TimeSeriesUtils;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's LSTM, computed by {@link LstmSequence}: one product of matrices per step instead
 * of a hundred small operations. With a mask, weight noise, other activations than tanh and
 * logistic function, or state from an earlier sequence, it is Deeplearning4j's own.
 */
final class FusedLstm extends LSTM {
  private static final String INPUT = LSTMParamInitializer.INPUT_WEIGHT_KEY;
  private static final String RECURRENT = LSTMParamInitializer.RECURRENT_WEIGHT_KEY;
  private static final String BIAS = LSTMParamInitializer.BIAS_KEY;

  /** Longer sequences go Deeplearning4j's way. */
  private static final long MOST_BYTES = 1L << 27;

  /** Shapes whose memory is kept from step to step. */
  private static final int MOST_SHAPES = 4;

  private final transient Map<LstmShape, LstmSequence> byShape =
      new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LstmShape, LstmSequence> eldest) {
          return size() > MOST_SHAPES;
        }
      };

  /** That of the pass that is on its way. */
  private transient @Nullable LstmSequence current;

  FusedLstm(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  /** Whether a layer of this configuration is computed here at all. */
  static boolean computes(org.deeplearning4j.nn.conf.layers.LSTM layer) {
    return layer.getActivationFn() instanceof ActivationTanH
        && layer.getGateActivationFn() instanceof ActivationSigmoid
        && layer.getWeightNoise() == null
        && TimeSeriesUtils.getFormatFromRnnLayer(layer) == RNNFormat.NCW;
  }

  private boolean isPlain() {
    return maskArray == null
        && input != null
        && input.rank() == 3
        && input.dataType() == DataType.FLOAT
        && input.size(1) == layerConf().getNIn()
        && params.values().stream().allMatch(FusedLstm::isByColumns)
        && shape(true).bytes() <= MOST_BYTES;
  }

  private static boolean isByColumns(INDArray weights) {
    return weights.dataType() == DataType.FLOAT
        && weights.elementWiseStride() == 1
        && (weights.rank() == 1 || weights.size(0) == 1 || weights.stride(0) == 1);
  }

  private LstmShape shape(boolean keeps) {
    return new LstmShape(
        (int) input.size(0),
        (int) input.size(1),
        (int) layerConf().getNOut(),
        (int) input.size(2),
        keeps);
  }

  @Override
  public INDArray activate(INDArray given, boolean training, LayerWorkspaceMgr workspaces) {
    setInput(given, workspaces);
    return activate(training, workspaces);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    if (!isPlain()) {
      current = null;
      return super.activate(training, workspaces);
    }
    applyDropOutIfNecessary(training, workspaces);
    LstmShape shape = shape(training);
    LstmSequence sequence = byShape.computeIfAbsent(shape, LstmSequence::new);
    INDArray source = StepReader.canRead(input) ? input : input.dup('f');
    INDArray outputs =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS,
            DataType.FLOAT,
            new long[] {shape.rows(), shape.units(), shape.steps()},
            'f');
    StepReader reader = new StepReader(source);
    LstmWeights weights = LstmWeights.of(getParam(INPUT), getParam(RECURRENT), getParam(BIAS));
    NativeFloats results = NativeFloats.of(outputs);
    KernelCall.make(
        NativeCall.opaque(
            () -> sequence.forward(reader, weights, results),
            List.of(Operand.of(source)),
            List.of(Operand.of(outputs))),
        List.of(source, outputs));
    current = training ? sequence : null;
    return outputs;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray outputErrors, LayerWorkspaceMgr workspaces) {
    LstmSequence sequence = current;
    current = null;
    if (sequence == null || !isPlain() || outputErrors.dataType() != DataType.FLOAT) {
      return super.backpropGradient(outputErrors, workspaces);
    }
    INDArray source = StepReader.canRead(outputErrors) ? outputErrors : outputErrors.dup('f');
    StepReader reader = new StepReader(source);
    List<INDArray> views = List.of(view(INPUT), view(RECURRENT), view(BIAS));
    LstmWeights gradients = LstmWeights.of(views.get(0), views.get(1), views.get(2));
    KernelCall.make(
        NativeCall.opaque(
            () -> sequence.backward(reader, gradients),
            List.of(Operand.of(source)),
            views.stream().map(Operand::of).toList()),
        List.of(source, views));
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(INPUT, views.get(0));
    gradient.setGradientFor(RECURRENT, views.get(1));
    gradient.setGradientFor(BIAS, views.get(2));
    return new Pair<>(gradient, backpropDropOutIfPresent(inputError(sequence, workspaces)));
  }

  private INDArray view(String key) {
    return Objects.requireNonNull(gradientViews.get(key), key);
  }

  /** A call of its own, so that it can be left out where nobody reads the result. */
  private INDArray inputError(LstmSequence sequence, LayerWorkspaceMgr workspaces) {
    INDArray errors =
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'f');
    NativeFloats results = NativeFloats.of(errors);
    Object function = List.of("LSTM's input error", System.identityHashCode(sequence));
    KernelCall.make(
        NativeCall.pure(
            () -> sequence.inputError(results),
            function,
            List.of(new Operand(sequence.deltasAddress(), "deltas", 0)),
            List.of(Operand.of(errors))),
        List.of(errors));
    return errors;
  }
}
