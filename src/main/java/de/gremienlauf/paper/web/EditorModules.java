package de.gremienlauf.paper.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The modules of the editor for browsers. They come as packages that name each other without an address, for tools that
 * bundle them; here each name becomes the address of its neighbour, so that a browser loads them as they are.
 */
@Configuration(proxyBeanMethods = false)
class EditorModules implements WebMvcConfigurer {

  /** Each module with its file. */
  private static final Map<String, String> FILES = Map.ofEntries(
      Map.entry("prosemirror-model", "dist/index.js"), Map.entry("prosemirror-state", "dist/index.js"),
      Map.entry("prosemirror-view", "dist/index.js"), Map.entry("prosemirror-transform", "dist/index.js"),
      Map.entry("prosemirror-keymap", "dist/index.js"), Map.entry("prosemirror-history", "dist/index.js"),
      Map.entry("prosemirror-commands", "dist/index.js"), Map.entry("prosemirror-schema-list", "dist/index.js"),
      Map.entry("prosemirror-tables", "dist/index.js"), Map.entry("orderedmap", "dist/index.js"),
      Map.entry("rope-sequence", "dist/index.js"), Map.entry("w3c-keyname", "index.js"));
  private static final String WEBJARS = "META-INF/resources/webjars/";
  private static final Pattern IMPORT = Pattern.compile("(\\bfrom\\s+)['\"]([a-z0-9-]+)['\"]");

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/vorgaenge/editor/*.js").addResourceLocations("classpath:/" + WEBJARS)
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .resourceChain(true).addResolver(new Packages()).addTransformer(EditorModules::withAddresses);
  }

  private static final class Packages extends AbstractResourceResolver {

    @Override
    protected Resource resolveResourceInternal(HttpServletRequest request, String requestPath,
        List<? extends Resource> locations, ResourceResolverChain chain) {
      String module = requestPath.replaceFirst("\\.js$", "");
      return FILES.containsKey(module)
          ? new ClassPathResource(WEBJARS + module + "/" + version(module) + "/" + FILES.get(module)) : null;
    }

    @Override
    protected String resolveUrlPathInternal(String resourceUrlPath, List<? extends Resource> locations,
        ResourceResolverChain chain) {
      return null;
    }
  }

  private static String version(String module) {
    Properties properties = new Properties();
    try (InputStream stream =
        new ClassPathResource("META-INF/maven/org.webjars.npm/" + module + "/pom.properties").getInputStream()) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("The module " + module + " of the editor is missing", e);
    }
    return properties.getProperty("version");
  }

  private static Resource withAddresses(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
      throws IOException {
    String module = resource.getContentAsString(StandardCharsets.UTF_8);
    return new TransformedResource(resource,
        IMPORT.matcher(module).replaceAll("$1'./$2.js'").getBytes(StandardCharsets.UTF_8));
  }
}
