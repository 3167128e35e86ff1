/**
 * The language server of TypeScript 7, `tsc --lsp`, spoken to in the Language Server Protocol.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as t from 'io-ts';
import { typescript7 } from '../typescript.ts';
import type { Editor, Position } from './editor.ts';
import { framed } from './frames.ts';
import { type Incoming, type Protocol, startServer } from './process.ts';

const Answer = t.intersection([
  t.type({ id: t.union([t.number, t.string]) }),
  t.partial({ method: t.string, result: t.unknown, error: t.type({ message: t.string }) }),
]);

const read = (message: unknown): Incoming => {
  if (!Answer.is(message)) return { kind: 'other' };
  const { id, method, result, error } = message;
  if (method !== undefined) return { kind: 'question', answer: framed({ jsonrpc: '2.0', id, result: null }) };
  return { kind: 'answer', id: Number(id), result, ...(error === undefined ? {} : { error: error.message }) };
};

const protocol: Protocol = { write: (id, method, params) => framed({ jsonrpc: '2.0', id, method, params }), read };

const Hover = t.union([t.null, t.type({ contents: t.type({ value: t.string }) })]);
const Completions = t.union([t.null, t.type({ items: t.array(t.type({ label: t.string })) })]);
const Diagnostics = t.type({
  items: t.array(t.type({ range: t.type({ start: t.type({ line: t.number }) }), code: t.number, message: t.string })),
});

const capabilities = { textDocument: { hover: { contentFormat: ['markdown'] }, completion: {}, diagnostic: {} } };

/** The code of a hover, without the documentation after it. */
const codeIn = (markdown: string): string => /```\w*\n([\s\S]*?)\n```/.exec(markdown)?.[1] ?? markdown;

/** An editor on TypeScript 7, with the project in a folder open. */
export const nativeEditor = async (folder: string): Promise<Editor> => {
  const script = join(typescript7.folder, 'bin', 'tsc');
  const server = startServer(folder, [script, '--lsp', '--stdio'], protocol);
  const uriOf = (file: string): string => pathToFileURL(join(folder, file)).href;
  const at = (file: string, { line, column }: Position) => ({
    textDocument: { uri: uriOf(file) },
    position: { line, character: column },
  });
  const versions = new Map<string, number>();
  await server.ask('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities }, t.unknown);
  server.tell('initialized', {});
  return {
    open: (file, text) => {
      versions.set(file, 1);
      server.tell('textDocument/didOpen', { textDocument: { uri: uriOf(file), languageId: 'typescript', version: 1, text } });
    },
    change: (file, text) => {
      const version = (versions.get(file) ?? 0) + 1;
      versions.set(file, version);
      server.tell('textDocument/didChange', { textDocument: { uri: uriOf(file), version }, contentChanges: [{ text }] });
    },
    hover: async (file, position) => {
      const hover = await server.ask('textDocument/hover', at(file, position), Hover);
      return codeIn(hover?.contents.value ?? '');
    },
    completions: async (file, position) => {
      const found = await server.ask('textDocument/completion', at(file, position), Completions);
      return (found?.items ?? []).map(({ label }) => label);
    },
    squiggles: async (file) => {
      const { items } = await server.ask('textDocument/diagnostic', { textDocument: { uri: uriOf(file) } }, Diagnostics);
      return items.map(({ range, code, message }) => ({ line: range.start.line, code, message }));
    },
    end: server.end,
  };
};
