package org.hone.engine.backend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.hone.engine.backend.device.Devices;
import org.nd4j.common.io.AbstractResource;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/**
 * ND4J's backend for the CPU, with an executioner of ours. ND4J finds it as a service and prefers
 * it to its own, so it is there whoever touches ND4J first: the command line, a test, or a program
 * that makes arrays before it meets Hone. Settings that must be made before the native library is
 * loaded are made here; what the user set stands.
 */
public final class HoneBackend extends CpuBackend {
  /** JavaCPP reads /proc at every allocation for this; {@link MemoryWatch} looks instead. */
  static final String MEMORY_BRAKE = "org.bytedeco.javacpp.maxphysicalbytes";

  /** Deeplearning4j's own switch, off by default. */
  static final String NO_HELPERS = "org.eclipse.deeplearning4j.helpers.disable";

  /** ND4J's backend for CUDA has 100 more than that for the CPU. */
  private static final int BEFORE_CUDA = 1_000;

  private static final String EXECUTIONER = "opexec";

  /** Made by the service loader. */
  public HoneBackend() {
    set(MEMORY_BRAKE, "0");
    set(NO_HELPERS, "false");
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Before ND4J's own for the CPU, and before that for CUDA unless CUDA was chosen. */
  @Override
  public int getPriority() {
    return super.getPriority() + (Devices.isCuda() ? 1 : BEFORE_CUDA);
  }

  /** ND4J's own configuration with another executioner. */
  @Override
  public Resource getConfigurationResource() {
    Properties properties = new Properties();
    try (InputStream own = super.getConfigurationResource().getInputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      properties.load(own);
      properties.setProperty(EXECUTIONER, CachingExecutioner.class.getName());
      properties.setProperty("ndarrayfactory.class", RecordedArrayFactory.class.getName());
      properties.setProperty("databufferfactory", RecordedBufferFactory.class.getName());
      properties.setProperty("memorymanager", RecordedMemory.class.getName());
      properties.store(out, null);
      return new InMemory(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A resource that lies nowhere. */
  private static final class InMemory extends AbstractResource {
    private final byte[] content;

    InMemory(byte[] content) {
      this.content = content;
    }

    @Override
    public String getDescription() {
      return "Hone's configuration of ND4J";
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(content);
    }
  }
}
