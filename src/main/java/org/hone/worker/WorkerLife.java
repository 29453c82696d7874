package org.hone.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.api.training.Decision;

/**
 * The life of a worker: runs the trials that its parent assigns, on the thread that began, and
 * leaves when the parent is gone, whatever it is at.
 */
public final class WorkerLife {
  /** Environment variable with what makes the parent trust the worker. */
  static final String TOKEN = "HONE_WORKER_TOKEN";

  private static final long HEARTBEAT_MILLIS = 1000;

  private final Connection parent;
  private final Runnable leave;
  private final BlockingQueue<Message.Assignment> assignments = new LinkedBlockingQueue<>();
  private final BlockingQueue<Decision> answers = new LinkedBlockingQueue<>();
  private volatile boolean stop;

  /**
   * @param leave called once the parent is gone, on a thread of its own
   */
  WorkerLife(Connection parent, Runnable leave) {
    this.parent = parent;
    this.leave = leave;
  }

  /**
   * Lives until the parent is gone, and ends the process with it.
   *
   * @param arguments the port of this machine where the parent listens
   */
  public static void begin(String[] arguments, Workbench.Opener opener) throws IOException {
    String token = Objects.requireNonNullElse(System.getenv(TOKEN), "");
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    daemon("memory", new MemoryGuard());
    // not exit: whatever a trial has left behind must not hold it up
    Runnable leave = () -> Runtime.getRuntime().halt(0);
    new WorkerLife(new Connection(socket), leave).live(token, opener);
  }

  void live(String token, Workbench.Opener opener) throws IOException {
    parent.send(new Message.Hello(Message.VERSION, token));
    Optional<Message> setup = parent.receive();
    if (setup.isEmpty() || !(setup.get() instanceof Message.Setup study)) {
      leave.run();
      return;
    }
    daemon("parent", this::listen);
    daemon("heartbeat", this::beat);
    Workbench bench;
    try {
      bench = opener.open(study.study(), study.splits());
    } catch (RuntimeException | Error e) {
      parent.send(new Message.Refusal(String.valueOf(e.getMessage())));
      return;
    }
    parent.send(new Message.Ready(bench.data()));
    work(bench);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "worker " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      Optional<Message> message = parent.receive();
      while (message.isPresent()) {
        hear(message.get());
        message = parent.receive();
      }
    } catch (IOException e) {
      // a parent that cannot be understood is as good as gone
    } finally {
      leave.run();
    }
  }

  private void hear(Message message) throws ProtocolException {
    if (message instanceof Message.Assignment assignment) {
      stop = false;
      answers.clear();
      assignments.add(assignment);
    } else if (message instanceof Message.Answer answer) {
      answers.add(answer.decision());
    } else if (message instanceof Message.Stop) {
      stop = true;
    } else {
      throw new ProtocolException("a worker is not told '%s'".formatted(message.type()));
    }
  }

  private void beat() {
    try {
      while (true) {
        parent.send(new Message.Heartbeat());
        Thread.sleep(HEARTBEAT_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      // whoever listens to the parent will notice
    }
  }

  private void work(Workbench bench) throws IOException {
    while (true) {
      try {
        parent.send(new Message.Result(run(assignments.take(), bench)));
      } catch (InterruptedException e) {
        // by what an earlier trial has left behind: nobody else could
      }
    }
  }

  private TrialReport run(Message.Assignment assignment, Workbench bench) {
    TrialOrder order;
    try {
      order = assignment.order(bench.space());
    } catch (IllegalArgumentException e) {
      return TrialReport.failed("the worker has other techniques: " + e.getMessage(), List.of());
    }
    return bench.runner().run(order, new Reporter());
  }

  /** Tells the parent of the trial's epochs, and waits for what it decides. */
  private final class Reporter implements TrialRunner.Observer {
    @Override
    public void began(String recipe) {
      try {
        parent.send(new Message.Beginning(recipe));
      } catch (IOException e) {
        // whoever listens to the parent will notice
      }
    }

    @Override
    public void note(String line) {
      try {
        parent.send(new Message.Note(line));
      } catch (IOException e) {
        // whoever listens to the parent will notice
      }
    }

    @Override
    public void advanced(int fold, int epoch) {
      try {
        parent.send(new Message.Advance(fold, epoch));
      } catch (IOException e) {
        // whoever listens to the parent will notice
      }
    }

    @Override
    public Decision epoch(int epoch, double score, Map<String, Double> readings) {
      try {
        parent.send(new Message.Epoch(epoch, score, readings));
      } catch (IOException e) {
        return Decision.STOP;
      }
      return answer();
    }

    /** A technique that interrupts its thread must not get the answers out of step. */
    private Decision answer() {
      boolean interrupted = false;
      while (true) {
        try {
          Decision decision = answers.take();
          if (interrupted) {
            Thread.currentThread().interrupt();
          }
          return decision;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }

    @Override
    public boolean stopRequested() {
      return stop;
    }
  }
}
