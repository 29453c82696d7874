package org.hone.worker;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A worker that pretends to be a process and lives in this one, on threads of its own, so that it
 * starts in no time. It dies, as by kill -9, when it wants to say one thing more than its
 * allowance.
 */
final class MortalProcess extends Process {
  private static final int KILLED = 128 + 9;

  private final CountDownLatch dead = new CountDownLatch(1);
  private final Socket socket;
  private final Runnable death;
  private int allowance;

  /**
   * @param allowance how many frames it may send; less than 0 for any number
   * @param death called once, if it used up its allowance
   */
  MortalProcess(Door door, Workbench.Opener opener, int allowance, Runnable death)
      throws IOException {
    this.allowance = allowance;
    this.death = death;
    socket = new Mortal(door.port());
    Thread life =
        new Thread(
            () -> {
              try {
                new WorkerLife(new Connection(socket), this::end).live(door.token(), opener);
              } catch (IOException e) {
                end();
              }
            });
    life.setDaemon(true);
    life.start();
  }

  private final class Mortal extends Socket {
    Mortal(int port) throws IOException {
      super(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] frame, int from, int length) throws IOException {
          if (allowance == 0 && isAlive()) {
            death.run();
            end();
          }
          if (!isAlive()) {
            throw new IOException("dead");
          }
          allowance--;
          out.write(frame, from, length);
        }
      };
    }
  }

  private void end() {
    dead.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public InputStream getInputStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    dead.await();
    return KILLED;
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    return dead.await(timeout, unit);
  }

  @Override
  public int exitValue() {
    return KILLED;
  }

  @Override
  public boolean isAlive() {
    return dead.getCount() > 0;
  }

  @Override
  public void destroy() {
    end();
  }

  @Override
  public Process destroyForcibly() {
    end();
    return this;
  }

  @Override
  public long pid() {
    return System.identityHashCode(this);
  }

  @Override
  public Stream<ProcessHandle> descendants() {
    return Stream.empty();
  }
}
