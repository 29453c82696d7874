package org.hone.engine.kernel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ConvolutionUtils;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution that reads the network's input. oneDNN's way back computes the gradient of the
 * kernels and that of the input in one call, of which the second takes most of the time and is
 * hardly ever read. Here {@link KernelGradient} computes the first, and Deeplearning4j's call only
 * the second, so that it can be left out of a recording. Forward it is Deeplearning4j's own.
 */
final class FirstConvolution extends ConvolutionLayer {
  private static final String WEIGHTS = ConvolutionParamInitializer.WEIGHT_KEY;
  private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;

  /** Larger images go Deeplearning4j's way. */
  private static final long MOST_PATCHES = 1L << 24;

  private transient @Nullable KernelGradient kept;
  private transient List<Long> keptShape = List.of();

  FirstConvolution(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  /** Whether a layer of this configuration is computed here at all. */
  static boolean computes(org.deeplearning4j.nn.conf.layers.ConvolutionLayer layer) {
    return layer.getWeightNoise() == null
        && layer.hasBias()
        && layer.getCnn2dDataFormat() == CNN2DFormat.NCHW
        && Stream.of(layer.getStride(), layer.getDilation())
            .allMatch(steps -> steps[0] == 1 && steps[1] == 1)
        && layer.getConvolutionMode() != ConvolutionMode.Causal;
  }

  private boolean isPlain(INDArray outputErrors) {
    return helper != null
        && helperCountFail == 0
        && input.dataType() == DataType.FLOAT
        && outputErrors.dataType() == DataType.FLOAT
        && ImageBatch.canRead(input)
        && patches() <= MOST_PATCHES;
  }

  /** Elements of the patches of an image, roughly. */
  private long patches() {
    int[] kernel = layerConf().getKernelSize();
    long side = (input.size(2) + kernel[0]) * (input.size(3) + kernel[1]);
    return side * input.size(1) * kernel[0] * kernel[1];
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray outputErrors, LayerWorkspaceMgr workspaces) {
    if (!isPlain(outputErrors)) {
      return super.backpropGradient(outputErrors, workspaces);
    }
    INDArray sums = preOutput4d(true, true, workspaces).getFirst();
    INDArray errors = layerConf().getActivationFn().backprop(sums, outputErrors).getFirst();
    int[] pad = pad(errors);
    Optional<INDArray> inputErrors = inputErrors(errors, pad, workspaces);
    if (inputErrors.isEmpty()) {
      return super.backpropGradient(outputErrors, workspaces);
    }
    kernelGradient(ImageBatch.canRead(errors) ? errors : errors.dup('c'), pad);
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(BIAS, view(BIAS));
    gradient.setGradientFor(WEIGHTS, view(WEIGHTS), 'c');
    return new Pair<>(gradient, backpropDropOutIfPresent(inputErrors.get()));
  }

  private int[] pad(INDArray errors) {
    if (convolutionMode != ConvolutionMode.Same) {
      return layerConf().getPadding();
    }
    return ConvolutionUtils.getSameModeTopLeftPadding(
        new int[] {(int) errors.size(2), (int) errors.size(3)},
        new int[] {(int) input.size(2), (int) input.size(3)},
        layerConf().getKernelSize(),
        layerConf().getStride(),
        layerConf().getDilation());
  }

  /** As Deeplearning4j computes it; its gradient of the kernels goes nowhere. */
  private Optional<INDArray> inputErrors(INDArray errors, int[] pad, LayerWorkspaceMgr workspaces) {
    return Optional.ofNullable(
            helper.backpropGradient(
                input,
                getParam(WEIGHTS),
                getParam(BIAS),
                errors,
                layerConf().getKernelSize(),
                layerConf().getStride(),
                pad,
                unread(view(BIAS), workspaces),
                unread(view(WEIGHTS), workspaces),
                layerConf().getActivationFn(),
                layerConf().getCudnnAlgoMode(),
                layerConf().getCudnnBwdFilterAlgo(),
                layerConf().getCudnnBwdDataAlgo(),
                convolutionMode,
                layerConf().getDilation(),
                CNN2DFormat.NCHW,
                workspaces))
        .map(Pair::getSecond);
  }

  private static INDArray unread(INDArray like, LayerWorkspaceMgr workspaces) {
    return workspaces.createUninitialized(
        ArrayType.BP_WORKING_MEM, DataType.FLOAT, like.shape(), 'c');
  }

  private INDArray view(String key) {
    return Objects.requireNonNull(gradientViews.get(key), key);
  }

  private void kernelGradient(INDArray errors, int[] pad) {
    ImageBatch images = new ImageBatch(input);
    ImageBatch errorsOf = new ImageBatch(errors);
    KernelGradient computed = gradientFor(images, errorsOf, pad);
    INDArray ofKernels = view(WEIGHTS);
    INDArray ofBiases = view(BIAS);
    NativeFloats kernels = NativeFloats.of(ofKernels);
    NativeFloats biases = NativeFloats.of(ofBiases);
    KernelCall.make(
        NativeCall.opaque(
            () -> computed.compute(images, errorsOf, kernels, biases),
            List.of(Operand.of(input), Operand.of(errors)),
            List.of(Operand.of(ofKernels), Operand.of(ofBiases))),
        List.of(input, errors, ofKernels, ofBiases));
  }

  private KernelGradient gradientFor(ImageBatch images, ImageBatch errorsOf, int[] pad) {
    List<Long> shape =
        Stream.of(images.height(), images.width(), errorsOf.height(), errorsOf.width())
            .map(Integer::longValue)
            .toList();
    KernelGradient known = kept;
    if (known != null && shape.equals(keptShape)) {
      return known;
    }
    int[] kernel = layerConf().getKernelSize();
    KernelGradient made = new KernelGradient(images, errorsOf, kernel[0], kernel[1], pad);
    kept = made;
    keptShape = shape;
    return made;
  }
}
