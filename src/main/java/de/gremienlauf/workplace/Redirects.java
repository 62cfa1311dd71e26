package de.gremienlauf.workplace;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Short addresses that people type. */
@Configuration(proxyBeanMethods = false)
class Redirects implements WebMvcConfigurer {

  private static final String PAPERS = "/vorgaenge/index.html";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", SecurityConfiguration.TASKLIST);
    registry.addRedirectViewController("/vorgaenge", PAPERS);
    registry.addRedirectViewController("/vorgaenge/", PAPERS);
    registry.addViewController("/sitzung/").setViewName("forward:/sitzung/index.html");
    registry.addViewController("/sitzungen/").setViewName("forward:/sitzungen/index.html");
    registry.addRedirectViewController("/sitzungen", "/sitzungen/");
    registry.addViewController("/sitzungskalender/").setViewName("forward:/sitzungskalender/index.html");
    registry.addRedirectViewController("/sitzungskalender", "/sitzungskalender/");
    registry.addViewController("/suche/").setViewName("forward:/suche/index.html");
    registry.addRedirectViewController("/suche", "/suche/");
    registry.addViewController("/neu/").setViewName("forward:/neu/index.html");
    registry.addRedirectViewController("/neu", "/neu/");
    registry.addViewController("/aufgaben/").setViewName("forward:/aufgaben/index.html");
    registry.addRedirectViewController("/aufgaben", "/aufgaben/");
    registry.addViewController("/foerderung/").setViewName("forward:/foerderung/index.html");
    registry.addRedirectViewController("/foerderung", "/foerderung/");
    registry.addViewController("/einstellungen/").setViewName("forward:/einstellungen/index.html");
    registry.addRedirectViewController("/einstellungen", "/einstellungen/");
    registry.addViewController("/wochenliste/").setViewName("forward:/wochenliste/index.html");
    registry.addRedirectViewController("/wochenliste", "/wochenliste/");
    registry.addViewController("/beschluesse/").setViewName("forward:/beschluesse/index.html");
    registry.addRedirectViewController("/beschluesse", "/beschluesse/");
    registry.addViewController("/vertretung/").setViewName("forward:/vertretung/index.html");
    registry.addRedirectViewController("/vertretung", "/vertretung/");
  }
}
