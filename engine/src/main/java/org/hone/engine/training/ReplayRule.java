package org.hone.engine.training;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.hone.api.layer.Normalization;
import org.hone.engine.backend.device.Devices;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Which networks do the same in every step, whatever the numbers are, so that a step can be
 * replayed. Those of Deeplearning4j's layers that were read and found so are named here; a layer
 * that draws its own random numbers in Java, or looks at contents to decide, must not be.
 */
final class ReplayRule {
  private static final Set<Class<?>> STEADY =
      Set.of(
          ActivationLayer.class,
          BatchNormalization.class,
          ConvolutionLayer.class,
          DenseLayer.class,
          DropoutLayer.class,
          ElementWiseVertex.class,
          GlobalPoolingLayer.class,
          LSTM.class,
          LastTimeStepVertex.class,
          MergeVertex.class,
          Normalization.class,
          OutputLayer.class,
          ReverseTimeSeriesVertex.class,
          RnnOutputLayer.class,
          SubsamplingLayer.class);

  /** Noise that is drawn by native operations alone, and the schedule by which it may change. */
  private static final Map<Class<?>, Function<IDropout, @Nullable ISchedule>> NOISE =
      Map.ofEntries(
          noise(AlphaDropout.class, AlphaDropout::getPSchedule),
          noise(Dropout.class, Dropout::getPSchedule),
          noise(GaussianDropout.class, GaussianDropout::getRateSchedule),
          noise(GaussianNoise.class, GaussianNoise::getStddevSchedule),
          noise(SpatialDropout.class, SpatialDropout::getPSchedule));

  private ReplayRule() {}

  static boolean allows(ComputationGraphConfiguration configuration) {
    return !Devices.isCuda()
        && configuration.getNetworkInputs().size() == 1
        && configuration.getNetworkOutputs().size() == 1
        && configuration.getVertices().values().stream().allMatch(ReplayRule::isSteady);
  }

  private static boolean isSteady(GraphVertex vertex) {
    return vertex instanceof LayerVertex layer
        ? isSteady(layer.getLayerConf().getLayer())
        : STEADY.contains(vertex.getClass());
  }

  private static boolean isSteady(Layer layer) {
    if (layer instanceof LastTimeStep last && last.getClass() == LastTimeStep.class) {
      return isSteady(last.getUnderlying());
    }
    if (layer instanceof FrozenLayerWithBackprop frozen) {
      return isSteady(frozen.getUnderlying());
    }
    return STEADY.contains(layer.getClass())
        && (!(layer instanceof BaseLayer base) || isSteady(base.getWeightNoise()))
        && isSteady(layer.getIDropout())
        && (!(layer instanceof BaseOutputLayer output) || isOfHouse(output.getLossFn()));
  }

  private static boolean isSteady(@Nullable IWeightNoise noise) {
    return noise == null
        || (noise.getClass() == DropConnect.class
            && ((DropConnect) noise).getWeightRetainProbSchedule() == null);
  }

  private static boolean isSteady(@Nullable IDropout dropout) {
    if (dropout == null) {
      return true;
    }
    Function<IDropout, @Nullable ISchedule> schedule = NOISE.get(dropout.getClass());
    return schedule != null && schedule.apply(dropout) == null;
  }

  private static <T extends IDropout>
      Map.Entry<Class<?>, Function<IDropout, @Nullable ISchedule>> noise(
          Class<T> type, Function<T, @Nullable ISchedule> schedule) {
    return Map.entry(type, dropout -> schedule.apply(type.cast(dropout)));
  }

  /** A loss of ND4J's or of Hone's, possibly around another. */
  private static boolean isOfHouse(Object loss) {
    String name = loss.getClass().getName();
    return name.startsWith("org.nd4j.") || name.startsWith("org.hone.");
  }
}
