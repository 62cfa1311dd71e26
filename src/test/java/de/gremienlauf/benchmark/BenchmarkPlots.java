package de.gremienlauf.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws what docs/performance.md shows, from the figures of a report; what was not measured is not drawn. */
final class BenchmarkPlots {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 480;
  private static final String OWN = "application";
  private static final String BARE = "bare engine";

  private final JsonNode report;
  private final Path folder;

  private BenchmarkPlots(JsonNode report, Path folder) {
    this.report = report;
    this.folder = folder;
  }

  static void draw(JsonNode report, Path folder) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Files.createDirectories(folder);
    BenchmarkPlots plots = new BenchmarkPlots(report, folder);
    if (report.has("runs")) {
      plots.steps("statements", "SQL statements of a run, step by step");
      plots.steps("CPU ms", "CPU of a run without rendering in ms, step by step");
    }
    if (report.has("history")) {
      plots.latencies();
    }
  }

  private void steps(String figure, String title) throws IOException {
    CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
    chart.getStyler().setXAxisLabelRotation(45).setLegendPosition(LegendPosition.InsideNE).setChartBackgroundColor(
        Color.WHITE);
    Map<String, double[]> steps = new LinkedHashMap<>();
    report.get("runs").get("steps").fields().forEachRemaining(step -> steps.put(
        step.getKey().replaceFirst("^job .*\\.", "job "), new double[] {
            step.getValue().get(OWN).get(figure).asDouble(), step.getValue().get(BARE).get(figure).asDouble()}));
    List<String> names = new ArrayList<>(steps.keySet());
    chart.addSeries(OWN, names, values(steps, pair -> pair[0]));
    chart.addSeries(BARE, names, values(steps, pair -> pair[1]));
    save(chart, "steps-" + figure.toLowerCase().replace(' ', '-'));
  }

  private static List<Double> values(Map<String, double[]> steps, ToDoubleFunction<double[]> which) {
    return steps.values().stream().map(which::applyAsDouble).toList();
  }

  private void latencies() throws IOException {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title("95th percentile of a request in ms")
        .xAxisTitle("finished activities in the history").build();
    chart.getStyler().setXAxisLogarithmic(true).setLegendPosition(LegendPosition.OutsideE).setChartBackgroundColor(
        Color.WHITE);
    List<Double> sizes = new ArrayList<>();
    Map<String, List<Double>> waited = new LinkedHashMap<>();
    report.get("history").fields().forEachRemaining(size -> {
      if (size.getValue().has("ms")) {
        sizes.add(size.getValue().get("finished activities").asDouble());
        size.getValue().get("ms").fields().forEachRemaining(request -> waited
            .computeIfAbsent(request.getKey(), one -> new ArrayList<>()).add(request.getValue().get("p95").asDouble()));
      }
    });
    waited.forEach((request, values) -> chart.addSeries(request, sizes, values));
    save(chart, "requests");
  }

  private void save(Chart<?, ?> chart, String name) throws IOException {
    BitmapEncoder.saveBitmap(chart, folder.resolve(name).toString(), BitmapEncoder.BitmapFormat.PNG);
  }
}
