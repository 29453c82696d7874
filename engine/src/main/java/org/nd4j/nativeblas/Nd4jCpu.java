package org.nd4j.nativeblas;

/**
 * Where Deeplearning4j 1.0.0-M2.1 asks, by name, whether its oneDNN layers can be used. The class
 * moved in ND4J, so that the answer was always no, and convolutions took five times as long.
 */
public final class Nd4jCpu {
  private Nd4jCpu() {}

  /** The part that is asked. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private final boolean hasOneDnn =
        NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo().contains("ONEDNN");

    private Environment() {}

    /** The only one. */
    public static Environment getInstance() {
      return INSTANCE;
    }

    /** Whether the native library that is loaded was built with oneDNN. */
    public boolean isUseMKLDNN() {
      return hasOneDnn;
    }
  }
}
