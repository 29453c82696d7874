package org.hone.engine.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.hone.engine.replay.Recording;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.cpu.nativecpu.ops.CpuOpContext;
import org.nd4j.nativeblas.NativeOps;

/**
 * An operation of ND4J's newer kind, which takes its operands from a context, to be made again with
 * that context.
 */
record RecordedCustomOp(CustomOp op, OpContext context, NativeOps ops) {
  private static final String PRODUCT = "matmul";

  /** Those that are worth leaving out, and fill their results whatever was there. */
  private static final Set<String> PURE =
      Set.of(PRODUCT, "conv2d", "maxpool2d", "avgpool2d", "batchnorm", "softmax", "conv2d_bp");

  void addTo(Recording recording) {
    List<INDArray> inputs = context.getInputArrays();
    List<INDArray> outputs = context.getOutputArrays();
    Optional<NativeCall> faster = new FasterCall(ops).insteadOf(op.opName(), inputs, outputs);
    if (faster.isPresent()) {
      recording.keep(inputs);
      recording.keep(outputs);
      recording.add(faster.get());
      return;
    }
    OpContext own = copy(inputs, outputs);
    recording.keep(own);
    recording.keep(inputs);
    recording.keep(outputs);
    if (op.opName().contains("random") || op.opName().contains("dropout")) {
      recording.refuse(op.opName() + " takes its random numbers from its context");
    }
    List<Operand> writes = outputs.stream().map(Operand::of).toList();
    List<Operand> reads = new ArrayList<>(inputs.stream().map(Operand::of).toList());
    if (!PURE.contains(op.opName())) {
      reads.addAll(writes);
      recording.add(NativeCall.opaque(action(own), reads, writes));
      return;
    }
    if (op.opName().equals(PRODUCT) && addsToItsResult()) {
      reads.addAll(writes);
    }
    recording.add(NativeCall.pure(action(own), function(), reads, writes));
  }

  /** Layers keep contexts, and use them for other operands in their next operation. */
  private OpContext copy(List<INDArray> inputs, List<INDArray> outputs) {
    OpContext copy = new CpuOpContext();
    copy.setInputArrays(inputs);
    copy.setOutputArrays(outputs);
    copy.setIArguments(context.getIArguments().stream().mapToLong(Long::longValue).toArray());
    copy.setTArguments(context.getTArguments().stream().mapToDouble(Double::doubleValue).toArray());
    copy.setDArguments(context.getDArguments().toArray(DataType[]::new));
    boolean[] flags = new boolean[context.getBArguments().size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = context.getBArguments().get(i);
    }
    copy.setBArguments(flags);
    copy.markInplace(op.isInplaceCall());
    return copy;
  }

  private NativeCall.Action action(OpContext own) {
    long hash = op.opHash();
    Pointer address = own.contextPointer();
    String name = op.opName();
    return () -> {
      if (ops.execCustomOp2(null, hash, address) != 0) {
        throw new IllegalStateException(name + " failed: " + ops.lastErrorMessage());
      }
    };
  }

  private List<Object> function() {
    return List.of(
        op.opName(),
        List.copyOf(context.getIArguments()),
        List.copyOf(context.getTArguments()),
        List.copyOf(context.getBArguments()),
        List.copyOf(context.getDArguments()));
  }

  private boolean addsToItsResult() {
    List<Double> scales = context.getTArguments();
    return scales.size() > 1 && scales.get(1) != 0;
  }
}
