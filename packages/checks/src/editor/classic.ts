/**
 * The language server of TypeScript 6, `tsserver`, which editors have started for ten years.
 */
import { join } from 'node:path';
import * as t from 'io-ts';
import { typescript6 } from '../typescript.ts';
import type { Editor, Position } from './editor.ts';
import { type Incoming, type Protocol, startServer } from './process.ts';

const Response = t.intersection([
  t.type({ type: t.literal('response'), request_seq: t.number, success: t.boolean }),
  t.partial({ body: t.unknown, message: t.string }),
]);

const read = (message: unknown): Incoming => {
  if (!Response.is(message)) return { kind: 'other' };
  const { request_seq: id, success, body } = message;
  return { kind: 'answer', id, result: body, ...(success ? {} : { error: message.message ?? 'no success' }) };
};

const protocol: Protocol = {
  write: (seq, command, args) => `${JSON.stringify({ seq: seq ?? 0, type: 'request', command, arguments: args })}\n`,
  read,
};

const Hover = t.type({ displayString: t.string });
const Completions = t.type({ entries: t.array(t.type({ name: t.string })) });
const Diagnostics = t.array(t.type({ start: t.type({ line: t.number }), code: t.number, text: t.string }));

/** The place after a text. */
const endOf = (text: string) => {
  const lines = text.split('\n');
  return { line: lines.length, offset: (lines.at(-1)?.length ?? 0) + 1 };
};

/** An editor on TypeScript 6, with the project in a folder open. */
export const classicEditor = (folder: string): Editor => {
  const script = join(typescript6.folder, 'lib', 'tsserver.js');
  const server = startServer(folder, [script, '--disableAutomaticTypingAcquisition'], protocol);
  const texts = new Map<string, string>();
  const pathOf = (file: string): string => join(folder, file);
  const at = (file: string, { line, column }: Position) => ({ file: pathOf(file), line: line + 1, offset: column + 1 });
  return {
    open: (file, text) => {
      texts.set(file, text);
      server.tell('open', { file: pathOf(file), fileContent: text });
    },
    change: (file, text) => {
      const whole = { start: { line: 1, offset: 1 }, end: endOf(texts.get(file) ?? ''), newText: text };
      texts.set(file, text);
      server.tell('updateOpen', { changedFiles: [{ fileName: pathOf(file), textChanges: [whole] }] });
    },
    hover: async (file, position) => (await server.ask('quickinfo', at(file, position), Hover)).displayString,
    completions: async (file, position) => {
      const { entries } = await server.ask('completionInfo', at(file, position), Completions);
      return entries.map(({ name }) => name);
    },
    squiggles: async (file) => {
      const found = await server.ask('semanticDiagnosticsSync', { file: pathOf(file) }, Diagnostics);
      return found.map(({ start, code, text }) => ({ line: start.line - 1, code, message: text }));
    },
    end: server.end,
  };
};
