package io.vespene.server.page;

import io.vespene.server.problem.ProblemPage;
import io.vespene.server.security.CallerResolver;
import io.vespene.server.template.StaticTemplates;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Assets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages, and what they are made with. */
@Configuration(proxyBeanMethods = false)
@Import({
  AssetRoute.class,
  LoginPages.class,
  SearchPages.class,
  ProjectPages.class,
  ProjectFormPages.class,
  StartPages.class,
  WallPages.class,
  BuildPages.class,
  ComparePages.class,
  LogMatchRoute.class,
  BuildFilePages.class,
  PoolPages.class,
  PoolFormPages.class,
  PoolTokenPages.class,
  WorkerPages.class,
  SshKeyPages.class,
  ServiceLoginPages.class,
  SnippetPages.class,
  VariableSetPages.class,
  PreviewPages.class,
})
public class PageConfiguration {
  @Bean
  static Assets assets() {
    return Assets.find();
  }

  @Bean
  static Templates templates() {
    return new StaticTemplates();
  }

  @Bean
  static FrameResolver frameResolver(Assets assets) {
    return new FrameResolver(assets);
  }

  @Bean
  static ProblemPage problemPage(Templates templates, FrameResolver frames) {
    return new ErrorPage(templates, frames);
  }

  @Bean
  static WebMvcConfigurer pageMethods(FrameResolver frames) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(frames);
        resolvers.add(new CallerResolver());
      }

      @Override
      public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new TemplateWriter());
        handlers.add(new FormAnswerWriter());
      }
    };
  }
}
