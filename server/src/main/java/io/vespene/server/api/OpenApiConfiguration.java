package io.vespene.server.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.vespene.core.audit.Actor;
import io.vespene.core.user.User;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the REST API for programs, made when it is first asked for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties
@ImportAutoConfiguration({
  SpringDocConfiguration.class,
  SpringDocConfigProperties.class,
  SpringDocWebMvcConfiguration.class,
})
class OpenApiConfiguration {
  private static final String BEARER = "token";

  @Bean
  OpenAPI description() {
    // Senders prove who they are by their token: nothing to be asked for.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(User.class, Actor.class);
    var token = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
    return new OpenAPI()
        .info(new Info().title("Vespene").version("1"))
        .components(new Components().addSecuritySchemes(BEARER, token))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  /** Fields are named as in the answers themselves. */
  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(
        mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }

  /** Few ask for the description; nobody should wait for it when the server starts. */
  @Bean
  static BeanFactoryPostProcessor onlyWhenAskedFor() {
    return beans -> {
      // It would say in every log that the description exists.
      if (beans instanceof BeanDefinitionRegistry registry) {
        registry.removeBeanDefinition("springDocAppInitializer");
      }
      for (String name : beans.getBeanDefinitionNames()) {
        BeanDefinition bean = beans.getBeanDefinition(name);
        String source = bean.getFactoryBeanName() == null ? name : bean.getFactoryBeanName();
        if (source.startsWith("org.springdoc.") || source.endsWith("OpenApiConfiguration")) {
          bean.setLazyInit(true);
        }
      }
    };
  }
}
