package org.hone.engine.backend;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.hone.engine.kernel.OwnLayers;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * What of Hone's native layer is in force in this process. Every part works without the others;
 * where one is missing, ND4J computes as it does by itself, only slower.
 *
 * @param buildInfo how the native library was built
 * @param executioner class that executes operations
 * @param convolutionHelpers whether Deeplearning4j hands convolutions to oneDNN
 * @param blasCore processor for which OpenBLAS was told to compute; empty if it chose by itself
 * @param ownLayers whether Hone computes LSTMs and parts of convolutions and batch norm itself
 * @param threads of the calling thread's native operations
 * @param javacppLimit bytes at which JavaCPP itself refuses memory; 0 for never
 * @param memory what watches the process
 */
public record NativeLayer(
    String buildInfo,
    String executioner,
    boolean convolutionHelpers,
    Optional<String> blasCore,
    boolean ownLayers,
    int threads,
    long javacppLimit,
    MemoryWatch memory) {

  /** OpenBLAS reads it when it is loaded. */
  private static final String BLAS_CORE = "OPENBLAS_CORETYPE";

  /** As it is on the calling thread. Loads the native library. */
  public static NativeLayer inspect() {
    String executioner = Nd4j.getExecutioner().getClass().getName();
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    boolean helpers =
        !Boolean.parseBoolean(System.getProperty(HoneBackend.NO_HELPERS, "true"))
            && BaseMKLDNNHelper.mklDnnEnabled();
    return new NativeLayer(
        ops.buildInfo(),
        executioner,
        helpers,
        Optional.ofNullable(System.getenv(BLAS_CORE)),
        OwnLayers.areUsed(),
        ops.ompGetMaxThreads(),
        Pointer.maxPhysicalBytes(),
        MemoryWatch.ofMachine());
  }

  /** In plain words, the most important first. */
  public List<Finding> findings() {
    return List.of(
        library(), convolutions(), products(), operations(), layers(), threading(), memoryLimit());
  }

  private Finding library() {
    return buildInfo.contains("ONEDNN")
        ? new Finding("native library", true, "ND4J built with oneDNN")
        : new Finding(
            "native library",
            false,
            "ND4J built without oneDNN: there is none with it for this platform, or the build chose"
                + " another");
  }

  private Finding convolutions() {
    return convolutionHelpers
        ? new Finding("convolutions", true, "computed by oneDNN")
        : new Finding(
            "convolutions",
            false,
            "computed by ND4J itself, about five times slower; %s=%s"
                .formatted(
                    HoneBackend.NO_HELPERS, System.getProperty(HoneBackend.NO_HELPERS, "not set")));
  }

  private Finding products() {
    String kernels =
        blasCore.map(core -> "%s=%s".formatted(BLAS_CORE, core)).orElse("of its own choice");
    return new Finding("products", true, "by OpenBLAS, kernels " + kernels);
  }

  private Finding operations() {
    return executioner.equals(CachingExecutioner.class.getName())
        ? new Finding("operations", true, "executed by Hone: shapes remembered, contexts reused")
        : new Finding(
            "operations",
            false,
            "executed by %s, about three times slower for small networks; is another backend or -Dopexec in force?"
                .formatted(executioner));
  }

  private Finding layers() {
    return ownLayers
        ? new Finding(
            "layers",
            true,
            "plain LSTMs, batch norm of images, first convolutions' way back, dense predictions by"
                + " Hone")
        : new Finding(
            "layers",
            false,
            "all by Deeplearning4j, several times slower for LSTMs; %s=%s"
                .formatted(OwnLayers.SWITCH, System.getProperty(OwnLayers.SWITCH, "not set")));
  }

  private Finding threading() {
    return threads == 1
        ? new Finding("threads", true, "one per training; parallel trials use the other cores")
        : new Finding(
            "threads",
            false,
            "%d here; small networks wait on barriers, set OMP_NUM_THREADS=1".formatted(threads));
  }

  private Finding memoryLimit() {
    return javacppLimit == 0
        ? new Finding("memory", true, "watched by Hone: " + memory.describe())
        : new Finding(
            "memory",
            false,
            "watched by JavaCPP at each allocation, which is slow; limit %s, set by %s"
                .formatted(MemoryWatch.inMegabytes(javacppLimit), HoneBackend.MEMORY_BRAKE));
  }
}
