/**
 * A language server as a process: requests that wait for their answers.
 */
import { spawn } from 'node:child_process';
import type * as t from 'io-ts';
import { frames } from './frames.ts';

/** What a protocol makes of requests and answers. */
export interface Protocol {
  /** The text that asks for something, or tells it (`id` undefined). */
  readonly write: (id: number | undefined, method: string, params: unknown) => string;
  /** What a message of the server is: an answer to a request of ours, one of its own questions, or neither. */
  readonly read: (message: unknown) => Incoming;
}

export type Incoming =
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown; readonly error?: string }
  | { readonly kind: 'question'; readonly answer: string }
  | { readonly kind: 'other' };

/** A running server. */
export interface Server {
  readonly ask: <A>(method: string, params: unknown, answer: t.Type<A, unknown, unknown>) => Promise<A>;
  readonly tell: (method: string, params: unknown) => void;
  /** Resolves when the process has ended. */
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a server: a Node script with its arguments, in a folder. */
export const startServer = (folder: string, script: readonly string[], protocol: Protocol): Server => {
  const child = spawn(process.execPath, script, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, Waiting>();
  let last = 0;

  const receive = (message: unknown): void => {
    const incoming = protocol.read(message);
    if (incoming.kind === 'question') child.stdin.write(incoming.answer);
    if (incoming.kind !== 'answer') return;
    const found = waiting.get(incoming.id);
    waiting.delete(incoming.id);
    if (incoming.error === undefined) found?.resolve(incoming.result);
    else found?.reject(new Error(incoming.error));
  };
  child.stdout.on('data', frames(receive));
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('the language server has ended'));
      resolve();
    });
  });

  return {
    ask: async (method, params, answer) => {
      last += 1;
      const id = last;
      const result = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.stdin.write(protocol.write(id, method, params));
      });
      if (!answer.is(result)) throw new Error(`${method}: the answer is not what was expected: ${JSON.stringify(result)}`);
      return result;
    },
    tell: (method, params) => {
      child.stdin.write(protocol.write(undefined, method, params));
    },
    end: () => {
      child.kill();
      return ended;
    },
  };
};
