/**
 * What workers and servers say to each other: JSON with snake_case names over HTTP, version 1.
 *
 * <p>The worker always asks; a server only answers. Every request but {@code enrol} carries the
 * worker's credential as a bearer token, and every request about a build carries the epoch under
 * which the worker was given that build, so that a worker which lost a build can't touch it again.
 *
 * <pre>
 * POST /worker/v1/enrol                     EnrolRequest    → 200 Enrolled
 * POST /worker/v1/register                  Registration    → 200 Registered
 * POST /worker/v1/poll                      Poll            → 200 PollAnswer   (held up to wait_millis)
 * POST /worker/v1/builds/{id}/acknowledge   Acknowledgement → 204
 * POST /worker/v1/builds/{id}/log           log frames      → 200 LogAppended  (application/octet-stream,
 *                                                             headers Vespene-Epoch, Vespene-Process)
 * POST /worker/v1/builds/{id}/finish        Finish          → 200 Finished
 * POST /worker/v1/leave                     Leave           → 204
 * </pre>
 *
 * <p>Answers: 400 the body can't be read; 401 the token or credential is unknown; 403 the worker
 * may not serve this pool; 409 the build is no longer this worker's under this epoch and process:
 * nothing was changed and the worker must end that build without a word; 413 the body is too large;
 * 503 try again, here or at the next server.
 *
 * <p>A finish whose {@code next_sequence} is beyond what is stored is answered 503 and changes
 * nothing; a log without any frames is allowed, and asks what is stored. All requests may be
 * repeated after a lost answer.
 */
@NullMarked
package io.vespene.protocol.worker;

import org.jspecify.annotations.NullMarked;
