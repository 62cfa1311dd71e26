package de.gremienlauf.paper.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The modules of the editor for browsers. They come as packages that name each other without an address, for tools that
 * bundle them; here each name becomes the address of its neighbour, so that a browser loads them as they are.
 */
@RestController
class EditorModules {

  /** Each module with its file. */
  private static final Map<String, String> FILES = Map.ofEntries(
      Map.entry("prosemirror-model", "dist/index.js"), Map.entry("prosemirror-state", "dist/index.js"),
      Map.entry("prosemirror-view", "dist/index.js"), Map.entry("prosemirror-transform", "dist/index.js"),
      Map.entry("prosemirror-keymap", "dist/index.js"), Map.entry("prosemirror-history", "dist/index.js"),
      Map.entry("prosemirror-commands", "dist/index.js"), Map.entry("prosemirror-schema-list", "dist/index.js"),
      Map.entry("prosemirror-tables", "dist/index.js"), Map.entry("orderedmap", "dist/index.js"),
      Map.entry("rope-sequence", "dist/index.js"), Map.entry("w3c-keyname", "index.js"));
  private static final Pattern IMPORT = Pattern.compile("(?m)(\\bfrom\\s+)['\"]([a-z0-9-]+)['\"]");
  private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

  private final Map<String, String> modules = new ConcurrentHashMap<>();

  @GetMapping("/vorgaenge/editor/{module}.js")
  ResponseEntity<String> module(@PathVariable String module) {
    if (!FILES.containsKey(module)) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok().contentType(JAVASCRIPT)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(modules.computeIfAbsent(module, EditorModules::load));
  }

  private static String load(String module) {
    try {
      Properties properties = new Properties();
      try (InputStream stream = resource("/META-INF/maven/org.webjars.npm/" + module + "/pom.properties")) {
        properties.load(stream);
      }
      try (InputStream stream = resource("/META-INF/resources/webjars/" + module + "/"
          + properties.getProperty("version") + "/" + FILES.get(module))) {
        return IMPORT.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
            .replaceAll("$1'./$2.js'");
      }
    } catch (IOException e) {
      throw new IllegalStateException("The module " + module + " of the editor cannot be read", e);
    }
  }

  private static InputStream resource(String path) throws IOException {
    InputStream stream = EditorModules.class.getResourceAsStream(path);
    if (stream == null) {
      throw new IOException(path + " is missing");
    }
    return stream;
  }
}
