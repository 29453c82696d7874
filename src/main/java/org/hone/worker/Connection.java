package org.hone.worker;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hone.worker.program.JsonLine;

/**
 * Messages over a socket, each a frame: the length of what follows in four bytes, the highest
 * first, and a JSON object in UTF-8 with the message's fields and its type. Any thread may send;
 * one receives.
 */
final class Connection implements Closeable {
  private static final String TYPE = "type";
  private static final int LONGEST = 1 << 24;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  Connection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(socket.getOutputStream());
  }

  /** Says something. */
  void send(Message message) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(TYPE, message.type());
    object.putAll(message.fields());
    byte[] text = JsonLine.write(object).getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[Integer.BYTES + text.length];
    for (int i = 0; i < Integer.BYTES; i++) {
      frame[i] = (byte) (text.length >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
    }
    System.arraycopy(text, 0, frame, Integer.BYTES, text.length);
    synchronized (out) {
      out.write(frame);
      out.flush();
    }
  }

  /** Waits for the next message; empty once the other side has left. */
  Optional<Message> receive() throws IOException {
    return receive(LONGEST);
  }

  /**
   * Waits for the next message; empty once the other side has left.
   *
   * @param longest bytes to take from somebody who is not known yet
   * @throws ProtocolException if it is no message
   */
  Optional<Message> receive(int longest) throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    int length = first;
    for (int i = 1; i < Integer.BYTES; i++) {
      length = length << Byte.SIZE | in.readUnsignedByte();
    }
    if (length < 0 || length > longest) {
      throw new ProtocolException("a frame of %d bytes; at most %d".formatted(length, longest));
    }
    byte[] text = in.readNBytes(length);
    if (text.length < length) {
      throw new EOFException("half a frame");
    }
    return Optional.of(message(new String(text, StandardCharsets.UTF_8)));
  }

  private static Message message(String text) throws ProtocolException {
    Map<String, Object> object;
    try {
      object = JsonLine.read(text);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a frame that is no message: " + e.getMessage(), e);
    }
    return Message.read(new Fields(String.valueOf(object.get(TYPE)), object));
  }

  /** How long {@link #receive} waits for each byte before it fails; 0 for ever. */
  void setPatience(int milliseconds) throws IOException {
    socket.setSoTimeout(milliseconds);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
