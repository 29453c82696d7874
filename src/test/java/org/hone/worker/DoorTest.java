package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Who comes in and who does not. */
class DoorTest {
  private static final String OTHER_VERSION =
      "the worker speaks version %d of the protocol, but this is version %d"
          .formatted(Message.VERSION + 1, Message.VERSION);

  private static Connection knock(Door door) throws IOException {
    return new Connection(new Socket(InetAddress.getLoopbackAddress(), door.port()));
  }

  @Test
  void aWorkerWithTheTokenComesIn() throws Exception {
    try (Door door = Door.open();
        Connection worker = knock(door)) {
      worker.send(new Message.Hello(Message.VERSION, door.token()));

      Connection parent = door.admit().orElseThrow();

      parent.send(new Message.Stop());
      assertThat(worker.receive()).contains(new Message.Stop());
    }
  }

  @Test
  void aStrangerIsSentAway() throws Exception {
    try (Door door = Door.open();
        Connection stranger = knock(door)) {
      stranger.send(new Message.Hello(Message.VERSION, "guess"));

      assertThat(door.admit()).isEmpty();

      assertThat(stranger.receive()).isEmpty();
    }
  }

  @Test
  void soIsWhoeverSaysSomethingElse() throws Exception {
    try (Door door = Door.open();
        Socket browser = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      browser.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));

      assertThat(door.admit()).isEmpty();
    }
  }

  @Test
  void anotherVersionIsRefusedWithTheReason() throws Exception {
    try (Door door = Door.open();
        Connection worker = knock(door)) {
      worker.send(new Message.Hello(Message.VERSION + 1, door.token()));

      assertThatExceptionOfType(WorkerFailure.class)
          .isThrownBy(door::admit)
          .withMessage(OTHER_VERSION);
      assertThat(worker.receive()).contains(new Message.Refusal(OTHER_VERSION));
      assertThat(worker.receive()).isEmpty();
    }
  }

  @Test
  void nobodyIsNobody() throws Exception {
    try (Door door = Door.open()) {
      assertThat(door.admit()).isEmpty();
    }
  }

  @Test
  void tokensDiffer() throws IOException {
    try (Door one = Door.open();
        Door other = Door.open()) {
      assertThat(one.token()).hasSize(64).isNotEqualTo(other.token());
    }
  }
}
