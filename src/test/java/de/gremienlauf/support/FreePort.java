package de.gremienlauf.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that a test starts. They lie below those that systems give to outgoing connections (from 32768 on
 * Linux, 49152 by RFC 6335): a server that binds its port many seconds later finds it still free.
 */
public final class FreePort {

  private static final int LOWEST = 10_000;
  private static final int COUNT = 20_000;
  private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePort() {
  }

  /** A port on which nothing listens; another one at each call. */
  public static int next() {
    for (int tried = 0; tried < COUNT; tried++) {
      int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // In use; the next one, then.
      }
    }
    throw new IllegalStateException("No port is free from " + LOWEST + " to " + (LOWEST + COUNT - 1));
  }
}
