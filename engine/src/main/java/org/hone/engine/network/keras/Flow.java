package org.hone.engine.network.keras;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;

/**
 * What comes out of a node.
 *
 * @param order for each feature here, its place in Keras; empty if it is the same
 * @param sameSteps whether its steps, if it has any, are those of the network's input
 * @param isShared whether several layers read it
 * @param dropped how much of the features of its steps the layer that reads it drops
 */
record Flow(
    String node,
    InputType type,
    List<Integer> order,
    boolean sameSteps,
    boolean isShared,
    double dropped) {

  Flow {
    order = List.copyOf(order);
  }

  Flow(String node, InputType type, boolean sameSteps) {
    this(node, type, List.of(), sameSteps, false, 0);
  }

  /** The number of axes, those of rows included. */
  int axes() {
    return switch (type.getType()) {
      case RNN -> 3;
      case CNN -> 4;
      default -> 2;
    };
  }

  /** The features of a row, of a step, or of a place. */
  long features() {
    return switch (type.getType()) {
      case RNN -> ((InputTypeRecurrent) type).getSize();
      case CNN -> ((InputType.InputTypeConvolutional) type).getChannels();
      default -> ((InputType.InputTypeFeedForward) type).getSize();
    };
  }

  /** The number of steps; not positive if it is open. */
  long steps() {
    return type instanceof InputTypeRecurrent steps ? steps.getTimeSeriesLength() : 1;
  }

  Flow ordered(List<Integer> other) {
    return new Flow(node, type, other, sameSteps, isShared, dropped);
  }

  /** With steps that are no longer those of the network's input. */
  Flow withOtherSteps() {
    return new Flow(node, type, order, false, isShared, dropped);
  }

  Flow typed(InputType other) {
    return new Flow(node, other, order, sameSteps, isShared, dropped);
  }

  Flow shared() {
    return new Flow(node, type, order, sameSteps, true, dropped);
  }

  Flow dropping(double rate) {
    return new Flow(node, type, order, sameSteps, isShared, rate);
  }
}
