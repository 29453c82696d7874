package org.hone.engine.network.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes from the output of a model back to its input, and puts every layer on the way in place. */
final class Reading {
  /** Layers that drop whole features of the sequence they read, if they are to. */
  private static final List<String> DROPPING =
      List.of("Bidirectional", "Conv1D", "LSTM", "SimpleRNN");

  private final Archive archive;
  private final Description model;
  private final int version;
  private final Map<String, Description.Entry> layers;
  private final Map<String, Flow> done = new HashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final Assembly assembly;

  Reading(Archive archive) {
    this.archive = archive;
    model = archive.description();
    version = archive.version();
    layers = model.byName();
    assembly = new Assembly(model.input(), model.inputShape());
    done.put(model.input(), shared(model.input(), assembly.input()));
  }

  KerasModel read() {
    return assembly.close(flow(model.output()));
  }

  private Flow flow(String name) {
    Flow ready = done.get(name);
    if (ready != null) {
      return ready;
    }
    Description.Entry entry = layers.get(name);
    if (entry == null || !begun.add(name)) {
      throw new IllegalArgumentException(
          "layer '%s' is not described, or fed by itself".formatted(name));
    }
    List<Flow> inputs = new ArrayList<>();
    for (String input : entry.inputs()) {
      inputs.add(flow(input));
    }
    KerasLayer described = new KerasLayer(name, entry.kind(), entry.config(), Map.of(), version);
    described.requireFloats();
    KerasLayer layer = described.withArrays(archive.arrays(described));
    Flow flow = shared(name, translated(layer, inputs));
    done.put(name, flow);
    return flow;
  }

  private Flow shared(String name, Flow flow) {
    long readers = model.layers().stream().filter(entry -> entry.inputs().contains(name)).count();
    return readers > 1 ? flow.shared() : flow;
  }

  private Flow translated(KerasLayer layer, List<Flow> inputs) {
    if (inputs.stream().anyMatch(input -> input.dropped() > 0)
        && !DROPPING.contains(layer.kind())) {
      throw layer.refused(
          "stands behind a SpatialDropout1D; those before %s are read"
              .formatted(String.join(", ", DROPPING)));
    }
    try {
      return Translation.of(layer).translate(layer, inputs, assembly);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw layer.refused("cannot be read: " + e.getMessage());
    }
  }
}
