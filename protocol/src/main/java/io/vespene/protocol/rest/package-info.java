/**
 * The resources of the REST API: JSON with snake_case names below {@code /api/v1}, for callers with
 * an API token ({@code Authorization: Bearer …}).
 *
 * <pre>
 * GET    /projects?limit=&amp;cursor=                       → 200 Page of ProjectResource
 * POST   /projects                      ProjectInput    → 201 ProjectResource
 * GET    /projects/{id or name}                         → 200 ProjectResource
 * PATCH  /projects/{id or name}         ProjectInput    → 200 ProjectResource   (If-Match)
 * DELETE /projects/{id or name}                         → 204
 * POST   /projects/{id or name}/builds  StartBuild      → 201 BuildResource
 * GET    /builds?status=&amp;project=&amp;worker_pool=&amp;limit=&amp;cursor=
 *                                                       → 200 Page of BuildResource, newest first
 * GET    /builds/{id}                                   → 200 BuildResource
 * POST   /builds/{id}/stop                              → 202 BuildResource
 * GET    /builds/{id}/log                               → 200 text/plain, the bytes as printed;
 *                                                         with ?download, to be saved as a file
 * GET    /builds/{id}/log?from=LINE&amp;limit=N             → 200 application/x-ndjson, one
 *                                                         LogLineResource per line
 * GET    /worker-pools                                  → 200 Page of PoolResource
 * POST   /worker-pools                  PoolInput       → 201 PoolResource
 * GET    /worker-pools/{id or name}                     → 200 PoolResource
 * PATCH  /worker-pools/{id or name}     PoolInput       → 200 PoolResource      (If-Match)
 * DELETE /worker-pools/{id or name}                     → 204
 * GET    /worker-pools/{id or name}/tokens              → 200 Page of PoolTokenResource
 * POST   /worker-pools/{id or name}/tokens              → 201 PoolTokenResource, with its token
 * DELETE /worker-pools/{id or name}/tokens/{token id}   → 204
 * GET    /workers                                       → 200 Page of WorkerResource
 * GET    /workers/{id or name}                          → 200 WorkerResource
 * POST   /workers/{id or name}/drain                    → 200 WorkerResource, which takes no more builds
 * POST   /workers/{id or name}/resume                   → 200 WorkerResource, which takes builds again
 * </pre>
 *
 * <p>A project or pool comes with its version as {@code ETag} ({@code "7"}). An edit that carries
 * {@code If-Match} is refused with 412 when somebody else was faster. In an input, a field that is
 * absent or null takes its default when a thing is created and stays as it is when it is edited.
 *
 * <p>Every error is a {@link io.vespene.protocol.rest.Problem}: 400 the body can't be read; 401 the
 * token is unknown; 403 the caller may not; 404 there is no such thing; 409 its present state does
 * not allow it; 412 changed meanwhile; 413 too large; 422 the fields named in {@code errors} are
 * wrong, and nothing was saved; 429 too many attempts.
 */
@NullMarked
package io.vespene.protocol.rest;

import org.jspecify.annotations.NullMarked;
