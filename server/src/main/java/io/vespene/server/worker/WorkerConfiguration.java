package io.vespene.server.worker;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What workers ask for. */
@Configuration(proxyBeanMethods = false)
@Import({WorkerRoutes.class, WorkerBuildRoutes.class})
public class WorkerConfiguration {}
