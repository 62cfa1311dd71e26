package de.gremienlauf.durability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of its own that a test can fill; only root may mount one. */
final class SmallDisk implements AutoCloseable {

  private static final byte[] BLOCK = new byte[1 << 16];

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Empty where it is not allowed. */
  static Optional<SmallDisk> mount(Path path, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(path);
    return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString())
        ? Optional.of(new SmallDisk(path)) : Optional.empty();
  }

  Path path() {
    return path;
  }

  /** Leaves not a byte free. */
  void fill() {
    try (OutputStream ballast = Files.newOutputStream(path.resolve("ballast"))) {
      while (true) {
        ballast.write(BLOCK);
      }
    } catch (IOException e) {
      // Full.
    }
  }

  void free() throws IOException {
    Files.delete(path.resolve("ballast"));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", "-l", path.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
