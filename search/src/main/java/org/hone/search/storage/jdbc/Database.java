package org.hone.search.storage.jdbc;

import java.time.Clock;
import org.hone.search.storage.StorageException;

/**
 * The connections to one database. Thread-safe; whatever fails is a {@link StorageException} that
 * names the database.
 */
interface Database extends AutoCloseable {

  /** What to call the database in messages; holds no password. */
  String name();

  /** How it is spoken to. */
  Dialect dialect();

  /** Reads what holds at one moment. */
  <T> T read(Session.Work<T> work);

  /** Writes everything or, if the work throws, nothing. */
  <T> T write(Session.Work<T> work);

  /** Called once the schema is known to be right, before anything is read. */
  void settle();

  /** The clock that all processes which use the database agree on. */
  Clock clock();

  @Override
  void close();
}
