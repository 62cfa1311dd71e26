package de.gremienlauf.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures of the screen for the handbook. They go to {@code target/pictures}; with
 * {@code -Dgremienlauf.test.pictures=docs/handbuch/bilder} the committed ones are made anew.
 */
final class Pictures {

  private static final Path FOLDER = Path.of(System.getProperty("gremienlauf.test.pictures", "target/pictures"));

  private Pictures() {
  }

  /** The window as the person sees it, without the messages of the mistakes that stories make. */
  static void take(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file(name))
        .setStyle(".page-notifications { display: none !important; }"));
  }

  /** A part of the window. */
  static void take(Locator part, String name) {
    part.screenshot(new Locator.ScreenshotOptions().setPath(file(name)));
  }

  private static Path file(String name) {
    return FOLDER.resolve(name + ".png");
  }
}
