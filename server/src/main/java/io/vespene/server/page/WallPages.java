package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.build.ProjectBoard;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Frame;
import io.vespene.server.view.ProjectFilter;
import io.vespene.server.view.ProjectList;
import io.vespene.server.view.ProjectOrder;
import io.vespene.server.view.Wall;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All projects at a glance, from across the room. */
@Controller
final class WallPages {
  private final Templates templates;
  private final ProjectBoard board;

  WallPages(Templates templates, ProjectBoard board) {
    this.templates = templates;
    this.board = board;
  }

  @GetMapping("/wall")
  JteModel wall(
      Frame frame,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "") String theme) {
    ProjectList list =
        ProjectList.choose(board.list(), search, ProjectFilter.ALL, ProjectOrder.URGENT, 1);
    return templates.wallWall(frame, new Wall(list, theme.equals("light")));
  }
}
