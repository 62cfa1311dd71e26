package de.gremienlauf.document;

import de.gremienlauf.engine.BusinessException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Shows PDF files and pictures page by page as pictures, so that nothing that stands in them reaches a browser. Only
 * two pages are drawn at a time, and none for long: a file that takes too much can be downloaded still.
 */
@Component
public class FilePreview implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(FilePreview.class);
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 3000;
  private static final float MAX_SCALE = 2;
  private static final int DRAWERS = 2;
  private static final int WAITING = 20;
  private static final int SECONDS = 20;

  private final ThreadPoolExecutor drawers = new ThreadPoolExecutor(DRAWERS, DRAWERS, 1, TimeUnit.MINUTES,
      new ArrayBlockingQueue<>(WAITING), task -> {
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        return thread;
      });

  FilePreview() {
    drawers.allowCoreThreadTimeOut(true);
  }

  /** How many pages can be shown; 0 for a file of another type. */
  public int pages(String mediaType, byte[] content) {
    if (mediaType.startsWith("image/")) {
      return 1;
    }
    if (!mediaType.equals(UploadCheck.Type.PDF.mediaType())) {
      return 0;
    }
    return drawn(() -> {
      try (PDDocument pdf = Loader.loadPDF(content)) {
        return pdf.getNumberOfPages();
      }
    });
  }

  /**
   * Draws a page.
   *
   * @param number 1 for the first
   * @return a PNG of at most 1000 by 3000 pixels
   */
  public byte[] page(String mediaType, byte[] content, int number) {
    if (number < 1 || number > pages(mediaType, content)) {
      throw BusinessException.unknown("Diese Seite hat die Datei nicht.");
    }
    return drawn(() -> png(mediaType.startsWith("image/") ? picture(content) : page(content, number - 1)));
  }

  private <T> T drawn(Callable<T> drawing) {
    Future<T> drawn;
    try {
      drawn = drawers.submit(drawing);
    } catch (RejectedExecutionException e) {
      throw new BusinessException("Gerade sehen sich zu viele eine Vorschau an. Bitte versuchen Sie es gleich noch"
          + " einmal oder laden Sie die Datei herunter.");
    }
    try {
      return drawn.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      drawn.cancel(true);
      throw new BusinessException("Die Vorschau dauert zu lange. Bitte laden Sie die Datei herunter.");
    } catch (ExecutionException e) {
      LOG.info("A preview could not be drawn", e.getCause());
      throw new BusinessException("Die Datei lässt sich nicht anzeigen. Bitte laden Sie sie herunter.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BufferedImage page(byte[] content, int index) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      PDRectangle box = pdf.getPage(index).getCropBox();
      boolean turned = pdf.getPage(index).getRotation() % 180 != 0;
      float width = Math.max(1, turned ? box.getHeight() : box.getWidth());
      float height = Math.max(1, turned ? box.getWidth() : box.getHeight());
      PDFRenderer renderer = new PDFRenderer(pdf);
      renderer.setSubsamplingAllowed(true);
      return renderer.renderImage(index, Math.min(MAX_SCALE, Math.min(WIDTH / width, HEIGHT / height)),
          ImageType.RGB);
    }
  }

  /** Reads only every n-th point of a large picture. */
  private static BufferedImage picture(byte[] content) throws IOException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException("No reader for this picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        int step = Math.max(1, Math.max(reader.getWidth(0) / WIDTH / 2, reader.getHeight(0) / HEIGHT / 2));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return fitted(reader.read(0, param));
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage fitted(BufferedImage picture) {
    double scale = Math.min(1, Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = fitted.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return fitted;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  @Override
  public void destroy() {
    drawers.shutdownNow();
  }
}
