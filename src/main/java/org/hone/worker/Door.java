package org.hone.worker;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where one worker comes in: a port of this machine. Whoever does not know the token is sent away.
 *
 * @param token secret; new for each worker
 */
record Door(ServerSocket socket, String token) implements Closeable {
  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_HELLO = 1 << 10;
  private static final int LOOK_MILLIS = 100;
  private static final int HELLO_MILLIS = 2000;

  static Door open() throws IOException {
    ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(LOOK_MILLIS);
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    return new Door(socket, HexFormat.of().formatHex(token));
  }

  int port() {
    return socket.getLocalPort();
  }

  /**
   * Waits a moment for the worker.
   *
   * @return empty if it has not come yet
   * @throws WorkerFailure if it speaks another version
   */
  Optional<Connection> admit() throws IOException, WorkerFailure {
    Socket guest;
    try {
      guest = socket.accept();
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
    Connection connection = new Connection(guest);
    Optional<Message.Hello> hello = hello(connection);
    if (hello.isEmpty() || !knowsToken(hello.get())) {
      connection.close();
      return Optional.empty();
    }
    requireSameVersion(hello.get(), connection);
    return Optional.of(connection);
  }

  private static Optional<Message.Hello> hello(Connection connection) throws IOException {
    try {
      connection.setPatience(HELLO_MILLIS);
      Optional<Message> first = connection.receive(LONGEST_HELLO);
      connection.setPatience(0);
      return first.filter(Message.Hello.class::isInstance).map(Message.Hello.class::cast);
    } catch (IOException e) {
      // whoever it is, it is no worker
      return Optional.empty();
    }
  }

  private boolean knowsToken(Message.Hello hello) {
    return MessageDigest.isEqual(
        hello.token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireSameVersion(Message.Hello hello, Connection connection)
      throws IOException, WorkerFailure {
    if (hello.version() != Message.VERSION) {
      String reason =
          "the worker speaks version %d of the protocol, but this is version %d"
              .formatted(hello.version(), Message.VERSION);
      connection.send(new Message.Refusal(reason));
      connection.close();
      throw new WorkerFailure(reason);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
