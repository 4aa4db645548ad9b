import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Closes connections on which nothing moved for `milliseconds`: those that send nothing, and those that do not read
 * their answer. Node would close them too, but also those whose answer is still being made, e.g. while the embedded
 * database starts anew; these stay open until they are answered.
 */
export function closeIdleSockets(app: FastifyInstance, milliseconds: number): void {
  const answering = new WeakMap<Socket, number>();
  const count = (socket: Socket, change: number): void => {
    // Requests that never became one, with an address that is no URL, are sent an answer all the same.
    answering.set(socket, Math.max(0, (answering.get(socket) ?? 0) + change));
  };
  app.addHook('onRequest', ({ raw: { socket } }, reply, done) => {
    count(socket, 1);
    done();
  });
  app.addHook('onSend', ({ raw: { socket } }, reply, payload, done) => {
    count(socket, -1);
    done(null, payload);
  });
  app.server.setTimeout(milliseconds, (socket: Socket) => {
    if ((answering.get(socket) ?? 0) > 0) socket.setTimeout(milliseconds);
    else socket.destroy();
  });
}
