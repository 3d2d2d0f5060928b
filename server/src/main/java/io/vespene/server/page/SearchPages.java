package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.build.Builds;
import io.vespene.core.database.IdText;
import io.vespene.core.search.Search;
import io.vespene.core.search.SearchHit;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Finds;
import io.vespene.server.view.Frame;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds objects of all kinds by name, and builds by number. */
@Controller
final class SearchPages {
  private static final int FEW = 8;
  private static final int MANY = 100;

  private final Templates templates;
  private final Search search;
  private final Builds builds;

  SearchPages(Templates templates, Search search, Builds builds) {
    this.templates = templates;
    this.search = search;
    this.builds = builds;
  }

  @GetMapping("/search")
  JteModel page(Frame frame, @RequestParam(defaultValue = "") String text) {
    return templates.searchPage(frame, find(text, MANY));
  }

  /** What stands below the search box while somebody types. */
  @GetMapping("/search/hits")
  JteModel hits(@RequestParam(defaultValue = "") String text) {
    return templates.searchHits(find(text, FEW));
  }

  private Finds find(String text, int limit) {
    // One more than is shown tells whether there is more.
    List<SearchHit> hits = search.find(text, limit + 1);
    return new Finds(
        text.strip(),
        build(text.strip()),
        hits.subList(0, Math.min(limit, hits.size())),
        hits.size() > limit);
  }

  private long build(String text) {
    return IdText.parse(text.startsWith("#") ? text.substring(1) : text)
        .filter(id -> builds.find(id).isPresent())
        .orElse(0L);
  }
}
